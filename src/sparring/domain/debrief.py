"""The page a candidate reads after a round."""

from dataclasses import dataclass
from enum import StrEnum

from sparring.domain.evidence import Evidence, Source
from sparring.domain.heard import ClaimKind
from sparring.domain.round import Altitude, Round, Seconds, Verdict
from sparring.domain.rubric import MistakeId, SignalId


@dataclass(frozen=True, slots=True)
class Rating:
    """A signal rated 1 to 4, with what carried it."""

    signal: SignalId
    value: int
    low: float
    """Lower end of the 80 % interval, 1 to 4."""

    high: float
    evidence: tuple[int, ...]
    """Indexes into the debrief's evidence, strongest first."""

    anchors_met: tuple[str, ...]
    anchors_missed: tuple[str, ...]
    """Conditions of the next anchor up that likely were not met."""

    reason: str
    """One sentence: what carried the rating."""

    source: Source
    alone: int | None = None
    """What the local raters say by themselves, where a second rater has a say in the value."""

    second: int | None = None
    """What the second rater says."""

    anchors_unheard: tuple[str, ...] = ()
    """Conditions of its own anchor that likely were not met all the same, the least likely first."""


@dataclass(frozen=True, slots=True)
class NotSeen:
    """A signal that the round gave no chance to show; never a low mark."""

    signal: SignalId
    reason: str


@dataclass(frozen=True, slots=True)
class AltitudeCall:
    """At which level the candidate spoke."""

    value: Altitude
    low: Altitude
    high: Altitude
    reason: str


@dataclass(frozen=True, slots=True)
class VerdictCall:
    """Whether the round would pass at the target level."""

    value: Verdict
    low: Verdict
    high: Verdict
    too_close: bool
    """True where the interval holds both hire and no hire."""

    reason: str


@dataclass(frozen=True, slots=True)
class MistakeSeen:
    """A named mistake and the sentence that shows it."""

    mistake: MistakeId
    turn: int | None
    quote: str
    """Verbatim, or empty where the mistake is an absence."""

    why: str


@dataclass(frozen=True, slots=True)
class OneLevelUp:
    """A sentence as it was, and what it would have to contain one altitude higher."""

    turn: int
    quote: str
    signal: SignalId
    sounded: Altitude
    would_contain: str
    sounds: str = ""
    """How the same person could say it then, by a language model; empty without one."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that decided the round."""

    turn: int
    at: Seconds
    quote: str
    what: str
    helped: bool


@dataclass(frozen=True, slots=True)
class Check:
    """A claim checked by the program."""

    kind: ClaimKind
    turn: int
    quote: str
    stated: str
    computed: str
    holds: bool
    explanation: str


class Held(StrEnum):
    """What became of a drill."""

    HELD = "held"
    """The answer covered what was asked."""

    NAMED = "named"
    """It named it, without a reason, an amount, a condition or a price."""

    SHORT = "short"
    """It was about what was asked, and did not hold: wrong, or with nothing behind it."""

    OPEN = "open"
    """Whether it held is left to the candidate's own reading."""

    UNKNOWN = "unknown"
    """The candidate said that they do not know."""

    MISSED = "missed"
    """Nothing of what was asked was heard in the answer."""


@dataclass(frozen=True, slots=True)
class Drill:
    """A question that dug into one side of a topic, and how the answer held."""

    turn: int
    """The interviewer's turn."""

    asked: str
    topic: str
    facet: str
    """Titles, for people."""

    held: Held
    answer: int
    """The candidate's turn that decided it."""

    quote: str
    """Verbatim words of it; empty where nothing of what was asked was heard."""

    senior: str
    """What a senior answer contains."""


class CurveballKind(StrEnum):
    """What an interviewer puts to see how somebody reacts."""

    CHANGE = "changed requirement"
    TRAP = "leading question"
    """It invites a weak habit, such as hiding behind one's manager."""

    WRONG_HINT = "wrong suggestion"


class Reaction(StrEnum):
    """What a candidate made of a wrong suggestion."""

    OBJECTED = "objected"
    TOOK_IT = "took it"
    TOOK_BACK = "took it back"
    """Taken, and later in the round taken back."""

    OPEN = "open"
    """The words do not plainly say; of other curveballs it is not judged at all."""


@dataclass(frozen=True, slots=True)
class Curveball:
    """Something put on purpose, and the answer to it."""

    kind: CurveballKind
    turn: int
    """The interviewer's turn."""

    says: str
    reaction: Reaction
    answer: int
    """The candidate's turn that answers it."""

    quote: str
    """Verbatim: the words of the reaction, or where it is open how the answer begins."""

    meant: str
    """By its author: what a strong reaction does, what a weak answer does, or why the suggestion is wrong."""


@dataclass(frozen=True, slots=True)
class FailedCase:
    """A case that the submitted code did not pass; closed cases are shown once the round is over."""

    why: str
    stage: int
    """1 for the question as stated, 2 and 3 for its follow-ups."""

    run: str
    """Statements that set `result`."""

    expected: str
    """What `result` had to equal, as Python, or the exception that had to be raised."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A good answer to the very question, by its author; to be looked at once the round is over."""

    code: str = ""
    """Of a coding round: a solution that passes every case of the stages that were reached."""

    board: tuple[tuple[str, str, str], ...] = ()
    """Of a design round: (from, to, what goes there, which may be empty)."""

    note: str = ""
    """What the solution costs, and why."""


@dataclass(frozen=True, slots=True)
class Rep:
    """What to do next."""

    signal: SignalId | None
    title: str
    do: str
    command: str
    """What starts it, e.g. `sparring retake ID --from 12:00`; empty where it is done away from the screen."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """A round, rated. Same session, same debrief, to the byte."""

    id: str
    rater: str
    """Name and version of the raters, e.g. `sparring-0.1.0/rules+minilm-1`."""

    round: Round
    question: str
    title: str
    target_level: Altitude
    verdict: VerdictCall
    altitude: AltitudeCall
    scores: tuple[Rating | NotSeen, ...]
    """Every signal of the round, in the rubric's order."""

    evidence: tuple[Evidence, ...]
    """In the order of the transcript."""

    mistakes: tuple[MistakeSeen, ...]
    one_level_up: tuple[OneLevelUp, ...]
    moments: tuple[Moment, ...]
    checks: tuple[Check, ...]
    reps: tuple[Rep, ...]
    caveats: tuple[str, ...]
    """What could not be seen or run, and what had to be guessed."""

    prediction: Verdict | None = None
    failed_cases: tuple[FailedCase, ...] = ()
    """Of a coding round, in the order of the question's cases."""

    drills: tuple[Drill, ...] = ()
    """Every drill that was answered, in the order of the transcript; none where the log does not say what was asked."""

    curveballs: tuple[Curveball, ...] = ()
    """What was put on purpose and answered, in the order of the transcript; none where the log does not say."""

    levels: tuple[tuple[Altitude, str], ...] = ()
    """What each altitude does with this very question, by its author, the lowest first.

    None for a question from elsewhere, and none while the round is open."""

    reference: Reference | None = None
    """None for stories, for a question from elsewhere, and while the round is open."""
