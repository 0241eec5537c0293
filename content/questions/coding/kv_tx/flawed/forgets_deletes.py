class NoTransaction(Exception):
    pass


class Store:
    def __init__(self):
        self.layers = [{}]

    def get(self, key):
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        return None

    def set(self, key, value):
        if value is None:
            raise ValueError("None is no value")
        self.layers[-1][key] = value

    def delete(self, key):
        existed = self.get(key) is not None
        self.layers[-1].pop(key, None)
        return existed

    def begin(self):
        self.layers.append({})

    def commit(self):
        if len(self.layers) == 1:
            raise NoTransaction
        changed = self.layers.pop()
        self.layers[-1].update(changed)

    def rollback(self):
        if len(self.layers) == 1:
            raise NoTransaction
        self.layers.pop()
