class NoTransaction(Exception):
    pass


class Store:
    def __init__(self):
        self.data = {}
        self.saved = []

    def get(self, key):
        return self.data.get(key)

    def set(self, key, value):
        if value is None:
            raise ValueError("None is no value")
        self.data[key] = value

    def delete(self, key):
        return self.data.pop(key, None) is not None

    def begin(self):
        self.saved.append(dict(self.data))

    def commit(self):
        if not self.saved:
            raise NoTransaction
        self.saved.pop()

    def rollback(self):
        if not self.saved:
            raise NoTransaction
        self.data = self.saved.pop()
