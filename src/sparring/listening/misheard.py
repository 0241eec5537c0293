"""What was perhaps misheard is held against nobody."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act, Heard
from sparring.domain.transcript import Stretch


def touched(begin: int, end: int, unsure: Sequence[Stretch]) -> bool:
    """Whether a stretch has anything unsure in it."""
    return any(at < end and begin < to for at, to in unsure)


def quoted(quote: str, text: str, unsure: Sequence[Stretch]) -> bool:
    """Whether a quote, verbatim from the text, has anything unsure in it; one that is not in the text has."""
    begin = text.find(quote)
    return begin < 0 or touched(begin, begin + len(quote), unsure)


def spared(heard: Heard, text: str, unsure: Sequence[Stretch]) -> Heard:
    """What a spoken turn contains, without what rests on a word that may be another one: a claim that does not hold, a
    cue against somebody, abuse."""
    if not unsure:
        return heard
    return replace(
        heard,
        acts=heard.acts - {Act.ABUSE},
        claims=tuple(x for x in heard.claims if x.holds or not quoted(x.quote, text, unsure)),
        cues=tuple(
            x for x in heard.cues if x.polarity is Polarity.PLUS or not touched(x.start, x.start + len(x.quote), unsure)
        ),
        unsure=tuple(unsure),
    )
