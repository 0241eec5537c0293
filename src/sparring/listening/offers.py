"""Which of the facts that were asked back about a reply takes: "yes", "the second", "no, how many schools"."""

import re
from collections.abc import Callable, Sequence

from sparring.domain.question import Fact
from sparring.listening.clarify import Facts, Found

BRIEF = 25
"""Words up to which a turn after an offer is a reply to it."""

OPENS = 8
"""Words of a first sentence up to which it is the reply, with more behind it."""

NO = re.compile(
    r"^\W*(?:no+|nope|nah|neither|none|not (?:really|quite|exactly|that|those|either))\b[\s,.;:!-]*", re.IGNORECASE
)
_YES = re.compile(
    r"^\W*(?:(?:um+|uh+|er+|well|oh|ah|ok(?:ay)?)\W+)*(?:yes|yeah|yep|yup|ya|sure|right|exactly|correct|precisely|indeed|mhm|mm-?hm+"
    r"|i (?:do|did)\W*$|that(?:'s| is)? (?:it|the one|one|right|what i mean\w*)|please)\b",
    re.IGNORECASE,
)  # fmt: skip
_BOTH = re.compile(r"\b(?:both|either|all of (?:it|them)|the two)\b", re.IGNORECASE)
_PLACES = (
    re.compile(r"\b(?:first|former|1st)\b(?! of all)|^\W*(?:1|a|one)\W*$", re.IGNORECASE),
    re.compile(
        r"(?<!per )(?<!a )(?<!each )(?<!every )\b(?:second|latter|2nd|last|other)\b|^\W*(?:2|b|two)\W*$", re.IGNORECASE
    ),
)
CLEARER = 1.3
"""How many times better a reply's words must fit one of two facts than the other."""


def taken(reply: str, offered: Sequence[Fact], find: Callable[[str], Found]) -> tuple[Fact, ...] | None:
    """The facts a reply asks for: () where it declines, None where it is about something else.

    `find` looks among all facts of the question, for a reply that says what was meant instead.
    """
    text = reply.replace("’", "'")
    if len(text.split()) > BRIEF:
        # "Yes, the users. I take it that ...": who goes on at once has taken it all the same.
        text = re.split(r"(?<=[.!;])\s", text.lstrip(), maxsplit=1)[0]
        if len(text.split()) > OPENS or not _YES.match(text):
            return None
    declined = NO.match(text)
    if declined:
        rest = text[declined.end() :]
        instead = find(rest).fact
        if instead is None and "?" in rest:
            return None
        return (instead,) if instead is not None else ()
    if len(offered) > 1:
        if _BOTH.search(text):
            return tuple(offered)
        placed = [fact for fact, place in zip(offered, _PLACES, strict=False) if place.search(text)]
        if len(placed) == 1:
            return tuple(placed)
    meant = find(text).fact or _clearer(text, offered)
    if meant is not None:
        return (meant,)
    return tuple(offered) if _YES.match(text) else None


def _clearer(text: str, offered: Sequence[Fact]) -> Fact | None:
    """The one of two whose words a reply has."""
    ranked = Facts(offered).ranked(text)
    clear = len(ranked) > 1 and ranked[0][0] > 0 and ranked[0][0] >= CLEARER * ranked[1][0]
    return ranked[0][1] if clear else None
