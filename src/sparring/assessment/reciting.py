"""Tells words of one's own from a text that the program itself ships."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sparring.listening.words import tokens

_RUN = 8
"""Words in a row that nobody says by chance as a guide has them."""

_SHARE = 0.3
"""Share of a talk that stands in guides word for word from which it is read rather than said."""


def recited(said: str, guides: Sequence[str]) -> bool:
    """Whether a good part of a talk is read from a guide."""
    runs, known = list(_runs(said)), _known(tuple(guides))
    return bool(runs) and sum(run in known for run in runs) >= _SHARE * len(runs)


@lru_cache(maxsize=4)
def _known(guides: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(run for guide in guides for run in _runs(guide))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = tokens(text)
    for at in range(len(words) - _RUN + 1):
        yield words[at : at + _RUN]
