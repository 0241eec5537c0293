"""Why a file cannot be read, and what to do about it.

Every one of these is for the person who gave the file; trying the same file again does not help.

    TranscriptError
    ├── NotText                the file holds no words to read
    │   ├── Empty
    │   ├── Binary
    │   ├── TooLarge
    │   └── Undecodable
    ├── Misshapen              words, but not a round
    │   ├── Malformed
    │   │   └── Truncated
    │   ├── NoSpeakers
    │   └── NoCandidate
    └── WrongChoice            a name that fits nothing here
        ├── UnknownRound
        └── NoSuchSpeaker
"""

from collections.abc import Sequence

from sparring.domain.round import Round
from sparring.transcripts.plain import shown


class TranscriptError(Exception):
    """A file that cannot become a transcript; the message ends with the remedy."""

    def __init__(self, what: str, remedy: str, line: int | None = None) -> None:
        self.what = what
        self.remedy = remedy
        self.line = line
        where = f"Line {line}: " if line is not None else ""
        super().__init__(f"{where}{what} {remedy}".strip())


class NotText(TranscriptError):
    """The file holds no words to read."""


class Empty(NotText):
    """Nothing in it, or nothing said."""

    def __init__(self, what: str = "There is nothing in it.", line: int | None = None) -> None:
        super().__init__(what, "Give a transcript with at least one turn of the candidate.", line)


class Binary(NotText):
    """A picture, a recording, a document or an archive."""

    def __init__(self, kind: str, remedy: str) -> None:
        super().__init__(f"This is {kind}, not text.", remedy)


class TooLarge(NotText):
    """More than anybody says in a day."""

    def __init__(self, size: str, limit: str) -> None:
        super().__init__(
            f"It has {size}; the limit is {limit}.",
            "A 45-minute round has about 0.05 MB and a thousand lines: give one round a file, as text.",
        )


class Undecodable(NotText):
    """Bytes in no encoding that fits."""

    def __init__(self, line: int | None = None) -> None:
        super().__init__("The bytes are in no text encoding that I know.", "Save the file as UTF-8.", line)


class Misshapen(TranscriptError):
    """Words, but not a round."""


class Malformed(Misshapen):
    """Something else than the format has at this place."""

    def __init__(self, line: int | None, expected: str, got: str, remedy: str = "Mend it and try again.") -> None:
        self.expected = expected
        self.got = shown(got)
        super().__init__(f"expected {expected}, got {self.got}.", remedy, line)


class Truncated(Malformed):
    """The file ends in the middle of something."""

    def __init__(self, line: int | None, expected: str) -> None:
        super().__init__(line, expected, "the end of the file", "Export or copy it again: its end is missing.")


class NoSpeakers(Misshapen):
    """Nobody can tell who says what."""

    def __init__(self) -> None:
        super().__init__(
            "No line says who speaks.",
            "Begin each turn with 'Interviewer:' or 'Candidate:', or name the question (--question) "
            "to have all of it read as one answer.",
        )


class NoCandidate(Misshapen):
    """Only interviewers speak."""

    def __init__(self, speakers: Sequence[str], line: int | None = None) -> None:
        super().__init__(
            f"The candidate says nothing; there is only {listed(speakers)}.",
            "Name the candidate with --candidate, or give the whole round.",
            line,
        )


class WrongChoice(TranscriptError):
    """A name that fits nothing here."""


class UnknownRound(WrongChoice):
    """A kind of round that does not exist."""

    def __init__(self, got: str, line: int | None = None) -> None:
        super().__init__(
            f"There is no round {shown(got)}.", f"Say one of {listed(list(Round))}, or leave it out (or --round).", line
        )


class NoSuchSpeaker(WrongChoice):
    """The named candidate is not among the speakers, or the name fits several."""

    def __init__(self, got: str, speakers: Sequence[str], fits: Sequence[str] = ()) -> None:
        what = f"{shown(got)} fits {listed(fits)}." if fits else f"Nobody called {shown(got)} speaks here."
        super().__init__(what, f"Say one of: {listed(speakers)}.")


def listed(names: Sequence[str], limit: int = 12) -> str:
    """Names in a row for a message, quoted; long rows are cut."""
    quoted = ", ".join(shown(name) for name in names[:limit])
    return f"{quoted} and {len(names) - limit} more" if len(names) > limit else quoted
