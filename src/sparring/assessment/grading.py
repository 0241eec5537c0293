"""Grades every signal of a round: a value with its interval, or the reason why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sparring.assessment.asking import chances
from sparring.assessment.calibration import COUNTS, Calibration
from sparring.assessment.claiming import against, corrected
from sparring.assessment.drilling import depth_cap
from sparring.assessment.hollow import NOTHING_TO_CHANGE, THIN_REFLECTION
from sparring.assessment.reviewing import Review
from sparring.assessment.shortness import ended_early
from sparring.assessment.substance import Substance
from sparring.domain.debrief import Drill
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import Claim, ClaimKind, Heard
from sparring.domain.question import Case, CaseCategory
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId
from sparring.domain.transcript import Speaker, TestRun, Transcript, Turn
from sparring.listening.model.reading import ModelReading

_FULL_WORDS = 250
"""Words of a candidate from which a session is as long as those the widths were fitted on."""


_WHOLE = 4
"""Candidate turns from which a transcript is a round rather than an excerpt."""

_OCCASIONAL: frozenset[SignalId] = frozenset({"influence", "ambiguity", "tradeoffs", "failure_ownership"})
"""Signals that a round about a story need not give an occasion for."""

_EVERY_STORY: frozenset[SignalId] = frozenset({"problem", "ownership", "action", "outcome"})
"""Signals that belong even to a single answer that nobody followed up."""


_UNASKED: frozenset[SignalId] = frozenset({"complexity", "testing"})
"""Signals that are at the top of the scale only where they come unasked."""

_A_FINDING = 0.04
"""What each finding in the code costs its quality."""

_MOST_FINDINGS = 4
"""Findings beyond which no more is taken away."""

NEARLY_ALL = 0.9
"""Share of the cases that is nearly all of them."""

NAMED = 4
"""Failed cases that a rating names."""

_NOTHING_CITED = 1.4
"""What every rating is held under where nothing speaks for any signal: a 1."""

_WRONG_COST = _NO_CHANGE = 2.0
"""What a wrong complexity, and a look back that changes nothing, hold their rating to."""

_WRONG_SUM = 2.9
"""What a wrong sum holds estimation to: no more than a weak 3."""

WIDER = 0.8
"""How much wider an interval is for want of words, at most."""


@dataclass(frozen=True, slots=True)
class Grade:
    """A signal's value before it has words."""

    signal: SignalId
    expected: float
    """Between the whole ratings, 1 to 4."""

    value: int
    low: float
    high: float
    source: Source
    positive: tuple[int, ...]
    """Indexes into the evidence, strongest first."""

    negative: tuple[int, ...]
    asked: Turn | None
    """The interviewer's turn that gave the first chance to show it."""

    note: str = ""
    """What capped or set the value, where something besides the evidence did."""

    ran: str = ""
    """What running the code did to the value, where it changed it."""

    alone: int | None = None
    """What the local raters say by themselves, where a second rater has a say in the value."""

    second: int | None = None
    """What the second rater says."""

    @property
    def estimated(self) -> bool:
        """Whether it has an interval; what was measured has none."""
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class Ungraded:
    """A signal that the round gave no chance to show."""

    signal: SignalId
    reason: str


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a grade is made from."""

    transcript: Transcript
    reading: ModelReading | None
    heard: Mapping[int, Heard]
    evidence: tuple[Evidence, ...]
    substance: Substance
    calibration: Calibration
    expected_signals: frozenset[SignalId] = frozenset()
    """What the question itself gives a chance to show."""

    cases: tuple[Case, ...] = ()
    """The cases of a coding question, by stage."""

    code: Review = field(default_factory=Review)
    """What the final code shows by itself."""

    drills: tuple[Drill, ...] = ()
    """What became of each drill, where the log says what was drilled."""


def grade(material: Material) -> tuple[Grade | Ungraded, ...]:
    """One grade a signal, in the rubric's order."""
    asked = chances(material.transcript)
    return tuple(_signal(material, signal, asked.get(signal)) for signal in SIGNALS[material.transcript.round])


def by_urgency(grades: Sequence[Grade | Ungraded], deciding: Sequence[SignalId]) -> list[Grade]:
    """What is not at the top of the scale, the lowest first, and of equals what decides the round."""
    rated = [x for x in grades if isinstance(x, Grade) and x.value < 4]
    return sorted(rated, key=lambda x: (x.value, x.signal not in deciding, x.expected))


def measured(signal: SignalId, transcript: Transcript) -> TestRun | None:
    """The tests that a signal is rated by, so that no sentence counts for it; None where it is rated by the talk."""
    tests = transcript.tests
    return tests if signal == "correctness" and tests is not None and tests.total > 0 else None


