class QuotaExceeded(Exception):
    pass


class FileSystem:
    def __init__(self):
        self.nodes = {"": None}
        self.quotas = {}

    def make_dir(self, path):
        key = self._vacant(path)
        self.nodes[key] = None

    def write(self, path, data):
        key = self._key(path)
        if not key:
            raise ValueError("root")
        self._check_parent(key)
        old = b""
        if key in self.nodes:
            old = self.nodes[key]
            if old is None:
                raise IsADirectoryError(path)
        self._check_quotas(self._above(key), len(data) - len(old))
        self.nodes[key] = data

    def read(self, path):
        key = self._existing(path)
        if self.nodes[key] is None:
            raise IsADirectoryError(path)
        return self.nodes[key]

    def names(self, path):
        key = self._existing(path)
        if self.nodes[key] is not None:
            raise NotADirectoryError(path)
        start = key + "/"
        return sorted(k[len(start):] for k in self.nodes if k.startswith(start) and "/" not in k[len(start):])

    def remove(self, path):
        key = self._existing(path)
        if not key:
            raise ValueError("root")
        for k in self._below(key):
            del self.nodes[k]
            self.quotas.pop(k, None)

    def move(self, source, target):
        old = self._existing(source)
        if not old:
            raise ValueError("root")
        new = self._vacant(target)
        if new.startswith(old + "/"):
            raise ValueError("into itself")
        size = self._size(old)
        entering = [k for k in self._above(new) if k not in self._above(old)]
        self._check_quotas(entering, size)
        for k in self._below(old):
            self.nodes[new + k[len(old):]] = self.nodes.pop(k)
            if k in self.quotas:
                self.quotas[new + k[len(old):]] = self.quotas.pop(k)

    def used(self, path):
        return self._size(self._existing(path))

    def set_quota(self, path, limit):
        key = self._existing(path)
        if self.nodes[key] is not None:
            raise NotADirectoryError(path)
        if limit is not None and limit < 0:
            raise ValueError("limit")
        self.quotas[key] = limit

    def _size(self, key):
        return sum(len(self.nodes[k] or b"") for k in self._below(key))

    def _below(self, key):
        return [k for k in self.nodes if k == key or k.startswith(key + "/")]

    def _above(self, key):
        parts = key.split("/")
        return ["/".join(parts[:i]) for i in range(1, len(parts))]

    def _check_quotas(self, keys, growth):
        for k in keys:
            limit = self.quotas.get(k)
            if limit is not None and growth > 0 and self._size(k) + growth > limit:
                raise QuotaExceeded()

    def _key(self, path):
        if path == "/":
            return ""
        parts = path.split("/")
        if parts[0] or len(parts) < 2 or any(p in ("", ".", "..") for p in parts[1:]):
            raise ValueError(path)
        return path

    def _check_parent(self, key):
        for k in self._above(key):
            if k not in self.nodes:
                raise FileNotFoundError(key)
            if self.nodes[k] is not None:
                raise NotADirectoryError(key)

    def _existing(self, path):
        key = self._key(path)
        self._check_parent(key)
        if key not in self.nodes:
            raise FileNotFoundError(path)
        return key

    def _vacant(self, path):
        key = self._key(path)
        if not key:
            raise ValueError("root")
        self._check_parent(key)
        if key in self.nodes:
            raise FileExistsError(path)
        return key
