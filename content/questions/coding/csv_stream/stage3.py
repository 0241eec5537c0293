"""Delimited text that arrives in pieces, as text or bytes, with broken and oversized rows refused or left out."""

import codecs
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
    SKIPPING = auto()
    """The row is broken, and the rest of its line does not matter."""


class Reader:
    """Turns pieces of text into rows. Looks at each character once and holds no more than one unfinished row."""

    def __init__(self, delimiter: str = ",", lenient: bool = False, limit: int | None = None) -> None:
        if len(delimiter) != 1 or delimiter in '"\r\n':
            raise ValueError(f"the delimiter must be one character, no quote and no line end: {delimiter!r}")
        if limit is not None and limit < 1:
            raise ValueError(f"the limit must be at least 1, not {limit}")
        self.errors: list[int] = []
        """The lines on which broken rows began; only a lenient reader goes on to collect them."""
        self._delimiter = delimiter
        self._lenient = lenient
        self._limit = limit
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._tokens = re.compile(rf'\r\n|[\r\n"{re.escape(delimiter)}]|[^\r\n"{re.escape(delimiter)}]+')
        self._started = False
        self._over = False
        self._held = ""
        """A carriage return whose meaning depends on the next character."""
        self._state = _State.EMPTY
        self._row: list[str] = []
        self._field: list[str] = []
        self._line = 1
        self._row_line = 1
        self._size = 0
        """Characters and delimiters of the present row."""

    def feed(self, chunk: str | bytes) -> list[list[str]]:
        """The rows that this piece completes. A ValueError is the end: nothing can be fed after it."""
        if self._over:
            raise ValueError("there is no more to read, after the end or after an error")
        decoded = chunk if isinstance(chunk, str) else self._decoder.decode(chunk)
        text = self._held + self._without_mark(decoded)
        self._held = "\r" if text.endswith("\r") else ""
        return self._rows(text.removesuffix("\r"))

    def finish(self) -> list[list[str]]:
        """The last row, if the text did not end with its line end."""
        rows = self.feed(self._decoder.decode(b"", final=True))
        rows += self._rows(self._held)
        self._over = True
        if self._state is _State.QUOTED:
            self._break("the text ends inside quotes")
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
            self._line += token in LINE_ENDS
            if self._state is not _State.QUOTED and token in LINE_ENDS:
                rows += self._end_row()
            elif self._state is not _State.SKIPPING:
                self._take(token)
        return rows

    def _take(self, token: str) -> None:
        if self._state is _State.QUOTED and token != QUOTE:
            self._add(token)
        elif self._state is _State.QUOTED:
            self._state = _State.CLOSED
        elif token == self._delimiter:
            self._end_field()
            self._grow(1)
        elif token == QUOTE and self._state is _State.EMPTY:
            self._state = _State.QUOTED
        elif token == QUOTE and self._state is _State.CLOSED:
            self._state = _State.QUOTED
            self._add(QUOTE)
        elif self._state is _State.CLOSED:
            self._break(f"after closing quotes: {token[:20]!r}")
        else:
            self._state = _State.PLAIN
            self._add(token)

    def _add(self, text: str) -> None:
        self._field.append(text)
        self._grow(len(text))

    def _grow(self, count: int) -> None:
        self._size += count
        if self._limit is not None and self._size > self._limit:
            self._break(f"more than {self._limit} characters in a row")

    def _break(self, reason: str) -> None:
        """Give up the present row, and all that follows unless the reader is lenient."""
        if not self._lenient:
            self._over = True
            raise ValueError(f"line {self._row_line}: {reason}")
        self.errors.append(self._row_line)
        self._row, self._field = [], []
        self._state = _State.SKIPPING

    def _end_field(self) -> None:
        self._row.append("".join(self._field))
        self._field = []
        self._state = _State.EMPTY

    def _end_row(self) -> list[list[str]]:
        """The present row in a list, or nothing where the line is empty or broken."""
        self._row_line, self._size = self._line, 0
        if self._state is _State.SKIPPING:
            self._state = _State.EMPTY
            return []
        if self._state is _State.EMPTY and not self._row:
            return []
        self._end_field()
        row, self._row = self._row, []
        return [row]
