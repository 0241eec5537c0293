"""Joins what a second rater cites to what the local raters found."""

from collections.abc import Iterator, Mapping, Sequence

from sparring.assessment.piece import Piece
from sparring.domain.evidence import Source
from sparring.domain.opinion import SecondOpinion

_FIRST, _STEP = 0.8, 0.05
"""Strength of the passage that a second rater puts first, and by how much each that follows is weaker."""

_ALONE = 0.5
"""Likelihood from which a sentence is still shown for a signal of which the second rater cites others."""


def heeded(pieces: Sequence[Piece], opinion: SecondOpinion, text: Mapping[int, str]) -> list[Piece]:
    """What both raters cite.

    Where the second rater cites something for a signal, a sentence that only the local model found, and is not sure
    of, gives way; what a rule hears stays.
    """
    cited = list(_cited(opinion, text))
    signals = {x.signal for x in cited}
    return [*(x for x in pieces if x.signal not in signals or x.why or x.strength >= _ALONE), *cited]


def _cited(opinion: SecondOpinion, text: Mapping[int, str]) -> Iterator[Piece]:
    for each in opinion.opinions:
        for place, quoted in enumerate(each.quotes):
            start = text.get(quoted.turn, "").find(quoted.quote)
            if start >= 0:
                strength = _FIRST - _STEP * place
                end = start + len(quoted.quote)
                yield Piece(
                    quoted.turn,
                    start,
                    end,
                    each.signal,
                    quoted.polarity,
                    strength,
                    Source.LANGUAGE_MODEL,
                    quoted.why,
                )