def _signal(m: Material, signal: SignalId, asked: Turn | None) -> Grade | Ungraded:
    positive, negative = _pieces(m, signal, Polarity.PLUS), _pieces(m, signal, Polarity.MINUS)
    tests = measured(signal, m.transcript)
    if tests is not None:
        # What the code does is known, whatever was said or not said beside it.
        return _tested(m, tests, positive, negative, asked)
    if m.substance.foreign:
        return Ungraded(signal, "The talk is in a language that the rater does not read.")
    if m.substance.nothing:
        return Grade(signal, 1.0, 1, 1.0, 1.0, Source.MEASURED, (), (), asked, m.substance.nothing)
    asked = asked or _opening(m.transcript, signal)
    if not positive and not negative and (m.reading is None or _no_chance(m, signal, asked)):
        return Ungraded(signal, _unseen(m.transcript, asked))
    said = _said(m, signal, positive, negative)
    expected, value, note = rated(m, signal, said + ran(m), (positive, negative), asked)
    _, told, _ = rated(m, signal, said, (positive, negative), asked)
    width = m.calibration.rating_width[m.transcript.round] * (1 + WIDER * thinness(m))
    low, high = interval(expected, width, value)
    source = Source.LOCAL_MODEL if m.reading else Source.MEASURED
    return Grade(
        signal,
        round(expected, 2),
        value,
        low,
        high,
        source,
        positive,
        negative,
        asked,
        note,
        _weight(m, value - told),
    )


def interval(expected: float, width: float, value: int) -> tuple[float, float]:
    """The ends of a rating's interval, on the scale; the rating itself lies in it."""
    return round(min(max(1.0, expected - width), value), 1), round(max(min(4.0, expected + width), value), 1)


def rated(
    m: Material,
    signal: SignalId,
    expected: float,
    pieces: tuple[tuple[int, ...], tuple[int, ...]],
    asked: Turn | None,
) -> tuple[float, int, str]:
    """The expected value within its limits, the rating, and what set it where something besides the evidence did.

    `pieces` are the evidence for and against the signal, `asked` is what gave the chance to show it.
    """
    positive, negative = pieces
    within = min(4.0, max(1.0, expected)), ""
    expected, note = next((limit for limit in _caps(m, signal, positive) if expected > limit[0]), within)
    value = 1 + sum(expected - _tidiness(m, signal) > cut for cut in m.calibration.cuts)
    # A 1 needs a sentence against the signal, or a question for it that was left without an answer.
    spared = not negative and (bool(positive) or asked is None)
    if spared and not note:
        value = max(value, 2)
    if signal == "reflection" and value == 1 and _looks_back(m):
        return expected, 2, "a change is named, with little about why it would have come out better"
    return expected, value, note


def _pieces(m: Material, signal: SignalId, polarity: Polarity) -> tuple[int, ...]:
    found = [i for i, x in enumerate(m.evidence) if x.signal == signal and x.polarity is polarity]
    return tuple(sorted(found, key=lambda i: (-m.evidence[i].strength, i)))


def _tested(
    m: Material, tests: TestRun, positive: tuple[int, ...], negative: tuple[int, ...], asked: Turn | None
) -> Grade:
    """The share of passed cases is the rating; nothing needs to be estimated."""
    value = _tests_value(m, tests)
    why = "; ".join(each.rstrip(".") for each in tests.failed[:NAMED])
    more = f"; and {len(tests.failed) - NAMED} more" if len(tests.failed) > NAMED else ""
    note = f"{tests.passed} of {tests.total} cases passed" + (f"; failed: {why}{more}" if why else "")
    return Grade(
        "correctness", float(value), value, float(value), float(value), Source.MEASURED, positive, negative, asked, note
    )


def _tests_value(m: Material, tests: TestRun) -> int:
    """Correctness from the passed cases: code that does the plain ones and half of all is no code that fails."""
    share = tests.passed / tests.total
    works = share >= 0.7 or (share >= 0.5 and plain_cases_pass(m, tests))
    return 4 if share == 1 else 3 if share >= NEARLY_ALL else 2 if works else 1


def failures_known(tests: TestRun) -> bool:
    """Whether every failed case is named."""
    return len(tests.failed) == tests.total - tests.passed


def plain_cases_pass(m: Material, tests: TestRun) -> bool:
    """Whether every plain case passed, where it is known which failed."""
    plain = [case.why for case in m.cases[: tests.total] if case.category is CaseCategory.HAPPY]
    return failures_known(tests) and bool(plain) and not set(plain) & set(tests.failed)


def _no_chance(m: Material, signal: SignalId, asked: Turn | None) -> bool:
    """Whether nothing in the round invited the signal.

    A story invites its own frame, and with follow-ups whatever its question is about; a whole design or coding round
    invites all of its signals, an excerpt does not.
    """
    if asked is not None:
        return False
    whole = len(m.transcript.candidate_turns) >= _WHOLE and not ended_early(m.transcript)
    if m.transcript.round is not Round.BEHAVIORAL:
        return not whole
    if whole:
        return signal in _OCCASIONAL and signal not in m.expected_signals
    return signal not in _EVERY_STORY


