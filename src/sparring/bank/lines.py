"""On which line of a TOML document each key stands; tomllib does not say."""

import re

from sparring.bank.problem import KeyPath

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\]|\\.)*?"""(?!")', re.DOTALL),
    re.compile(r"'''.*?'''(?!')", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of every key, table header and array element of a document that tomllib accepts."""
    return _Scanner(text.replace("\r\n", "\n")).scan()


class _Scanner:
    """One pass over a valid document; it need not refuse anything."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._lines: dict[KeyPath, int] = {}
        self._tables: dict[KeyPath, int] = {}
        """How many tables each array of tables has so far."""

    def scan(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        self._take(_BLANK)
        while self._at < len(self._text):
            if self._next("[["):
                table = self._header(double=True)
            elif self._next("["):
                table = self._header(double=False)
            else:
                self._pair(table)
            self._take(_BLANK)
        return self._lines

    def _header(self, double: bool) -> KeyPath:
        width = 2 if double else 1
        self._at += width
        names = self._names()
        self._at += width
        path = self._resolved(names[:-1]) + names[-1:]
        if double:
            index = self._tables.get(path, 0)
            self._tables[path] = index + 1
            self._mark(path)
            path = (*path, index)
        elif path in self._tables:
            path = (*path, self._tables[path] - 1)
        self._mark(path)
        return path

    def _resolved(self, names: KeyPath) -> KeyPath:
        path: KeyPath = ()
        for name in names:
            path = (*path, name)
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
            self._mark(path)
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name in self._names():
            path = (*path, name)
            self._mark(path)
        self._at += 1
        self._take(_SPACE)
        self._value(path)

    def _names(self) -> KeyPath:
        names: list[str | int] = []
        while True:
            self._take(_SPACE)
            bare = self._take(_BARE)
            names.append(bare or self._take(_STRINGS[2])[1:-1] or self._take(_STRINGS[3])[1:-1])
            self._take(_SPACE)
            if not self._next("."):
                return tuple(names)
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        self._mark(path)
        if self._next("["):
            self._array(path)
        elif self._next("{"):
            self._inline(path)
        elif not any(self._take(string) for string in _STRINGS):
            self._take(_SCALAR)

    def _array(self, path: KeyPath) -> None:
        self._at += 1
        self._take(_BLANK)
        index = 0
        while self._at < len(self._text) and not self._next("]"):
            self._value((*path, index))
            self._separator()
            index += 1
        self._at += 1

    def _inline(self, path: KeyPath) -> None:
        self._at += 1
        self._take(_BLANK)
        while self._at < len(self._text) and not self._next("}"):
            self._pair(path)
            self._separator()
        self._at += 1

    def _separator(self) -> None:
        self._take(_BLANK)
        if self._next(","):
            self._at += 1
            self._take(_BLANK)

    def _mark(self, path: KeyPath) -> None:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        self._lines.setdefault(path, self._line)

    def _next(self, start: str) -> bool:
        return self._text.startswith(start, self._at)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found.group()
