"""Sentences of a turn, spoken or typed, punctuated or not."""

import re
from functools import lru_cache

Span = tuple[int, int]
"""Start and end offset in the turn's text."""

RUN_ON = 32
"""Words without a full stop after which a stretch counts as unpunctuated speech."""

LONGEST = 25
"""Words after which unpunctuated speech is cut, marker or not."""

SHORTEST = 8
"""Words that a cut at a marker leaves behind at the least."""

_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|approx|mr|mrs|ms|dr|prof|st|no)|\b[a-z])\.$", re.IGNORECASE)
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?=\s)|\n+")
_WORD = re.compile(r"\S+")
_MARKERS = frozenset(
    {"so", "but", "okay", "ok", "then", "anyway", "now", "also", "well", "yeah", "actually", "because"}
)
_SUBJECTS = frozenset(
    {"i", "i'd", "i'll", "i'm", "we", "we'd", "it", "it's", "they", "he", "she", "that's", "then", "the"}
)


@lru_cache(maxsize=64)
def split(text: str) -> tuple[Span, ...]:
    """Cut a turn into sentence spans, in order, without surrounding blanks.

    Full stops, question marks and line ends cut; speech that runs on without them is cut at discourse markers,
    and at the latest every 25 words.
    """
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _ABBREVIATION.search(text, max(start, stop.start() - 7), stop.start() + 1):
            continue
        spans.extend(_runs(text, start, stop.end()))
        start = stop.end()
    spans.extend(_runs(text, start, len(text)))
    return tuple(spans)


def texts(text: str) -> list[str]:
    """The sentences of a turn, in order, verbatim."""
    return [text[start:end] for start, end in split(text)]


def _runs(text: str, start: int, end: int) -> list[Span]:
    """One stretch between full stops, cut where it runs on."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    if not words:
        return []
    if len(words) <= RUN_ON:
        return [(words[0][0], words[-1][1])]
    spans: list[Span] = []
    first = 0
    while first < len(words):
        last = _cut(text, words, first)
        spans.append((words[first][0], words[last - 1][1]))
        first = last
    return spans


def _cut(text: str, words: list[Span], first: int) -> int:
    """Index of the word that begins the next run after `first`."""
    limit = first + LONGEST
    if len(words) - first <= LONGEST:
        limit = len(words)
    fallback = 0
    for at in range(first + SHORTEST, min(limit + 1, len(words) - 2)):
        word = text[slice(*words[at])].lower()
        following = text[slice(*words[at + 1])].lower()
        if word in _MARKERS or (word == "and" and following in _SUBJECTS):
            return at
        if word in {"and", "which"} or text[words[at - 1][1] - 1] in ",;:—":
            fallback = at
    if limit == len(words):
        return limit
    return fallback or limit
