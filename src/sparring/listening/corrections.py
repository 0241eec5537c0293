"""What a speaker takes back: "that is 50 terabytes, sorry, 50 gigabytes"; "I have to correct myself"."""

# ruff: noqa: E501 - a pattern is read whole

import re

from sparring.listening.measures import BYTES, LINKS, Measure, measure
from sparring.listening.numbers import Token
from sparring.listening.words import listed

SOON = 60
"""Tokens after a result within which it may be corrected."""

_TAKES_BACK = listed("sorry wait no actually correction oops scratch mean meant rather wrong hmm")
_LED = LINKS | listed("make should of course i that sorry no wait ! .")
_SIZES = frozenset(BYTES.values())
_CORRECTS = re.compile(
    r"\b(?:let me correct (?:myself|something|that|one|the|what|a|my)\b"
    r"|i (?:need|have|want|'d like|would like|should) to correct (?:myself|something|one|what|that|the|a|an|my)\b"
    r"|(?:to )?correct(?:ing)? myself\b|i misspoke\b|scratch that\b|i(?:'ll| will)? take (?:that|it) back\b"
    r"|i(?:'ve| have)?(?: just)? (?:made|see|spot|notice|found) (?:a|an|my) (?:\w+ )?(?:mistake|error|slip)\b[^.?!]{0,40}\b(?:earlier|before|there|estimates?|numbers?|arithmetic|maths?|sums?|calculations?|multiplication)\b"
    r"|my (?:\w+ )?(?:estimate|numbers?|sums?|maths?|arithmetic|calculation|figures?) (?:earlier |before |there )?(?:was|were|is|are) (?:wrong|off)\b"
    r"|i was (?:(?:off|wrong) by (?:a factor|an order|ten|a thousand)|(?:a factor|an order) of \w+ off)\b|i was wrong (?:there|earlier|before|about (?:that|the number))\b"
    r"|i got (?:that|the \w+|my \w+) wrong (?:earlier|before|there|a (?:moment|minute) ago)\b)",
    re.IGNORECASE,
)


def takes_back(text: str) -> bool:
    """Whether somebody says that they correct themselves, in a design or at code; in a story it may be told of."""
    return _CORRECTS.search(text) is not None


def retracted(tokens: tuple[Token, ...], result: Measure) -> bool:
    """Whether anything soon after a result takes it back, with a better one or without."""
    return any(token.text in _TAKES_BACK for token in tokens[result.last : result.last + SOON])


def corrected(tokens: tuple[Token, ...], result: Measure) -> Measure | None:
    """The result as the speaker corrects it soon after; None where they do not, or correct something else."""
    for at in range(result.last, min(result.last + SOON, len(tokens))):
        if tokens[at].text not in _TAKES_BACK:
            continue
        after = at + 1
        while after < len(tokens) and after - at < 9 and tokens[after].text in (_LED | _TAKES_BACK):
            if measure(tokens, after) is not None:
                break
            after += 1
        found = measure(tokens, after) if after < len(tokens) else None
        if found is not None and found.clear and (found.unit in _SIZES) == (result.unit in _SIZES):
            return _as(found, result)
    return None


def _as(found: Measure, result: Measure) -> Measure:
    """A correction in the terms of what it corrects: "sorry, 50 gigabytes" is still per day."""
    if found.per or not result.per:
        return found
    return Measure(found.value, found.unit, result.per, found.nouns or result.nouns, found.first, found.last)
