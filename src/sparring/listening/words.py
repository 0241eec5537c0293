"""Words brought to a form in which two ways of saying a thing look alike."""

# ruff: noqa: E501 - a pattern is read whole

import re
from functools import lru_cache

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*")
_NUMERIC = re.compile(r"\d")


def listed(text: str) -> frozenset[str]:
    """Words written one after another, as a set."""
    return frozenset(text.split())


STOPWORDS = listed(
    """a an the of to in on at for from by with and or but if then so as is are was were be been being am do does did
    doing have has had having i you we they he she it me us them my your our their his her its this that these those
    there here what which who whom how when where why can could should would will shall may might must need needs want
    wants wanted assume say let lets know tell please just really also okay ok um uh like well yeah yes right think thinking guess
    some any much many lot about roughly approximately around kind sort thing things going go gonna get got us
    what's it's that's we're i'm i'll i'd we'd they're there's let's don't doesn't isn't aren't maybe perhaps per"""
)
"""Words that carry no subject."""

NUMBER_WORDS = listed(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen half"""
)

_SUFFIXES = (
    ("ization", "ize"), ("isation", "ize"), ("ations", "ate"), ("ation", "ate"), ("nesses", ""), ("ness", ""),
    ("ities", "ity"), ("ingly", ""), ("ments", ""), ("ment", ""), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"),
    ("xes", "x"), ("ing", ""), ("edly", ""), ("ed", ""), ("ers", ""), ("er", ""), ("ly", ""), ("es", "e"), ("s", ""),
)  # fmt: skip


_WHOLE = listed("server servers")
"""Words whose stem would be that of another: what serves is no server."""


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude stem, the same for the forms of one word: `caches`, `caching`, `cached` all give `cach`."""
    word = word.removesuffix("'s")
    if word in _WHOLE:
        return word.removesuffix("s")
    if len(word) > 3 and not word.endswith(("ss", "us", "is")):
        for suffix, replacement in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: len(word) - len(suffix)] + replacement
                break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words and numerals of a text, in order."""
    return tuple(_TOKEN.findall(text.lower().replace("’", "'")))


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[str, ...]:
    """Stems of the words that carry a subject: no stop words, no numbers."""
    return tuple(stem(word) for word in tokens(text) if _carries(word))


def _carries(word: str) -> bool:
    return word not in STOPWORDS and word not in NUMBER_WORDS and not _NUMERIC.match(word)
