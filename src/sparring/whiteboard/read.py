"""Reads a drawing, whichever of the two kinds it is."""

from sparring.domain.board import Board
from sparring.whiteboard.errors import NotADrawing, TooLarge
from sparring.whiteboard.excalidraw import read_excalidraw
from sparring.whiteboard.mermaid import read_mermaid

LARGEST = 10 * 1024 * 1024
REMEDY = (
    "Give an Excalidraw scene (.excalidraw, JSON) or a Mermaid flowchart (.mmd, text that begins with `flowchart`)."
)


def read(data: bytes, name: str) -> Board:
    """The board that a file draws. `name` is used in errors alone; what is inside decides how it is read.

    Raises a BoardError that names the line, where there is one, and the remedy.
    """
    if len(data) > LARGEST:
        raise TooLarge(
            name, None, f"{len(data)} bytes, at most {LARGEST} are read.", "Draw the design, not its pictures."
        )
    text = _text(data, name)
    if not text.strip():
        raise NotADrawing(name, None, "the file is empty.", REMEDY)
    return read_excalidraw(text, name) if text.lstrip()[0] in "{[" else read_mermaid(text, name)


def _text(data: bytes, name: str) -> str:
    """The file as text: UTF-8, or UTF-16 where a mark at its start says so."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotADrawing(name, line, f"this is no text ({error.reason}).", REMEDY) from None
    if "\0" in text:
        raise NotADrawing(name, text[: text.index("\0")].count("\n") + 1, "this is a binary file.", REMEDY)
    return text
