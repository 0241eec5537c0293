"""Calls altitude and verdict from one score, so that the two cannot contradict each other."""

import re
from dataclasses import dataclass

from sparring.assessment.calibration import JUST_UNDER
from sparring.assessment.grading import WIDER, Grade, Material, Ungraded, thinness
from sparring.assessment.shortness import too_short
from sparring.domain.evidence import Polarity
from sparring.domain.question import AnyQuestion, BehavioralQuestion
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.rubric import DECIDING, SignalId
from sparring.listening.model.heads import ALTITUDE, VERDICT

_STEP = 0.8
"""By how much the bar moves for a target one level below or above senior."""


_THIN = 0.3
"""Thinness from which a session cannot show more than senior."""

_FRAME: frozenset[SignalId] = frozenset(
    {"problem", "ownership", "action", "influence", "outcome", "tradeoffs", "reflection"}
)
"""What a whole story has."""

_WHOLE_FRAME = 5
"""Parts of the frame from which a short story is taken as a whole one."""

_EXCERPT = 0.2
"""What a part of a round sounds better than the whole: nobody has drilled it yet."""

_FEW_PARTS = 3
"""Parts of the frame up to which a short story cannot be a senior one, however well it sounds."""

_STORY, _PART, _AGAINST = 1.65, 0.2, 0.15
"""Score of a whole story: what it starts from, each part of the frame, each signal with evidence against it."""

_I_DID = re.compile(
    r"\bI (?:then |also |just )?(?!(?:need|want|lik|learn)ed\b)(?:\w+ed|wrote|built|made|ran|set up)\b", re.I
)
_OWN_DEEDS = 2
"""“I” with a deed: from so many on a short story names own work."""

_OWN_WORK = 1.95
"""Score of a short story that names own work and little else: mid, no hire."""

UNRATED = 1.9
"""The score of a round in which no signal could be rated: it speaks against a hire, if not strongly."""

AHEAD = 0.5
"""How far the model's own word may be ahead of the ratings that rest on evidence."""


@dataclass(frozen=True, slots=True)
class Call:
    """Altitude and verdict before they have words."""

    score: float
    """1 to 4; the senior bar is the second of the verdict's cuts."""

    altitude: Altitude
    altitude_low: Altitude
    altitude_high: Altitude
    verdict: Verdict
    verdict_low: Verdict
    verdict_high: Verdict
    blocked: tuple[SignalId, ...]
    """Deciding signals at 1, each of which alone rules out a hire."""

    missing: tuple[SignalId, ...] = ()
    """Deciding signals that were not seen: a hire cannot be called on the rest."""


def deciding(round_: Round, question: AnyQuestion | None) -> tuple[SignalId, ...]:
    """Signals of which a 1 rules out a hire: the round's, and a behavioral question's own target."""
    signals = DECIDING[round_]
    if isinstance(question, BehavioralQuestion) and question.target not in signals:
        signals = (*signals, question.target)
    return signals


def call(m: Material, grades: tuple[Grade | Ungraded, ...], question: AnyQuestion | None, target: Altitude) -> Call:
    """The altitude at which the candidate spoke, and whether that passes at the target level."""
    score, width = score_of(m, grades), m.calibration.whole_width * (1 + WIDER * thinness(m))
    if m.substance.nothing or m.substance.foreign:
        width = 0.0 if m.substance.nothing else 3.0
    altitude = _altitude(m, score)
    at_one = {x.signal for x in grades if isinstance(x, Grade) and x.value == 1}
    decisive = deciding(m.transcript.round, question)
    blocked = tuple(signal for signal in decisive if signal in at_one)
    unseen = {x.signal for x in grades if isinstance(x, Ungraded)}
    missing = tuple(signal for signal in decisive if signal in unseen)
    verdict = _verdict(m, score, target, altitude, bool(blocked or missing))
    low = _verdict(m, score - width, target, _altitude(m, score - width), bool(blocked or missing))
    high = _verdict(m, score + width, target, _altitude(m, score + width), bool(blocked))
    return Call(
        round(score, 2),
        altitude,
        _altitude(m, score - width),
        _altitude(m, score + width),
        verdict,
        low,
        high,
        blocked,
        missing,
    )


