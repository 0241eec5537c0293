class QuotaExceeded(Exception):
    pass


class Dir:
    def __init__(self, parent):
        self.parent = parent
        self.children = {}
        self.quota = None
        self.size = 0


class File:
    def __init__(self, parent):
        self.parent = parent
        self.data = b""
        self.size = 0


def split(path):
    if path == "/":
        return []
    parts = path.split("/")
    if parts[0] != "" or len(parts) < 2 or any(p in ("", ".", "..") for p in parts[1:]):
        raise ValueError(path)
    return parts[1:]


class FileSystem:
    def __init__(self):
        self.root = Dir(None)

    def make_dir(self, path):
        parent, name = self._parent(path)
        if name in parent.children:
            raise FileExistsError(path)
        parent.children[name] = Dir(parent)

    def write(self, path, data):
        parent, name = self._parent(path)
        file = parent.children.get(name) or File(parent)
        if isinstance(file, Dir):
            raise IsADirectoryError(path)
        self._change(parent, len(data) - file.size)
        file.data, file.size = data, len(data)
        parent.children[name] = file

    def read(self, path):
        node = self._get(path)
        if isinstance(node, Dir):
            raise IsADirectoryError(path)
        return node.data

    def names(self, path):
        return sorted(self._dir(path).children)

    def remove(self, path):
        parent, name = self._parent(path)
        node = self._get(path)
        del parent.children[name]
        self._change(parent, -node.size)

    def move(self, source, target):
        old, old_name = self._parent(source)
        node = self._get(source)
        new, new_name = self._parent(target)
        if new_name in new.children:
            raise FileExistsError(target)
        above = new
        while above is not None:
            if above is node:
                raise ValueError("into itself")
            above = above.parent
        self._change(new, node.size)
        self._change(old, -node.size)
        del old.children[old_name]
        new.children[new_name] = node
        node.parent = new

    def used(self, path):
        return self._get(path).size

    def set_quota(self, path, limit):
        if limit is not None and limit < 0:
            raise ValueError(limit)
        self._dir(path).quota = limit

    def _change(self, directory, delta):
        chain = []
        while directory is not None:
            if directory.quota is not None and delta > 0 and directory.size + delta > directory.quota:
                raise QuotaExceeded()
            chain.append(directory)
            directory = directory.parent
        for d in chain:
            d.size += delta

    def _get(self, path):
        node = self.root
        for name in split(path):
            if not isinstance(node, Dir):
                raise NotADirectoryError(path)
            if name not in node.children:
                raise FileNotFoundError(path)
            node = node.children[name]
        return node

    def _dir(self, path):
        node = self._get(path)
        if not isinstance(node, Dir):
            raise NotADirectoryError(path)
        return node

    def _parent(self, path):
        parts = split(path)
        if not parts:
            raise ValueError("root")
        return self._dir("/" + "/".join(parts[:-1])), parts[-1]
