"""Reads a finished session and writes its debrief."""

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from types import MappingProxyType

from sparring import __version__
from sparring.assessment.anchoring import anchors
from sparring.assessment.calibration import COUNTS, RULES, SHIPPED, Calibration
from sparring.assessment.calling import Call, call, deciding
from sparring.assessment.caveats import caveats
from sparring.assessment.checking import checks
from sparring.assessment.curveballs import curveballs
from sparring.assessment.drilling import depth_evidence, drills
from sparring.assessment.failing import failed_cases
from sparring.assessment.finding import find
from sparring.assessment.grading import Grade, Material, Ungraded, grade
from sparring.assessment.hearing import hear
from sparring.assessment.lifting import lift
from sparring.assessment.mistakes import mistakes
from sparring.assessment.moments import moments
from sparring.assessment.reasons import altitude_reason, rating_reason, too_close, verdict_reason
from sparring.assessment.referring import levels, reference
from sparring.assessment.reps import reps
from sparring.assessment.reviewing import review
from sparring.assessment.second.settling import settled
from sparring.assessment.second.worth import counts
from sparring.assessment.substance import heard_of, weigh
from sparring.assessment.swapping import Subjects
from sparring.domain.debrief import AltitudeCall, Debrief, NotSeen, OneLevelUp, Rating, VerdictCall
from sparring.domain.evidence import Evidence
from sparring.domain.heard import Heard
from sparring.domain.opinion import SecondOpinion
from sparring.domain.question import AnyQuestion, BehavioralQuestion, Case, CodingQuestion
from sparring.domain.round import Altitude, Verdict
from sparring.domain.rubric import Rubric
from sparring.domain.topic import Topic
from sparring.domain.transcript import Speaker, Transcript
from sparring.listening.model import ModelReading, SignalModel


def assess(
    transcript: Transcript,
    *,
    rubric: Rubric,
    question: AnyQuestion | None,
    topics: Mapping[str, Topic],
    model: SignalModel | None,
    level: Altitude | None = None,
    subjects: Subjects = MappingProxyType({}),
    guides: Sequence[str] = (),
    opinion: SecondOpinion | None = None,
) -> Debrief:
    """The debrief of a finished session; the same session gives the same debrief, to the byte.

    `question` is None where the bank does not know it, `model` where the signal model cannot be run; `level` overrides
    the transcript's target level; `subjects` tells an answer to another of the round's questions, `guides` one that is
    read from a guide.
    """
    reading, heard = listened(transcript, model=model, question=question, topics=topics)
    return assess_reading(
        transcript,
        reading,
        rubric=rubric,
        question=question,
        topics=topics,
        level=level,
        subjects=subjects,
        guides=guides,
        opinion=opinion,
        heard=heard,
    )


def listened(
    transcript: Transcript, *, model: SignalModel | None, question: AnyQuestion | None, topics: Mapping[str, Topic]
) -> tuple[ModelReading | None, Mapping[int, Heard]]:
    """What the model reads in a transcript, and what the rules hear in it meanwhile."""
    rated = heard_of(transcript)
    with ThreadPoolExecutor(1) as aside:
        # The encoder works outside the interpreter, so that the rules can hear meanwhile.
        reading = aside.submit(model.read, rated, opening(transcript, question)) if model else None
        heard = hear(rated, question, topics)
    return reading.result() if reading else None, heard


def opening(transcript: Transcript, question: AnyQuestion | None) -> str:
    """The question as it was put, for a transcript that begins with the answer."""
    if transcript.turns and transcript.turns[0].speaker is Speaker.INTERVIEWER:
        return ""
    return question.statement if question is not None else transcript.title


def assess_reading(
    transcript: Transcript,
    reading: ModelReading | None,
    *,
    rubric: Rubric,
    question: AnyQuestion | None,
    topics: Mapping[str, Topic],
    level: Altitude | None = None,
    calibration: Calibration = SHIPPED,
    subjects: Subjects = MappingProxyType({}),
    guides: Sequence[str] = (),
    opinion: SecondOpinion | None = None,
    heard: Mapping[int, Heard] | None = None,
) -> Debrief:
    """As `assess`, from a reading that was made elsewhere, e.g. by a model that has not seen the session, and from what
    `hear` found, where that is known."""
    target = level or transcript.target_level
    m = material(
        transcript,
        reading,
        question=question,
        topics=topics,
        calibration=calibration,
        subjects=subjects,
        guides=guides,
        heard=heard,
    )
    put = curveballs(transcript, question)
    grades = grade(m)
    asked, opinion = opinion, opinion if opinion is not None and counts(calibration, opinion) else None
    if opinion is not None:
        m = _cited(m, transcript, opinion)
        grades = settled(m, grade(m), grades, opinion)
    decisive = deciding(transcript.round, question)
    called = call(m, grades, question, target)
    passed = called.verdict.rank >= Verdict.HIRE.rank and not too_close(called)
    decided = moments(grades, m, rubric, decisive, passed)
    return Debrief(
        id=transcript.id,
        rater=rater(reading, calibration, opinion),
        round=transcript.round,
        question=transcript.question,
        title=transcript.title,
        target_level=target,
        verdict=_verdict(called, grades, m, rubric, target),
        altitude=AltitudeCall(
            called.altitude, called.altitude_low, called.altitude_high, altitude_reason(called, grades, m, rubric)
        ),
        scores=tuple(_score(x, m, rubric) for x in grades),
        evidence=m.evidence,
        mistakes=mistakes(m, called, grades),
        one_level_up=_voiced(lift(grades, m, rubric, topics, decisive, decided), opinion),
        moments=decided,
        checks=checks(transcript, m.heard, m.code),
        reps=reps(grades, m, rubric, question, decisive, put),
        caveats=caveats(m, asked),
        prediction=_prediction(transcript),
        failed_cases=failed_cases(m),
        drills=m.drills,
        curveballs=put,
        levels=levels(question, transcript),
        reference=reference(question, transcript),
    )


