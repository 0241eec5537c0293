"""Who says a sentence that carries no source of its own."""

from collections.abc import Sequence

from sparring.domain.evidence import Evidence, Source


def source_of(evidence: Sequence[Evidence], turn: int | None, quote: str) -> str:
    """The source of the evidence that the quote belongs to; rules (measured) where it belongs to none."""
    if turn is not None and quote:
        for piece in evidence:
            if piece.turn == turn and (piece.quote in quote or quote in piece.quote):
                return str(piece.source)
    return str(Source.MEASURED)
