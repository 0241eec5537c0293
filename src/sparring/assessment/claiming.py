"""What speaks against a claim of the candidate, and whether they put it right themselves."""

import re
from collections.abc import Mapping

from sparring.assessment.reviewing import Review, denied_by
from sparring.domain.heard import Claim, ClaimKind, Heard
from sparring.domain.transcript import Transcript
from sparring.listening import units
from sparring.listening.measures import Measure, every
from sparring.listening.numbers import tokenise

CODE_DISAGREES = "the code does not agree"
"""How the clause begins where it is the code that speaks against a claim."""

_MISCOUNTED = "stated "
"""How it begins where a figure does not work out."""

_MISBELIEVED = "a usual belief that does not hold"

_TAKEN_BACK = re.compile(
    r"\b(that('s| is| was) (wrong|not right|not true)|(no|wait)[,.]? sorry|sorry[,.]? no|i take (that|it) back"
    r"|i was wrong|i misspoke|scratch that|let me correct)\b",
    re.IGNORECASE,
)
_SOON = 3
"""Turns of the candidate, the belief's own among them, within which it can be taken back."""

_COMES_TO = re.compile(r" is about |: ")
"""Before what a sum comes to, or what a quantity is: "3 x 4 TB is about 12 TB"."""

_NEAR = 0.2
"""Share of the right figure within which a later figure is taken for its correction."""


def against(claim: Claim, code: Review) -> str:
    """Why a claim does not hold, as a clause; empty where it does."""
    if claim.kind is ClaimKind.BELIEF:
        return "" if claim.holds else f"{_MISBELIEVED}; what holds: {claim.computed.rstrip('.')}"
    if not claim.holds:
        truth = f"works out to {claim.computed}" if claim.computed else "does not hold"
        return f"{_MISCOUNTED}{claim.stated}, {truth}"
    scan = denied_by(claim, code)
    return f"{CODE_DISAGREES}: line {scan.line}, `{scan.code}`, goes through the collection" if scan else ""


def disproves(clause: str) -> bool:
    """Whether the clause of a piece says that a claim does not hold, rather than that something is missing."""
    return clause.startswith((CODE_DISAGREES, _MISCOUNTED, _MISBELIEVED))


def miscounts(clause: str) -> bool:
    """Whether the clause of a piece says that a figure does not work out."""
    return clause.startswith(_MISCOUNTED)


def corrected(turn: int, claim: Claim, heard: Mapping[int, Heard], transcript: Transcript) -> int | None:
    """The turn, this or a later one, in which a wrong claim was put right, or a wrong belief taken back; else None."""
    if claim.holds:
        return None
    if claim.kind is ClaimKind.BELIEF:
        return _taken_back(turn, claim, transcript)
    later = [(i, x) for i in sorted(heard) if i >= turn for x in heard[i].claims]
    after = later[later.index((turn, claim)) + 1 :] if (turn, claim) in later else []
    return next((i for i, x in after if x.kind is claim.kind and x.holds and _same(x, claim)), None)


def _taken_back(turn: int, claim: Claim, transcript: Transcript) -> int | None:
    soon = [x for x in transcript.candidate_turns if x.i >= turn][:_SOON]
    rest = ((x.i, x.text.partition(claim.quote)[2] if x.i == turn else x.text) for x in soon)
    return next((i for i, text in rest if _TAKEN_BACK.search(text)), None)


def _same(right: Claim, wrong: Claim) -> bool:
    """Whether a claim that holds is about what a wrong one was about."""
    if right.kind is ClaimKind.COMPLEXITY:
        return right.stated.split()[-1:] == wrong.stated.split()[-1:]
    a, b = _figure(right.stated), _figure(re.split(_COMES_TO, wrong.computed)[-1])
    if a is None or b is None or units.dimension(a.quantity()) != units.dimension(b.quantity()):
        return False
    right_one = b.quantity().to_base_units().magnitude
    return bool(abs(a.quantity().to_base_units().magnitude - right_one) <= _NEAR * abs(right_one))


def _figure(text: str) -> Measure | None:
    return next(every(tokenise(text)), None)
