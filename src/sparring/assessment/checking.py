"""Claims of the candidate, checked by the program."""

from collections.abc import Mapping

from sparring.domain.debrief import Check
from sparring.domain.heard import Claim, ClaimKind, Heard

_SAYS: Mapping[tuple[ClaimKind, bool], str] = {
    (ClaimKind.ARITHMETIC, True): "Worked out again, it comes to {computed}: right as a round figure.",
    (ClaimKind.ARITHMETIC, False): "Worked out again, it comes to {computed}, not {stated}.",
    (ClaimKind.COMPLEXITY, True): "{stated} is right for this approach.",
    (ClaimKind.COMPLEXITY, False): "Stated {stated}; expected here is {computed}.",
    (ClaimKind.BELIEF, True): "{computed}",
    (ClaimKind.BELIEF, False): "A usual belief that does not hold: {computed}",
}


def checks(heard: Mapping[int, Heard]) -> tuple[Check, ...]:
    """Every claim once, in the order of the transcript."""
    seen: set[str] = set()
    found = []
    for i in sorted(heard):
        for claim in heard[i].claims:
            if claim.ref not in seen:
                seen.add(claim.ref)
                found.append(_check(i, claim))
    return tuple(found)


def _check(turn: int, claim: Claim) -> Check:
    says = _SAYS[claim.kind, claim.holds].format(stated=claim.stated, computed=claim.computed)
    return Check(claim.kind, turn, claim.quote, claim.stated, claim.computed, claim.holds, says)
