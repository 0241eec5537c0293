import hashlib


class Flags:
    def __init__(self):
        self.flags = {}

    def define(self, flag, rules):
        ready = []
        for rule in rules:
            percent = rule.get("percent", 100)
            if not isinstance(percent, (int, float)) or percent < 0 or percent > 100:
                raise ValueError(percent)
            conditions = []
            for condition in rule.get("when", []):
                attribute, op, value = condition["attribute"], condition["op"], condition["value"]
                if op in ("in", "not_in"):
                    if not isinstance(value, list):
                        raise ValueError(value)
                    value = set(value)
                elif op == "at_least":
                    if not isinstance(value, (int, float)):
                        raise ValueError(value)
                elif op != "is":
                    raise ValueError(op)
                conditions.append((attribute, op, value))
            ready.append((conditions, round(percent * 100)))
        self.flags[flag] = ready

    def is_on(self, flag, user, default=False):
        if flag not in self.flags:
            return default
        for conditions, limit in self.flags[flag]:
            if all(self.meets(user, *condition) for condition in conditions) and self.inside(flag, user, limit):
                return True
        return False

    def inside(self, flag, user, limit):
        if limit == 10000:
            return True
        if "id" not in user:
            return False
        digest = hashlib.sha256((flag + ":" + user["id"]).encode("utf-8")).digest()
        return int.from_bytes(digest[:8], "big") % 10000 < limit

    def meets(self, user, attribute, op, value):
        actual = user.get(attribute)
        if actual is None or isinstance(actual, list):
            return False
        if op == "is":
            return actual == value
        if op == "in":
            return actual in value
        if op == "not_in":
            return actual not in value
        return isinstance(actual, (int, float)) and actual >= value
