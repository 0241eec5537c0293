"""Verbatim stretches of a turn, short enough to read at a glance."""

import re

LONGEST = 40
"""Words of the longest quote."""

_WORD = re.compile(r"\S+")
_PAUSE = re.compile(r"[,;:]$|[.!?]$")


def trimmed(text: str, start: int, end: int, longest: int = LONGEST) -> tuple[int, int]:
    """The span without white space around it, cut after `longest` words or at a pause in the second half of them."""
    words = list(_WORD.finditer(text, start, end))
    if not words:
        return start, start
    if len(words) > longest:
        pauses = [i for i in range(longest // 2, longest) if _PAUSE.search(words[i].group())]
        words = words[: (pauses[-1] if pauses else longest - 1) + 1]
        last = words[-1]
        return words[0].start(), last.start() + len(last.group().rstrip(",;:"))
    return words[0].start(), words[-1].end()


def short(quote: str, words: int = 14) -> str:
    """The first words of a quote, for use inside a sentence; an ellipsis where it was cut."""
    found = quote.split()
    return " ".join(found) if len(found) <= words else " ".join(found[:words]).rstrip(",;:.") + " …"


def clock(at: float) -> str:
    """Seconds as minutes and seconds: 754 is `12:34`."""
    whole = max(0, int(at))
    return f"{whole // 60:02d}:{whole % 60:02d}"
