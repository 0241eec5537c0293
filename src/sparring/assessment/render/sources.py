"""Who says a sentence that carries no source of its own."""

from collections.abc import Sequence

from sparring.domain.debrief import Debrief, MistakeSeen, Rating
from sparring.domain.evidence import Evidence, Source
from sparring.domain.rubric import MistakeId

_COUNTED: frozenset[MistakeId] = frozenset({"silent_coding", "we_not_i"})
"""Mistakes that are counted, words or minutes, and not concluded from a rating."""


def source_of(evidence: Sequence[Evidence], turn: int | None, quote: str) -> str:
    """The source of the evidence that the quote belongs to; rules (measured) where it belongs to none."""
    if turn is not None and quote:
        for piece in evidence:
            if piece.turn == turn and (piece.quote in quote or quote in piece.quote):
                return str(piece.source)
    return str(Source.MEASURED)


def source_of_mistake(debrief: Debrief, seen: MistakeSeen) -> str:
    """The source of its quote; without one, of the ratings that it follows from."""
    if seen.quote or seen.mistake in _COUNTED:
        return source_of(debrief.evidence, seen.turn, seen.quote)
    guessed = any(isinstance(x, Rating) and x.source is Source.LOCAL_MODEL for x in debrief.scores)
    return str(Source.LOCAL_MODEL if guessed else Source.MEASURED)
