"""What is printed, and how: one console, with everything foreign made harmless."""

import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from sparring.session.errors import UnknownChoice

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def console(*, stderr: bool = False) -> Console:
    """The terminal, or plain text where output is piped."""
    return Console(highlight=False, soft_wrap=False, stderr=stderr)


def place(path: str) -> Path:
    """A path as it was typed, `~` included. Raises UnknownChoice where nobody has the home that it names."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise UnknownChoice(f"There is no home folder for '{path}'. Write the path out.") from None


def harmless(text: str) -> str:
    """A candidate's text without terminal escapes and direction overrides."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(text: str, style: str = "") -> Text:
    """Foreign text as Rich text: its brackets are brackets, never markup."""
    return Text(harmless(text), style=style)


def interactive() -> bool:
    """A person sits there."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def moment(text: str) -> float:
    """Seconds of `MM:SS` or `H:MM:SS`; ValueError otherwise."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        raise ValueError(text)
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + int(part)
    return float(seconds)
