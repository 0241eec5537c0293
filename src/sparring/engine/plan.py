"""What is settled before a round begins: question, length, interviewer, pressure, seed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sparring.domain.interviewer import Interviewer
from sparring.domain.question import AnyQuestion, BehavioralQuestion, Phase
from sparring.domain.round import Altitude, Round, Seconds
from sparring.domain.rubric import SIGNALS, Deeper, SignalId
from sparring.domain.topic import Topic, TopicId

PATIENCE_FACTOR = {0: 1.5, 1: 1.0, 2: 0.85, 3: 0.7}
"""How the pressure dial stretches or shortens silence before a nudge."""


@dataclass(frozen=True, slots=True)
class PhaseSlot:
    """A phase with its place on the round's clock."""

    phase: Phase
    begins: Seconds
    ends: Seconds


@dataclass(frozen=True)
class Plan:
    """Everything a round is held by."""

    question: AnyQuestion
    interviewer: Interviewer
    topics: Mapping[TopicId, Topic]
    generic_probes: Mapping[SignalId, tuple[str, ...]]
    """The rubric's probes, for signals where the question's own are used up."""

    deeper: Mapping[SignalId, tuple[Deeper, ...]] = field(default_factory=dict)
    """The rubric's questions on what was shown already, asked after the words that showed it."""

    minutes: float = 45
    level: Altitude = Altitude.SENIOR
    pressure: int = 1
    """0 (gentle) to 3 (relentless)."""

    seed: int = 0
    digging: int = field(init=False)
    """Most drills in a row on one topic."""

    def __post_init__(self) -> None:
        """Derive the digging from manner and pressure."""
        object.__setattr__(self, "digging", max(1, min(4, self.interviewer.digs + self.pressure - 1)))

    @property
    def round(self) -> Round:
        """The round of the question."""
        return self.question.round

    @property
    def total(self) -> Seconds:
        """Length of the round."""
        return self.minutes * 60

    @cached_property
    def phases(self) -> tuple[PhaseSlot, ...]:
        """The question's phases, scaled from the nearer of its written lengths to this round's."""
        written = {length for phase in self.question.phases for length in phase.minutes}
        nearest = min(written, key=lambda length: (abs(length - self.minutes), length))
        scale = self.minutes * 60 / sum(phase.minutes[nearest] for phase in self.question.phases)
        slots: list[PhaseSlot] = []
        begins = 0.0
        for phase in self.question.phases:
            ends = begins + phase.minutes[nearest] * scale
            slots.append(PhaseSlot(phase, begins, ends))
            begins = ends
        return tuple(slots)

    @property
    def expected(self) -> tuple[SignalId, ...]:
        """Signals that this round ought to give a chance to show."""
        if isinstance(self.question, BehavioralQuestion):
            return self.question.expects
        return SIGNALS[self.round]

    def patience(self, working: bool) -> Seconds:
        """Silence before a nudge; three times that while coding or drawing, but 60 to 90 s."""
        talk = self.interviewer.patience * PATIENCE_FACTOR[self.pressure]
        return min(90.0, max(60.0, 3 * talk)) if working else talk
