"""Rules on an interviewer's wordings."""

import re
from collections.abc import Iterator
from string import Formatter

from sparring.bank.problem import Finding, short
from sparring.domain.interviewer import WORDINGS, Interviewer

WORDS = 60
PRAISE = (
    "great", "excellent", "perfect", "perfectly", "awesome", "amazing", "fantastic", "wonderful", "brilliant", "superb",
    "terrific", "outstanding", "impressive", "impressed", "nicely", "well done", "well put", "well said", "good job",
    "good work", "good answer", "good point", "good question", "good thinking", "good catch", "good idea", "nice job",
    "nice work", "nice one", "nice answer", "nice catch", "correct", "correctly", "spot on", "exactly right",
    "that's right", "that is right", "you're right", "you are right", "love it", "love that", "nailed", "smart",
    "clever", "strong answer", "bravo", "kudos",
)  # fmt: skip
_PRAISE = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in PRAISE)})(?![\w-])", re.IGNORECASE)


def templates_fit(interviewer: Interviewer) -> Iterator[Finding]:
    """Each template has its placeholders and no other, asks one thing, is short, and neither praises nor rates."""
    for key, needed in WORDINGS.items():
        for i, template in enumerate(interviewer.wordings.get(key, ())):
            for expected, got in _faults(template, needed):
                yield Finding(("wordings", key, i), expected, got)


def _faults(template: str, needed: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    try:
        fields = [
            (name, spec, conversion) for _, name, spec, conversion in Formatter().parse(template) if name is not None
        ]
    except ValueError as error:
        yield "braces in pairs around placeholders", f"{short(template)} ({error})"
        return
    names = [name for name, _, _ in fields]
    wanted = ", ".join(f"{{{name}}}" for name in needed) or "no placeholder"
    if sorted(names) != sorted(needed) or any(spec or conversion for _, spec, conversion in fields):
        yield f"{wanted} and nothing else in braces, once each", short(template)
    asks = "ask" in names
    if asks and not template.endswith("{ask}"):
        yield "{ask} at the end", short(template)
    if template.count("?") + asks > 1:
        yield "at most one question", short(template)
    if (words := len(template.split())) > WORDS:
        yield f"at most {WORDS} words", str(words)
    if praise := _PRAISE.search(template):
        yield "no praise and no rating", repr(praise[0])
