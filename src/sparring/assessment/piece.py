"""A stretch of talk on its way to being evidence."""

from dataclasses import dataclass

from sparring.domain.evidence import Polarity, Source
from sparring.domain.rubric import SignalId


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn that may be evidence."""

    turn: int
    start: int
    end: int
    signal: SignalId
    polarity: Polarity
    strength: float
    source: Source
    why: str = ""

    @property
    def unruled(self) -> bool:
        """Whether it is held against the candidate on the word of the model alone."""
        return self.polarity is Polarity.MINUS and not self.why

    def overlaps(self, other: "Piece") -> bool:
        """Whether both cover some of the same words."""
        return self.turn == other.turn and min(self.end, other.end) > max(self.start, other.start)
