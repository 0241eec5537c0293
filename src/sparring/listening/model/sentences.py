"""Cuts what a candidate says into sentences."""

import itertools
import re

_SENTENCE = re.compile(r'[^.!?\n]+[.!?]*["”)]*\s*|\n+')
_WORD = re.compile(r"\S+")
_LONGEST = 45
"""Words above which a stretch counts as unpunctuated."""

_STRIDE = 25
"""Words of a piece of an unpunctuated stretch."""

_CRUMB = 4
"""A sentence of fewer words is joined to the one before."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of sentences; unpunctuated stretches are cut every 25 words, crumbs are joined to their neighbour.

    The cut is the one that the weights were trained with: changing it means training again.
    """
    pieces: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            pieces += _cut(text, *match.span())
    merged: list[tuple[int, int]] = []
    for start, end in pieces:
        if merged and len(text[start:end].split()) < _CRUMB:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    words = [start + word.start() for word in _WORD.finditer(text[start:end])]
    if len(words) <= _LONGEST:
        return [(start, end)]
    cuts = [*words[::_STRIDE], end]
    return list(itertools.pairwise(cuts))
