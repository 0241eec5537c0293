"""The story bank: what each story shows, where the holes are, and which story answers a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sparring.domain.question import BehavioralQuestion
from sparring.domain.rubric import SignalId

FRAME: tuple[tuple[str, SignalId], ...] = (
    ("Problem", "problem"),
    ("Ownership", "ownership"),
    ("Action", "action"),
    ("Outcome", "outcome"),
    ("Trade-off", "tradeoffs"),
    ("What I'd do differently", "reflection"),
)
"""The parts of a strong answer, in order, and the signal each shows."""

SHOWS = 3
"""From this rating on a story shows a signal."""

STALE = 3 * 365
"""Days after which an interviewer asks for something newer."""

OFTEN = 2
"""A story told in more than so many of the last rounds is told too often."""

ALIKE = 3.0
"""Weight of likeness in words against one point of rating."""


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happened to the candidate, ready to be told."""

    id: str
    title: str
    text: str
    happened: date | None
    """When it happened; None where it was not said."""

    session: str
    """The session it was told in; empty where it was written."""

    told: tuple[str, ...] = ()
    """Sessions it was told in since."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the frame in a story."""

    name: str
    signal: SignalId
    quote: str
    """The sentence that shows it; empty where the part is missing."""

    add: str
    """What would have to be added; empty where the part is there."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a story contains."""

    parts: tuple[Part, ...]
    ratings: Mapping[SignalId, int]
    """Ratings 1 to 4 of every signal that the story bears on."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the parts that are not there."""
        return tuple(part.name for part in self.parts if not part.quote)


def holes(parsed: Sequence[Parsed], signals: Sequence[SignalId]) -> tuple[SignalId, ...]:
    """Signals that no story shows."""
    return tuple(s for s in signals if not any(each.ratings.get(s, 0) >= SHOWS for each in parsed))


def stale(story: Story, today: date) -> bool:
    """Whether it happened so long ago that it no longer speaks for the candidate."""
    return story.happened is not None and (today - story.happened).days > STALE


def overused(story: Story, recent: Sequence[str]) -> bool:
    """Whether it was told in too many of the recent sessions."""
    return len(set(story.told) & set(recent)) > OFTEN


def fit(parsed: Parsed, question: BehavioralQuestion, likeness: float) -> float:
    """How well a story answers a question: what decides it counts double; `likeness` of the texts is -1 to 1.

    A 1 shows a signal no more than a story that has nothing of it.
    """
    worth = {signal: value - 1 for signal, value in parsed.ratings.items()}
    expected = [worth.get(signal, 0) for signal in question.expects if signal != question.target]
    shown = 2 * worth.get(question.target, 0) + (sum(expected) / len(expected) if expected else 0.0)
    return shown + ALIKE * likeness