def score_of(m: Material, grades: tuple[Grade | Ungraded, ...]) -> float:
    """The score that decides the round, 1 to 4."""
    values = [x.expected for x in grades if isinstance(x, Grade)]
    mean = sum(values) / len(values) if values else UNRATED
    if m.substance.nothing:
        return 1.0
    if m.reading is None:
        return mean
    a, b, c = _bar(m, grades)
    score = a * m.reading.expected(VERDICT) + b * m.reading.expected(ALTITUDE) + c * mean
    # A model can be talked up by tone; ratings that rest on evidence hold it down.
    score = min(score, mean + AHEAD)
    thin = thinness(m) > _THIN
    if thin or too_short(m.transcript):
        score -= _EXCERPT
    score = _thin(m, score) if thin else score
    return min(score, _thin_cap(m)) if too_short(m.transcript) else score


def _bar(m: Material, grades: tuple[Grade | Ungraded, ...]) -> tuple[float, float, float]:
    """The shares of verdict, altitude and mean rating; the more ratings a second rater is in, the more the mean."""
    guessed = [x for x in grades if isinstance(x, Grade) and x.estimated]
    share = sum(x.second is not None for x in guessed) / max(1, len(guessed))
    a, b, c = ((1 - share) * x + share * y for x, y in zip(m.calibration.bar, m.calibration.second_bar, strict=True))
    return a, b, c


def _thin(m: Material, score: float) -> float:
    """The score of a session too short for the model to be at home in: its frame counts instead.

    One good answer is no proof of how somebody changes other teams, so it is never staff; and somebody who names own
    work has done a task that was given, so they are not junior.
    """
    plus = {x.signal for x in m.evidence if x.polarity is Polarity.PLUS}
    minus = {x.signal for x in m.evidence if x.polarity is Polarity.MINUS}
    if m.transcript.round is Round.BEHAVIORAL:
        parts = len(plus & _FRAME)
        if parts >= _WHOLE_FRAME:
            score = max(score, _STORY + _PART * parts - _AGAINST * len(minus))
        else:
            score = min(score, m.calibration.altitude_cuts[1] - JUST_UNDER) if parts <= _FEW_PARTS else score
            score = max(score, _OWN_WORK) if plus & {"ownership", "action"} or _names_own_work(m) else score
    return min(score, _thin_cap(m))


def _thin_cap(m: Material) -> float:
    """The highest score of a thin session: a senior hire; no strong one, and not staff."""
    return round(min(m.calibration.verdict_cuts[2], m.calibration.altitude_cuts[2]) - JUST_UNDER, 2)


def _names_own_work(m: Material) -> bool:
    said = " ".join(turn.text for turn in m.transcript.candidate_turns)
    return len(_I_DID.findall(said)) >= _OWN_DEEDS


def _altitude(m: Material, score: float) -> Altitude:
    """Staff is more of another kind of thing, not more of the same: a high score alone does not make it."""
    altitude = Altitude.of_rank(1 + sum(score > cut for cut in m.calibration.altitude_cuts))
    if altitude is Altitude.STAFF and m.reading is not None and m.reading.above(ALTITUDE, 3) < m.calibration.staff:
        return Altitude.SENIOR
    return altitude


def _verdict(m: Material, score: float, target: Altitude, altitude: Altitude, blocked: bool) -> Verdict:
    shifted = score + _STEP * (Altitude.SENIOR.rank - target.rank)
    verdict = Verdict.of_rank(1 + sum(shifted > cut for cut in m.calibration.verdict_cuts))
    if verdict is Verdict.STRONG_HIRE and too_short(m.transcript):
        verdict = Verdict.HIRE
    if verdict.rank >= Verdict.HIRE.rank and (blocked or altitude.rank < target.rank):
        return Verdict.NO_HIRE
    return verdict
