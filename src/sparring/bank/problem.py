"""Something wrong in a content file."""

from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""Where in a TOML document: `("facets", 2, "drills")`."""

LONGEST = 80


@dataclass(frozen=True, slots=True, order=True)
class ContentProblem:
    """What is wrong, and where to mend it."""

    file: str
    """As printed: from the content folder's own name on, with `/`."""

    line: int
    """From 1."""

    key: str
    """The key as an author would write it, `facets[2].drills` (counted from 0); empty for the file as a whole."""

    expected: str
    got: str
    """What came instead, or how to mend it."""

    def __str__(self) -> str:
        key = f"{self.key}: " if self.key else ""
        got = f", got {self.got}" if self.got else ""
        return f"{self.file}:{self.line}: {key}expected {self.expected}{got}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that a rule found in a value, before it has a file and a line."""

    path: KeyPath
    expected: str
    got: str


def dotted(path: KeyPath) -> str:
    """A key path as an author would write it."""
    text = ""
    for part in path:
        shown = str(part) if str(part).isprintable() else ascii(part)
        text += f"[{part}]" if isinstance(part, int) else f".{shown}" if text else shown
    return text


def short(value: object) -> str:
    """A value as an error shows it: one line, cut where it is long, control characters escaped."""
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
