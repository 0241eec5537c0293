"""What a foreign file says, before anybody knows who the candidate is."""

from dataclasses import dataclass

from sparring.domain.round import Seconds


@dataclass(frozen=True, slots=True)
class Said:
    """One stretch of words as the file has it: a cue, or a labelled paragraph."""

    line: int
    """Where it begins in the file, from 1."""

    name: str | None
    """Who says it, as the file names them; None where it does not."""

    at: Seconds | None
    text: str
    until: Seconds | None = None
    """When it ends, where the file says so."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A whole foreign file."""

    format: str
    """Name of the format, for messages: "WebVTT"."""

    said: tuple[Said, ...]
    notes: tuple[str, ...] = ()
    title: str = ""
    """A heading at the top, where there is one."""

    spoken: bool = False
    """True for captions: somebody spoke, nobody typed."""

    roles: tuple[tuple[str, str], ...] = ()
    """What a list of participants at the top says: (name, `interviewer` or `candidate`)."""


def words(text: str) -> int:
    """How many words."""
    return len(text.split())
