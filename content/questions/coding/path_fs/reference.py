"""A file system in memory."""

from __future__ import annotations

from collections.abc import Iterator


class QuotaExceeded(Exception):
    """A directory would hold more than it may."""


class _Node:
    """What has a place in the tree; `size` is that of all contents from here on down."""

    def __init__(self, parent: _Directory | None) -> None:
        self.parent = parent
        self.size = 0

    def holders(self) -> Iterator[_Directory]:
        """The directories that this lies in, the nearest first."""
        directory = self.parent
        while directory is not None:
            yield directory
            directory = directory.parent


class _File(_Node):
    def __init__(self, parent: _Directory) -> None:
        super().__init__(parent)
        self.data = b""


class _Directory(_Node):
    def __init__(self, parent: _Directory | None) -> None:
        super().__init__(parent)
        self.children: dict[str, _Node] = {}
        self.quota: int | None = None


class FileSystem:
    """Directories and files, with the size of every directory kept up to date.

    Paths are absolute. Every call costs time by the depth of its paths, but for sorting in `names`; a call that raises
    has changed nothing. Not safe to share between threads.
    """

    def __init__(self) -> None:
        self._root = _Directory(None)

    def make_dir(self, path: str) -> None:
        """Make a directory in one that exists."""
        parent, name = self._vacancy(path)
        parent.children[name] = _Directory(parent)

    def write(self, path: str, data: bytes) -> None:
        """Set the contents of a file, which is made if it is not there."""
        parent, name = self._parent(path)
        file = parent.children.get(name) or _File(parent)
        if not isinstance(file, _File):
            raise IsADirectoryError(path)
        growth = len(data) - file.size
        holders = list(file.holders())
        _check_quotas(holders, growth)
        _grow(holders, growth)
        file.data = data
        file.size = len(data)
        parent.children[name] = file

    def read(self, path: str) -> bytes:
        """The contents of a file."""
        file = self._find(path)
        if not isinstance(file, _File):
            raise IsADirectoryError(path)
        return file.data

    def names(self, path: str) -> list[str]:
        """The names in a directory, sorted."""
        return sorted(self._directory(path).children)

    def remove(self, path: str) -> None:
        """Remove a file, or a directory and all that is in it."""
        parent, name = self._parent(path)
        node = self._child(parent, name, path)
        del parent.children[name]
        _grow(list(node.holders()), -node.size)

    def move(self, source: str, target: str) -> None:
        """Give a file, or a directory and all that is in it, another path, at which there is nothing yet."""
        old_parent, old_name = self._parent(source)
        node = self._child(old_parent, old_name, source)
        new_parent, new_name = self._vacancy(target)
        if node is new_parent or node in new_parent.holders():
            raise ValueError(f"{source} cannot be moved into itself")
        leaving, entering = _apart(node, new_parent)
        _check_quotas(entering, node.size)
        _grow(leaving, -node.size)
        _grow(entering, node.size)
        del old_parent.children[old_name]
        new_parent.children[new_name] = node
        node.parent = new_parent

    def used(self, path: str) -> int:
        """The bytes in a file, or in all files below a directory."""
        return self._find(path).size

    def set_quota(self, path: str, limit: int | None) -> None:
        """Let a directory hold at most `limit` bytes, or any number; what it holds already stays."""
        if limit is not None and limit < 0:
            raise ValueError(f"a quota cannot be {limit}")
        self._directory(path).quota = limit

    def _find(self, path: str) -> _Node:
        node: _Node = self._root
        for name in _names(path):
            node = self._child(node, name, path)
        return node

    def _directory(self, path: str) -> _Directory:
        directory = self._find(path)
        if not isinstance(directory, _Directory):
            raise NotADirectoryError(path)
        return directory

    def _parent(self, path: str) -> tuple[_Directory, str]:
        """The directory that holds, or would hold, what is at a path, and the name in it."""
        *above, name = _names(path) or [""]
        if not name:
            raise ValueError("the root stays where it is")
        return self._directory("/" + "/".join(above)), name

    def _vacancy(self, path: str) -> tuple[_Directory, str]:
        parent, name = self._parent(path)
        if name in parent.children:
            raise FileExistsError(path)
        return parent, name

    @staticmethod
    def _child(node: _Node, name: str, path: str) -> _Node:
        if not isinstance(node, _Directory):
            raise NotADirectoryError(path)
        if name not in node.children:
            raise FileNotFoundError(path)
        return node.children[name]


def _names(path: str) -> list[str]:
    """The names on the way from the root, none for the root itself."""
    if path == "/":
        return []
    start, *names = path.split("/")
    if start or not names or any(name in ("", ".", "..") for name in names):
        raise ValueError(f"not a path: {path!r}")
    return names


def _check_quotas(directories: list[_Directory], growth: int) -> None:
    for directory in directories:
        if directory.quota is not None and growth > 0 and directory.size + growth > directory.quota:
            raise QuotaExceeded(f"{directory.size} + {growth} bytes are more than {directory.quota}")


def _grow(directories: list[_Directory], growth: int) -> None:
    for directory in directories:
        directory.size += growth


def _apart(node: _Node, new_parent: _Directory) -> tuple[list[_Directory], list[_Directory]]:
    """The directories that a move takes a node out of, and those it brings it into; others hold it before and after."""
    before = list(node.holders())
    after = [new_parent, *new_parent.holders()]
    both = set(before) & set(after)
    return [d for d in before if d not in both], [d for d in after if d not in both]