def material(
    transcript: Transcript,
    reading: ModelReading | None,
    *,
    question: AnyQuestion | None,
    topics: Mapping[str, Topic],
    calibration: Calibration = SHIPPED,
    subjects: Subjects = MappingProxyType({}),
    guides: Sequence[str] = (),
    heard: Mapping[int, Heard] | None = None,
) -> Material:
    """Everything that the ratings of the local raters are made from; the arguments are those of `assess_reading`."""
    substance = weigh(transcript, question.statement if question else "", subjects, guides)
    rated = heard_of(transcript)
    if heard is None:
        heard = hear(rated, question, topics)
    code = review(transcript, question)
    expects = frozenset(question.expects) if isinstance(question, BehavioralQuestion) else frozenset()
    drilled = drills(rated, heard, topics, reading)
    m = Material(rated, reading, heard, (), substance, calibration, expects, _cases(question), code, drilled)
    return _cited(m, transcript)


def _cited(m: Material, transcript: Transcript, opinion: SecondOpinion | None = None) -> Material:
    """The material with its evidence: of the local raters, or with a second opinion of both."""
    found: tuple[Evidence, ...] = ()
    if not m.substance.nothing:
        found = find(m.transcript, m.reading, m.heard, m.calibration, m.code, opinion)
    cited = _verbatim(found, transcript)
    held = _verbatim(depth_evidence(m.drills, cited), transcript)
    return replace(m, evidence=tuple(sorted((*cited, *held), key=lambda x: x.turn)))


def _voiced(ups: tuple[OneLevelUp, ...], opinion: SecondOpinion | None) -> tuple[OneLevelUp, ...]:
    return ups if opinion is None else tuple(replace(x, sounds=opinion.rewritten(x.turn, x.quote)) for x in ups)


def _cases(question: AnyQuestion | None) -> tuple[Case, ...]:
    cases = question.cases if isinstance(question, CodingQuestion) else ()
    return tuple(sorted(cases, key=lambda case: case.stage))


def _verbatim(evidence: Sequence[Evidence], transcript: Transcript) -> tuple[Evidence, ...]:
    text = {turn.i: turn.text for turn in transcript.turns}
    return tuple(x for x in evidence if x.quote and x.quote in text[x.turn])


def rater(
    reading: ModelReading | None, calibration: Calibration = SHIPPED, opinion: SecondOpinion | None = None
) -> str:
    """Name and version of the raters."""
    local = f"+{reading.source}" if reading else ""
    second = f"+{opinion.rater}" if opinion else ""
    return f"sparring-{__version__}/rules-{RULES}.{_fingerprint(calibration)}{local}{second}"


def _fingerprint(calibration: Calibration) -> str:
    """Six hexadecimal digits that change with any number that was fitted for a rating."""
    return hashlib.sha256(repr((calibration, sorted(COUNTS.items()))).encode()).hexdigest()[:6]


def _verdict(
    called: Call, grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric, target: Altitude
) -> VerdictCall:
    reason = verdict_reason(called, grades, m, rubric, target)
    return VerdictCall(called.verdict, called.verdict_low, called.verdict_high, too_close(called), reason)


def _score(graded: Grade | Ungraded, m: Material, rubric: Rubric) -> Rating | NotSeen:
    if isinstance(graded, Ungraded):
        return NotSeen(graded.signal, graded.reason)
    ticked = anchors(rubric.signal(m.transcript.round, graded.signal), graded, m)
    return Rating(
        graded.signal,
        graded.value,
        graded.low,
        graded.high,
        (*graded.positive, *graded.negative) if graded.value > 2 else (*graded.negative, *graded.positive),
        ticked.met,
        ticked.missed,
        rating_reason(graded, m),
        graded.source,
        graded.alone,
        graded.second,
        ticked.unheard,
    )


def _prediction(transcript: Transcript) -> Verdict | None:
    return Verdict(transcript.prediction) if transcript.prediction in set(Verdict) else None
