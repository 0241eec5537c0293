class AccessRules:
    def __init__(self):
        self.parents = {}
        self.members = set()
        self.grants = set()

    def add_resource(self, resource, parent=None):
        if parent is not None and parent not in self.parents:
            raise ValueError("unknown parent")
        if resource in self.parents and resource in self._distances(parent):
            raise ValueError("cannot move beneath itself")
        self.parents[resource] = parent

    def add_member(self, group, member):
        if not group.startswith("@"):
            raise ValueError("not a group")
        self.members.add((group, member))

    def remove_member(self, group, member):
        self.members.discard((group, member))

    def grant(self, subject, action, resource, effect="allow"):
        if resource not in self.parents or effect not in ("allow", "deny"):
            raise ValueError("unknown resource or effect")
        self.grants.add((subject, action, resource, effect))

    def revoke(self, subject, action, resource, effect="allow"):
        grant = (subject, action, resource, effect)
        there = grant in self.grants
        self.grants.discard(grant)
        return there

    def can(self, user, action, resource):
        if action == "*":
            raise ValueError("ask for one action")
        if resource not in self.parents:
            return False
        names = self._names(user)
        distances = self._distances(resource)
        fitting = [
            (distances[r], effect == "allow")
            for subject, a, r, effect in self.grants
            if subject in names and a in (action, "*") and r in distances
        ]
        return min(fitting)[1] if fitting else False

    def _distances(self, resource):
        distances = {}
        while resource is not None:
            distances[resource] = len(distances)
            resource = self.parents[resource]
        return distances

    def _names(self, user):
        names = {user}
        while True:
            more = {group for group, member in self.members if member in names} - names
            if not more:
                return names
            names |= more
