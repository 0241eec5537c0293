"""Tells what a candidate volunteered from what came because the interviewer asked for it."""

import math
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from types import MappingProxyType

from sparring.assessment.asking import asks_for, logged, puts, question_before, question_standing
from sparring.domain.move import MoveKind
from sparring.domain.round import Round
from sparring.domain.rubric import SignalId
from sparring.domain.transcript import Speaker, Transcript, Turn

LIKELY = 0.55
"""Likelihood from which something is called volunteered: "unasked" is a claim that a reader can check."""

_NEAR = 25
"""Words into an answer up to which it still answers the question."""

_NEAR_LOGGED = 150
"""The same, where the log says what was asked: such an answer is about it for longer than anybody's words tell."""

_BRIEF = 12
"""Words of a question up to which it asks for one thing, so that the whole answer is an answer to it."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is looked at, and in `WEIGHTS` what each is worth."""

    constant: float
    before: float
    """The logarithm of one plus the words of the answer before the quote."""

    asked: float
    """The question asks for that very signal, and the answer has only begun."""

    still: float
    """The question asks for that very signal and is brief, and the answer has gone on for a while."""

    puts: float
    """The interviewer asked for anything at all."""

    own_question: float
    """The quote is a question of the candidate's own."""

    own_turn: float
    """The turn before was the candidate's own."""

    answered: float
    """The turn before answers a question of the candidate's and asks nothing."""

    late: float
    """The share of the time: an interviewer has asked for more by then."""

    length: float
    """The logarithm of one plus the words of the question: a long one steers more than a nod."""


WEIGHTS = Features(
    constant=-0.04,
    before=0.75,
    asked=-1.36,
    still=-0.87,
    puts=-0.57,
    own_question=1.05,
    own_turn=3.4,
    answered=1.52,
    late=-1.36,
    length=-0.43,
)
"""A logistic regression on what expert raters said of their quotes: `training/volunteered.py`."""

SIGNAL: Mapping[tuple[Round, SignalId], float] = MappingProxyType(
    {
        (Round.BEHAVIORAL, "problem"): -0.16,
        (Round.BEHAVIORAL, "ownership"): 0.28,
        (Round.BEHAVIORAL, "action"): -0.33,
        (Round.BEHAVIORAL, "influence"): -0.2,
        (Round.BEHAVIORAL, "ambiguity"): 0.12,
        (Round.BEHAVIORAL, "tradeoffs"): -0.13,
        (Round.BEHAVIORAL, "outcome"): -0.05,
        (Round.BEHAVIORAL, "failure_ownership"): 0.28,
        (Round.BEHAVIORAL, "reflection"): 0.17,
        (Round.SYSTEM_DESIGN, "requirements"): 1.37,
        (Round.SYSTEM_DESIGN, "estimation"): 0.05,
        (Round.SYSTEM_DESIGN, "drive"): 1.63,
        (Round.SYSTEM_DESIGN, "tradeoffs"): -0.5,
        (Round.SYSTEM_DESIGN, "depth"): -0.97,
        (Round.SYSTEM_DESIGN, "data_model"): -0.64,
        (Round.SYSTEM_DESIGN, "resilience"): -0.4,
        (Round.SYSTEM_DESIGN, "coherence"): -0.32,
        (Round.CODING, "clarify"): 1.73,
        (Round.CODING, "approach"): -0.06,
        (Round.CODING, "complexity"): -0.27,
        (Round.CODING, "correctness"): -0.62,
        (Round.CODING, "code_quality"): 0.72,
        (Round.CODING, "testing"): -0.07,
        (Round.CODING, "communication"): 0.0,
        (Round.CODING, "adaptability"): -1.62,
    }
)
"""How readily each comes unasked."""


def volunteered(
    transcript: Transcript, turn: Turn, quote: str, signal: SignalId, positive: bool, lean: float = 0.0
) -> bool:
    """Whether a quote of a turn came without the interviewer asking for that very thing.

    What the log of the round says was asked counts first; then a logistic regression, see `docs/benchmark.md`, to which
    `lean` adds the log-odds that the model gives by the words on both sides.
    """
    values = features(transcript, turn, quote, signal)
    if values is None:
        return True
    before = _words_before(turn, quote)
    if not positive:
        return before >= _NEAR
    last = question_before(transcript, turn.i)
    if last is not None and last.move == MoveKind.HINT.value and not last.curveball and before < _NEAR_LOGGED:
        # What follows a hint was found with help.
        return False
    standing = question_standing(transcript, turn.i)
    known = standing is not None and logged(standing) and signal in asks_for(transcript.round, standing)
    if known and before < _NEAR_LOGGED:
        return False
    return 1 / (1 + math.exp(-by_rule(values, transcript.round, signal) - lean)) >= LIKELY


def by_rule(values: Features, round_: Round, signal: SignalId) -> float:
    """Log-odds by what is looked at, without the model."""
    score: float = sum(a * b for a, b in zip(astuple(WEIGHTS), astuple(values), strict=True))
    return score + SIGNAL[round_, signal]


def features(transcript: Transcript, turn: Turn, quote: str, signal: SignalId) -> Features | None:
    """What the regression looks at; None for a quote of a turn that no turn of the interviewer came before."""
    question = question_before(transcript, turn.i)
    if question is None:
        return None
    before = _words_before(turn, quote)
    words = len(question.plain.split())
    wanted = signal in asks_for(transcript.round, question)
    earlier = [x for x in transcript.turns if x.i < turn.i]
    own_turn = earlier[-1].speaker is Speaker.CANDIDATE
    asked_back = any("?" in x.plain for x in earlier[-2:-1] if x.speaker is Speaker.CANDIDATE)
    return Features(
        constant=1.0,
        before=math.log1p(before),
        asked=float(wanted and before < _NEAR and not own_turn),
        still=float(wanted and before >= _NEAR and words <= _BRIEF),
        puts=float(puts(question) and not own_turn),
        own_question=float("?" in quote),
        own_turn=float(own_turn),
        answered=float(asked_back and not puts(question)),
        late=min(1.0, turn.at / max(1.0, transcript.planned or transcript.turns[-1].at)),
        length=math.log1p(words),
    )


def _words_before(turn: Turn, quote: str) -> int:
    return len(turn.text[: max(0, turn.text.find(quote))].split())