def _opening(transcript: Transcript, signal: SignalId) -> Turn | None:
    """The question for a story, which asks for all that belongs to every story."""
    first = transcript.turns[0]
    behavioral = transcript.round is Round.BEHAVIORAL and signal in _EVERY_STORY
    return first if behavioral and first.speaker is Speaker.INTERVIEWER else None


def _unseen(transcript: Transcript, asked: Turn | None) -> str:
    if asked is not None:
        return "It was asked for, but nothing in the answer could be cited for it or against it."
    if len(transcript.candidate_turns) < _WHOLE:
        return "The answer was too short to get to it, and nobody asked."
    if ended_early(transcript):
        return "The round ended before anybody asked for it, and it did not come up."
    return "The interviewer never asked for it, and no sentence clearly shows it."


def _said(m: Material, signal: SignalId, positive: tuple[int, ...], negative: tuple[int, ...]) -> float:
    """What the talk alone would be rated, 1 to 4."""
    count = counted(positive, negative)
    if m.reading is None:
        return count
    own, whole, pieces = m.calibration.mix
    return own * m.reading.expected(signal) + whole * m.reading.mean() + pieces * count


def counted(positive: Sequence[int], negative: Sequence[int]) -> float:
    """What experts gave on average for so many pieces of evidence for and against, 1 to 4."""
    return COUNTS[min(3, len(positive)), min(2, len(negative))]


def ran(m: Material) -> float:
    """What the code did when it was run is worth for what was said about it: nothing where it is not known."""
    tests = m.transcript.tests
    if m.transcript.round is not Round.CODING or tests is None or tests.total == 0:
        return 0.0
    return m.calibration.ran * (_tests_value(m, tests) - m.calibration.ran_usual)


def _weight(m: Material, step: int) -> str:
    tests = m.transcript.tests
    if step == 0 or tests is None:
        return ""
    return f"the code passed {tests.passed} of {tests.total} cases, which {'lifts' if step > 0 else 'lowers'} it"


def _looks_back(m: Material) -> bool:
    """Whether something specific is named that would be done differently, however little is said of it."""
    empty = any(x.signal == "reflection" and x.why == NOTHING_TO_CHANGE for x in m.evidence)
    return not empty and any(THIN_REFLECTION.search(turn.text) for turn in m.transcript.candidate_turns)


def _tidiness(m: Material, signal: SignalId) -> float:
    """What the code itself takes away from its rating: a little for each thing that a reviewer would point at."""
    return _A_FINDING * min(_MOST_FINDINGS, len(m.code.findings)) if signal == "code_quality" else 0.0


def _caps(m: Material, signal: SignalId, positive: tuple[int, ...]) -> list[tuple[float, str]]:
    """What a rating cannot exceed, lowest first."""
    caps = []
    if not any(x.polarity is Polarity.PLUS for x in m.evidence):
        caps.append((_NOTHING_CITED, f"in {m.substance.words} words there was nothing to cite for any signal"))
    wrong = _wrong(m, ClaimKind.COMPLEXITY) if signal == "complexity" else None
    if wrong is not None:
        by_code = "statement and code do not agree"
        caps.append((_WRONG_COST, by_code if wrong.holds else "the stated complexity is wrong"))
    if signal == "estimation" and _wrong(m, ClaimKind.ARITHMETIC) is not None:
        caps.append((_WRONG_SUM, "a stated number does not work out"))
    if signal in _UNASKED and positive and not any(m.evidence[i].volunteered for i in positive):
        caps.append((m.calibration.cuts[2], "it came once it was asked for, and a 4 brings it unasked"))
    if signal == "reflection" and nothing_to_change(m.evidence):
        caps.append((_NO_CHANGE, "asked for it, and no decision came that would change"))
    if not positive and not (signal == "code_quality" and m.transcript.code):
        caps.append((m.calibration.uncited, "the program found nothing to cite for it"))
    drilled = depth_cap(m.drills, m.calibration.cuts) if signal == "depth" else None
    if drilled is not None:
        caps.append(drilled)
    return sorted(caps)


def nothing_to_change(evidence: Sequence[Evidence]) -> bool:
    """Whether a look back was asked for and came to nothing, then and anywhere else."""
    looks = [x for x in evidence if x.signal == "reflection"]
    empty = {x.turn for x in looks if x.why == NOTHING_TO_CHANGE}
    return bool(empty) and not any(x.polarity is Polarity.PLUS and x.turn not in empty for x in looks)


def _wrong(m: Material, kind: ClaimKind) -> Claim | None:
    """The first claim of a kind that does not hold and was not put right: correcting oneself costs nothing."""
    claims = ((i, claim) for i in sorted(m.heard) for claim in m.heard[i].claims if claim.kind is kind)
    return next((x for i, x in claims if against(x, m.code) and corrected(i, x, m.heard, m.transcript) is None), None)


def thinness(m: Material) -> float:
    """How far a session is from having enough words to go by: 0 for a whole round, 1 for silence."""
    return max(0.0, 1 - m.substance.words / _FULL_WORDS)
