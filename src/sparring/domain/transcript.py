"""What was said, written and run in a round, by whom and when."""

from dataclasses import dataclass
from enum import StrEnum

from sparring.domain.round import Altitude, Round, Seconds

Stretch = tuple[int, int]
"""Where a piece of a text begins and where it ends, in characters, the end not in it."""


class Speaker(StrEnum):
    """Who speaks."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Turn:
    """One uninterrupted stretch of speech of one speaker."""

    i: int
    """Position in the transcript, from 0."""

    at: Seconds
    speaker: Speaker
    text: str
    asks: str | None = None
    """The signal an interviewer's turn asks for, where the session's log says so; None where unknown."""

    move: str | None = None
    """The kind of move an interviewer's turn was, where the session's log says so."""

    meant: str | None = None
    """What an interviewer's turn says without the manner of who says it, where the session's log says so."""

    drilled: tuple[str, str] | None = None
    """Topic and facet that an interviewer's turn drills into, where the session's log says so."""

    curveball: str | None = None
    """What of its question an interviewer's turn puts on purpose, as `change:ID`, `trap:0` or `wrong_hint:0`."""

    unsure: tuple[Stretch, ...] = ()
    """What of a spoken turn was perhaps misheard, and has not been corrected."""

    @property
    def plain(self) -> str:
        """What raters read: the words without an interviewer's manner where it is known, else all of them."""
        return self.text if self.meant is None else self.meant


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The candidate's code at one moment."""

    at: Seconds
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class TestRun:
    """How many cases passed at the end."""

    __test__ = False

    passed: int
    total: int
    failed: tuple[str, ...] = ()
    """Why-lines of the failed cases, where known."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A finished round, from the store or from elsewhere; the only thing assessment reads."""

    id: str
    round: Round
    question: str
    """Question id of the bank, or a free word where the question is not in the bank."""

    title: str
    turns: tuple[Turn, ...]
    target_level: Altitude = Altitude.SENIOR
    style: str = "typed"
    """`spoken`, `typed` or `asr`."""

    code: tuple[Snapshot, ...] = ()
    tests: TestRun | None = None
    planned: Seconds | None = None
    """Planned length, known for rounds held here."""

    open: bool = False
    """True where the round has not been finished: what its question holds is not to be given away."""

    timed: bool = True
    """False where the source had no times; `at` is then an estimate from the number of words."""

    prediction: str | None = None
    """The verdict the candidate predicted before the debrief."""

    notes: tuple[str, ...] = ()
    """What the reader of a foreign file could not see or had to guess; shown in the debrief."""

    @property
    def candidate_turns(self) -> tuple[Turn, ...]:
        """Turns of the candidate, in order."""
        return tuple(turn for turn in self.turns if turn.speaker is Speaker.CANDIDATE)

    @property
    def length(self) -> Seconds:
        """When the last turn began."""
        return max((turn.at for turn in self.turns), default=0.0)
