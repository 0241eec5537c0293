class NoTransaction(Exception):
    pass


class Store:
    def __init__(self):
        self.data = {}
        self.logs = []

    def get(self, key):
        return self.data.get(key)

    def set(self, key, value):
        if value is None:
            raise ValueError("None is no value")
        if self.logs:
            self.logs[-1].append((key, self.data.get(key)))
        self.data[key] = value

    def delete(self, key):
        if key not in self.data:
            return False
        if self.logs:
            self.logs[-1].append((key, self.data[key]))
        del self.data[key]
        return True

    def begin(self):
        self.logs.append([])

    def commit(self):
        if not self.logs:
            raise NoTransaction
        self.logs.pop()

    def rollback(self):
        if not self.logs:
            raise NoTransaction
        for key, old in reversed(self.logs.pop()):
            if old is None:
                self.data.pop(key, None)
            else:
                self.data[key] = old
