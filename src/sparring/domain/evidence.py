"""What was seen in a session, and where."""

from dataclasses import dataclass
from enum import StrEnum

from sparring.domain.rubric import SignalId


class Polarity(StrEnum):
    """For better or for worse."""

    PLUS = "+"
    MINUS = "-"


class Source(StrEnum):
    """Who says so; every sentence of a debrief names one."""

    MEASURED = "measured"
    LOCAL_MODEL = "local model"
    LANGUAGE_MODEL = "language model"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a candidate said or did that bears on a signal."""

    turn: int
    """Index of the candidate turn it was seen in; the debrief links here."""

    quote: str
    """Verbatim. A quote that is not in its turn is rejected, not repaired."""

    signal: SignalId
    polarity: Polarity
    volunteered: bool
    source: Source
    strength: float
    """0 to 1."""

    why: str = ""
    """What about it counts, in one clause, where a rule can say."""
