import re


class CycleError(Exception):
    pass


NAME = re.compile(r"[A-Z]+[1-9][0-9]*")


class Sheet:
    def __init__(self):
        self.terms = {}
        self.values = {}

    def get(self, cell):
        if not NAME.fullmatch(cell):
            raise ValueError(cell)
        return self.values.get(cell)

    def set(self, cell, content):
        if not NAME.fullmatch(cell):
            raise ValueError(cell)
        terms = self.parse(content.strip())
        changed = dict(self.terms)
        changed[cell] = terms
        order = self.order(changed)
        self.terms = changed
        for name in order:
            self.calculate(name)

    def order(self, terms):
        missing = {}
        users = {}
        for cell in terms:
            names = {t for _, t in terms[cell] or [] if isinstance(t, str) and t in terms}
            missing[cell] = len(names)
            for name in names:
                users.setdefault(name, []).append(cell)
        order = [cell for cell in missing if missing[cell] == 0]
        for cell in order:
            for user in users.get(cell, []):
                missing[user] -= 1
                if missing[user] == 0:
                    order.append(user)
        if len(order) < len(terms):
            raise CycleError
        return order

    def calculate(self, cell):
        terms = self.terms.get(cell)
        if terms is None:
            self.values.pop(cell, None)
            return
        total = 0
        for sign, term in terms:
            total += sign * (term if isinstance(term, int) else self.values.get(term, 0))
        self.values[cell] = total

    def parse(self, text):
        if text == "":
            return None
        if re.fullmatch(r"-?[0-9]+", text):
            return [(1, int(text))]
        if not text.startswith("="):
            raise ValueError(text)
        terms = []
        sign = 1
        for i, part in enumerate(re.split(r"([+-])", text[1:])):
            part = part.strip()
            if i % 2:
                sign = 1 if part == "+" else -1
            elif re.fullmatch(r"[0-9]+", part):
                terms.append((sign, int(part)))
            elif NAME.fullmatch(part):
                terms.append((sign, part))
            else:
                raise ValueError(text)
        return terms
