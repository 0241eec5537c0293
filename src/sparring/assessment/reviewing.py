"""Reads the final code of a coding round: what a reviewer would point at, and where a stated cost cannot be true."""

import re
from dataclasses import dataclass

from sparring.assessment.scans import Scan, scans
from sparring.coding.errors import CodingError
from sparring.coding.quality import Finding, quality
from sparring.domain.heard import Claim, ClaimKind
from sparring.domain.question import AnyQuestion, CodingQuestion
from sparring.domain.transcript import Transcript

_QUICK = re.compile(r"^O\((1|log [a-z])\) time$")
_WHOLE = re.compile(
    r"\b(all|every\w*|each|both|operations|methods|calls|whole|solution|implementation|class)\b", re.IGNORECASE
)
"""Said of a cost that is meant for every method."""


_HALVES = re.compile(
    r"bisect|heap|sorted(?:list|dict|set|containers)|// *2|>> *1|/ *2|\bmid\b|\.left\b|\.right\b|\b(?:trie|tree)\b",
    re.IGNORECASE,
)
_LOGARITHMIC = re.compile(r"\blogarithm\w*|\blog\b|\bbisect\w*|\bbinary search\w*", re.IGNORECASE)
_NOT_OF_IT = re.compile(
    r"\b(?:would|could|might|if|instead|alternativ\w*|rather|later|n log n|n times)\b|'d\b|\?", re.IGNORECASE
)
"""Says it of something else than the code, or of a sort."""


@dataclass(frozen=True, slots=True)
class Review:
    """What the final code shows by itself."""

    findings: tuple[Finding, ...] = ()
    scans: tuple[Scan, ...] = ()
    lines: int = 0
    """Lines of code; 0 where there is none, or none that can be read."""

    halves: bool = True
    """Whether something in it may take the logarithm of its input: a bisection, a heap, a tree."""


def review(transcript: Transcript, question: AnyQuestion | None = None) -> Review:
    """The review of the final snapshot; empty where there is no Python, or none that can be read.

    A method that goes through all it holds in a reference solution too is meant to: nobody is accused of that.
    """
    if not transcript.code or transcript.code[-1].language not in {"python", "py", "python3"}:
        return Review()
    source = transcript.code[-1].text
    try:
        seen = quality(source)
    except CodingError:
        return Review()
    meant = _meant_to_scan(question)
    found = tuple(scan for scan in scans(source) if scan.method not in meant)
    return Review(seen.findings, found, seen.lines, _HALVES.search(source) is not None)


def _meant_to_scan(question: AnyQuestion | None) -> frozenset[str]:
    """Methods in which a reference solution of the question, or of one of its stages, scans."""
    if not isinstance(question, CodingQuestion):
        return frozenset()
    sources = (question.reference, *(stage.reference for stage in question.stages))
    return frozenset(scan.method for source in sources for scan in scans(source))


def unfounded(said: str, code: Review) -> bool:
    """Whether words state a logarithm of a code in which nothing takes one."""
    return (
        code.lines > 0 and not code.halves and _LOGARITHMIC.search(said) is not None and _NOT_OF_IT.search(said) is None
    )


def denied_by(claim: Claim, code: Review) -> Scan | None:
    """The place in the code that a quick running time is not true of; None where nothing in the code denies it.

    A cost that is stated of no method in particular is held against none: what it is about stands elsewhere.
    """
    if claim.kind is not ClaimKind.COMPLEXITY or not _QUICK.match(claim.stated):
        return None
    words = set(re.findall(r"[a-z]+", claim.quote.lower()))
    of_all = _WHOLE.search(claim.quote) is not None
    return next((x for x in code.scans if of_all or set(x.method.lower().split("_")) <= words), None)
