"""What speaks against a claim of the candidate, and whether they put it right themselves."""

from collections.abc import Mapping

from sparring.assessment.reviewing import Review, denied_by
from sparring.domain.heard import Claim, ClaimKind, Heard
from sparring.listening.numbers import read, tokenise

CODE_DISAGREES = "the code does not agree"
"""How the clause begins where it is the code that speaks against a claim."""

_NEAR = 0.2
"""Share of the right figure within which a later figure is taken for its correction."""


def against(claim: Claim, code: Review) -> str:
    """Why a claim does not hold, as a clause; empty where it does."""
    if not claim.holds:
        return f"stated {claim.stated}, works out to {claim.computed}" if claim.computed else "does not hold"
    scan = denied_by(claim, code)
    return f"{CODE_DISAGREES}: line {scan.line}, `{scan.code}`, goes through the collection" if scan else ""


def corrected(turn: int, claim: Claim, heard: Mapping[int, Heard]) -> int | None:
    """The turn, this or a later one, in which a wrong claim was followed by one like it that holds; else None."""
    if claim.kind is ClaimKind.BELIEF or claim.holds:
        return None
    later = [(i, x) for i in sorted(heard) if i >= turn for x in heard[i].claims]
    after = later[later.index((turn, claim)) + 1 :] if (turn, claim) in later else []
    return next((i for i, x in after if x.kind is claim.kind and x.holds and _same(x, claim)), None)


def _same(right: Claim, wrong: Claim) -> bool:
    """Whether a claim that holds is about what a wrong one was about."""
    if right.kind is ClaimKind.COMPLEXITY:
        return right.stated.split()[-1:] == wrong.stated.split()[-1:]
    a, b = _figure(right.stated), _figure(wrong.computed)
    return a is not None and b is not None and abs(a - b) <= _NEAR * abs(b)


def _figure(text: str) -> float | None:
    tokens = tokenise(text)
    numbers = (read(tokens, i) for i in range(len(tokens)))
    return next((x.value for x in numbers if x is not None), None)
