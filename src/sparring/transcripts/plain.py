"""Foreign text made safe to show: no escapes, no control characters, no half characters."""

import re

_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)?"
    r"|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?"
    r"|\x1b[PX^_][^\x1b]{0,4096}(?:\x1b\\)?"
    r"|\x1b[ -/]{0,16}[0-~]?"
)
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_HALVES = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\r?\n|\r|[\x0b\x0c\x85\u2028\u2029]")


def plain(text: str) -> str:
    """The text without terminal escapes, control characters, direction overrides and lone surrogates.

    Line ends become newlines; tabs stay.
    """
    text = _BREAKS.sub("\n", _ESCAPES.sub("", text) if "\x1b" in text or "\x9b" in text else text)
    return _HALVES.sub("\ufffd", _CONTROLS.sub("", text))


def one_line(text: str, limit: int = 120) -> str:
    """The text on one line, spaces joined, cut at `limit` characters."""
    flat = " ".join(plain(text[: limit * 8]).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def shown(value: object, limit: int = 60) -> str:
    """A foreign value as a message may show it: one short line in quotation marks, all of it printable."""
    return "'" + "".join(char if char.isprintable() else "\ufffd" for char in one_line(str(value), limit)) + "'"
