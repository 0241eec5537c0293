"""What a round is about, as the bank holds it and as the interviewer may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import SignalId
from sparring.domain.topic import DrillId, TopicId

QuestionId = str


class FactKind(StrEnum):
    """Whether the question settles it or leaves it to the candidate."""

    FACT = "fact"
    YOUR_CALL = "your_call"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the interviewer answers to a clarifying question."""

    id: str
    asked_as: tuple[str, ...]
    """At least three phrasings of the question this answers."""

    cues: tuple[str, ...]
    """Words or short phrases any of which marks a clarifying question as being about this fact."""

    says: str
    """The answer as the interviewer says it; for `your_call`, what is left open and by what to decide."""

    kind: FactKind = FactKind.FACT


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the round with a purpose."""

    id: str
    title: str
    minutes: Mapping[int, float]
    """Length in minutes by the length of the round: {45: 7, 20: 3}."""

    signals: tuple[SignalId, ...]
    """What the phase gives a chance to show."""

    opens_with: str
    """What the interviewer asks when the phase begins and the candidate has not begun it unasked."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A question that gives a chance to show a signal, and does not help."""

    signal: SignalId
    layers: tuple[str, ...]
    """First the probe, then what is asked when the answer stays thin. One question each."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of the question, given or worked out; checked with units."""

    id: str
    name: str
    value: str
    """A Pint expression with its unit, e.g. `2.3e5 request/second`."""

    formula: str | None
    """An expression over other quantities' ids that must come to `value` within 10 %; None where given."""

    heard_as: tuple[str, ...]
    """How a candidate names it: "reads per second"."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed requirement, put late in the round."""

    id: str
    says: str
    tests: str
    """What a strong reaction does; for the debrief only."""


@dataclass(frozen=True, slots=True)
class WrongHint:
    """A plausible suggestion that is wrong here; what is made of it is rated as any answer is."""

    says: str
    taken_when: tuple[str, ...]
    """Phrases by which a candidate accepts it."""

    truth: str
    """For the debrief only."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A question that invites a weak habit."""

    says: str
    watch_for: str
    """For the debrief only."""


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A short exchange at a known altitude; the raters must order exemplars of one question."""

    altitude: Altitude
    turns: tuple[tuple[str, str], ...]
    """(speaker, text) with speaker `interviewer` or `candidate`."""


@dataclass(frozen=True, slots=True)
class Question:
    """What every round's question has."""

    id: QuestionId
    uuid: str
    round: Round
    title: str
    statement: str
    """As an interviewer says it: under-specified on purpose."""

    facts: tuple[Fact, ...]
    phases: tuple[Phase, ...]
    probes: tuple[Probe, ...]
    hints: tuple[str, ...]
    """A ladder: each gives away more than the one before."""

    guarded: tuple[str, ...]
    """Key ideas of the solution as phrases that nothing the interviewer says may contain; hints excepted."""

    topics: tuple[TopicId, ...]
    """Topics that ought to come up."""

    altitudes: Mapping[Altitude, str]
    """What mid, senior and staff do with the question; for the debrief only."""

    exemplars: tuple[Exemplar, ...]


class Standing(StrEnum):
    """How a drill stands to a design question, whatever the candidate says."""

    HEART = "heart"
    """It goes at what this question is hard at."""

    NATURAL = "natural"
    """What it speaks of is part of nearly any design of this."""

    ASIDE = "aside"
    """A jump, or its premise does not hold here."""


@dataclass(frozen=True, slots=True)
class DesignQuestion(Question):
    """A system to design."""

    family: str
    """`social_feed`, `storage_system`, `notification_system`, `rate_limiter`, ..."""

    quantities: tuple[Quantity, ...]
    crux: tuple[TopicId, ...]
    changes: tuple[Change, ...]
    wrong_hints: tuple[WrongHint, ...]
    board: str
    """An exemplar board as a Mermaid flowchart; for the debrief only."""

    drills: Mapping[str, Standing] = field(default_factory=dict)
    """By `topic:side:number` (from 0), or `topic:side` or `topic` for all of it; empty where nobody said."""

    def standing(self, drill: DrillId) -> Standing | None:
        """How a drill stands, by the narrowest that is listed and holds it; None where nothing is listed."""
        topic, side, number = drill
        within = (f"{topic}:{side}:{number}", f"{topic}:{side}", topic)
        listed = next((self.drills[each] for each in within if each in self.drills), Standing.ASIDE)
        return listed if self.drills else None


@dataclass(frozen=True, slots=True)
class BehavioralQuestion(Question):
    """A story to tell."""

    target: SignalId
    """The signal that decides this question."""

    expects: tuple[SignalId, ...]
    """Signals the question gives a chance to show."""

    traps: tuple[Trap, ...]


class CaseCategory(StrEnum):
    """Why a case exists, coarsely."""

    HAPPY = "happy"
    EDGE = "edge"
    ADVERSARIAL = "adversarial"
    PERFORMANCE = "performance"


@dataclass(frozen=True, slots=True)
class Case:
    """One test case: Python that sets `result`, and what it must be."""

    id: str
    stage: int
    """1 for the question as stated, 2 and 3 for its follow-ups. A stage runs its own and all earlier cases."""

    category: CaseCategory
    open: bool
    """Open cases are shown to the candidate and run by `/run`; hidden ones run at the end."""

    why: str
    run: str
    """Statements run with every public name of the submission in scope; they set `result` (JSON values)."""

    expect: object
    """The JSON value `result` must equal; ignored where `raises` is set."""

    raises: str | None = None
    """Name of the exception that the statements must raise, e.g. `ValueError` (subclasses count)."""


@dataclass(frozen=True, slots=True)
class Complexity:
    """Growth of time and space, e.g. time `O(n log n)`, space `O(n)`, with what n means."""

    time: str
    space: str
    why: str
    also: tuple[str, ...] = ()
    """Other correct ways to state the time ("O(1) amortised per call")."""


@dataclass(frozen=True, slots=True)
class Flawed:
    """A solution that the cases must fail."""

    name: str
    source: str
    flaw: str
    stage: int = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """A follow-up that changes the requirement."""

    number: int
    """2 or 3."""

    says: str
    reference: str
    """A solution of this stage and every one before."""


@dataclass(frozen=True, slots=True)
class CodingQuestion(Question):
    """Code to write."""

    language: str
    starter: str
    """What the candidate's file holds at the start: signatures and a docstring."""

    reference: str
    good: Complexity
    naive: Complexity
    cases: tuple[Case, ...]
    flawed: tuple[Flawed, ...]
    stages: tuple[Stage, ...]
    review: Mapping[Altitude, str]
    """What a reviewer would say of the code at mid, senior, staff; for the debrief only."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A question as the interviewer may see it: no anchors, altitudes, references or guarded ideas."""

    id: QuestionId
    round: Round
    title: str
    statement: str
    topics: tuple[TopicId, ...]

    @classmethod
    def of(cls, question: Question) -> "Brief":
        """The brief of a question."""
        return cls(question.id, question.round, question.title, question.statement, question.topics)


AnyQuestion = DesignQuestion | BehavioralQuestion | CodingQuestion
QuestionT = TypeVar("QuestionT", bound=Question)
