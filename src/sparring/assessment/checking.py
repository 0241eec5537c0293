"""Claims of the candidate, checked by the program."""

from collections.abc import Mapping

from sparring.assessment.claiming import against, corrected
from sparring.assessment.reviewing import Review, denied_by
from sparring.domain.debrief import Check
from sparring.domain.heard import Claim, ClaimKind, Heard
from sparring.domain.transcript import Transcript

_SAYS: Mapping[tuple[ClaimKind, bool], str] = {
    (ClaimKind.ARITHMETIC, True): "Right as a round figure.",
    (ClaimKind.ARITHMETIC, False): "It does not work out.",
    (ClaimKind.COMPLEXITY, True): "It fits this question; the code was not compared.",
    (ClaimKind.COMPLEXITY, False): "It does not fit this question.",
    (ClaimKind.BELIEF, True): "It holds.",
    (ClaimKind.BELIEF, False): "It is a usual belief that does not hold.",
}


def checks(transcript: Transcript, heard: Mapping[int, Heard], code: Review) -> tuple[Check, ...]:
    """Every claim once, in the order of the transcript."""
    seen: set[str] = set()
    found = []
    for i in sorted(heard):
        for claim in heard[i].claims:
            if claim.ref not in seen:
                seen.add(claim.ref)
                found.append(_check(i, claim, code, corrected(i, claim, heard, transcript)))
    return tuple(found)


def _check(turn: int, claim: Claim, code: Review, right: int | None) -> Check:
    says = _SAYS[claim.kind, claim.holds]
    if claim.kind is ClaimKind.COMPLEXITY and claim.holds and claim.stated != claim.computed:
        says = "It is accepted for this question, or for a part of it; the code was not compared."
    scan = denied_by(claim, code) if claim.holds else None
    if scan is not None:
        says = f"Statement and code do not agree: {against(claim, code).partition(': ')[2]}."
    if right is not None:
        says += " It was put right in the same turn." if right == turn else f" It was put right later, in turn {right}."
    return Check(claim.kind, turn, claim.quote, claim.stated, claim.computed, claim.holds and scan is None, says)
