"""Delimited text that arrives in pieces."""

import re
from enum import Enum, auto

QUOTE = '"'
LINE_ENDS = ("\n", "\r\n")


class _State(Enum):
    EMPTY = auto()
    """Nothing of the present field has come."""
    PLAIN = auto()
    QUOTED = auto()
    CLOSED = auto()
    """A quote has come inside quotes: the end of the field, or the first half of a doubled one."""


class Reader:
    """Turns pieces of text into rows. Looks at each character once and holds no more than one unfinished row."""

    def __init__(self, delimiter: str = ",") -> None:
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise ValueError(f"the delimiter must be one character, no quote and no line end: {delimiter!r}")
        self._delimiter = delimiter
        self._tokens = re.compile(rf'\r\n|[\r\n"{re.escape(delimiter)}]|[^\r\n"{re.escape(delimiter)}]+')
        self._started = False
        self._over = False
        self._held = ""
        """A carriage return whose meaning depends on the next character."""
        self._state = _State.EMPTY
        self._row: list[str] = []
        self._field: list[str] = []

    def feed(self, chunk: str) -> list[list[str]]:
        """The rows that this piece completes. A ValueError is the end: nothing can be fed after it."""
        if self._over:
            raise ValueError("there is no more to read, after the end or after an error")
        text = self._held + self._without_mark(chunk)
        self._held = "\r" if text.endswith("\r") else ""
        return self._rows(text.removesuffix("\r"))

    def finish(self) -> list[list[str]]:
        """The last row, if the text did not end with its line end."""
        rows = self.feed("")
        rows += self._rows(self._held)
        self._over = True
        if self._state is _State.QUOTED:
            raise ValueError("the text ends inside quotes")
        rows += self._end_row()
        return rows

    def _without_mark(self, chunk: str) -> str:
        if self._started or not chunk:
            return chunk
        self._started = True
        return chunk.removeprefix("\ufeff")

    def _rows(self, text: str) -> list[list[str]]:
        rows: list[list[str]] = []
        for token in self._tokens.findall(text):
            if self._state is not _State.QUOTED and token in LINE_ENDS:
                rows += self._end_row()
            else:
                self._take(token)
        return rows

    def _take(self, token: str) -> None:
        if self._state is _State.QUOTED and token != QUOTE:
            self._field.append(token)
        elif self._state is _State.QUOTED:
            self._state = _State.CLOSED
        elif token == self._delimiter:
            self._end_field()
        elif token == QUOTE and self._state is _State.EMPTY:
            self._state = _State.QUOTED
        elif token == QUOTE and self._state is _State.CLOSED:
            self._field.append(QUOTE)
            self._state = _State.QUOTED
        elif self._state is _State.CLOSED:
            self._over = True
            raise ValueError(f"after closing quotes: {token[:20]!r}")
        else:
            self._field.append(token)
            self._state = _State.PLAIN

    def _end_field(self) -> None:
        self._row.append("".join(self._field))
        self._field = []
        self._state = _State.EMPTY

    def _end_row(self) -> list[list[str]]:
        """The present row in a list, or nothing where the line is empty."""
        if self._state is _State.EMPTY and not self._row:
            return []
        self._end_field()
        row, self._row = self._row, []
        return [row]
