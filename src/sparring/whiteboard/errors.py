"""Why a drawing could not be read. All of it is for the candidate to mend; reading again changes nothing.

BoardError
├── TooLarge        the file, or what is in it, is past the limit
├── NotADrawing     neither an Excalidraw scene nor a Mermaid flowchart
└── BadDrawing      it is one of them, and something in it cannot be read
"""


class BoardError(Exception):
    """A drawing that cannot be read: where, what was found, and what to do."""

    def __init__(self, name: str, line: int | None, found: str, remedy: str) -> None:
        where = name if line is None else f"{name}, line {line}"
        super().__init__(f"{where}: {found} {remedy}")
        self.line = line
        self.found = found
        self.remedy = remedy


class TooLarge(BoardError):
    """The drawing is past the limit."""


class NotADrawing(BoardError):
    """The file is neither an Excalidraw scene nor a Mermaid flowchart."""


class BadDrawing(BoardError):
    """Something in the drawing cannot be read."""
