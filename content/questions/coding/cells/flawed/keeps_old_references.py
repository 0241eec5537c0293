import re


class CycleError(Exception):
    pass


NAME = re.compile(r"[A-Z]+[1-9][0-9]*")


class Sheet:
    def __init__(self):
        self.terms = {}
        self.values = {}
        self.users = {}

    def get(self, cell):
        if not NAME.fullmatch(cell):
            raise ValueError(cell)
        return self.values.get(cell)

    def set(self, cell, content):
        if not NAME.fullmatch(cell):
            raise ValueError(cell)
        terms = self.parse(content.strip())
        names = {term for _, term in terms or [] if isinstance(term, str)}
        order = self.followers(cell)
        if names & set(order):
            raise CycleError(cell)
        for name in names:
            self.users.setdefault(name, set()).add(cell)
        self.terms[cell] = terms
        for name in order:
            self.calculate(name)

    def followers(self, cell):
        seen, order = {cell}, []
        stack = [(cell, iter(self.users.get(cell, ())))]
        while stack:
            name, users = stack[-1]
            for user in users:
                if user not in seen:
                    seen.add(user)
                    stack.append((user, iter(self.users.get(user, ()))))
                    break
            else:
                stack.pop()
                order.append(name)
        return order[::-1]

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
