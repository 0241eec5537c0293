"""The transcript of a debrief: what the debrief quotes is marked, and what was perhaps misheard."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sparring.domain.debrief import Debrief
from sparring.domain.round import clock
from sparring.domain.transcript import Stretch, Transcript, Turn
from sparring.listening.misheard import touched
from sparring.transcripts.plain import plain


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a turn."""

    text: str
    quoted: bool = False
    """The debrief quotes it."""

    unsure: bool = False
    """It was said aloud, and perhaps misheard."""


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of the transcript."""

    i: int
    clock: str
    speaker: str
    parts: tuple[Part, ...]


def lines(debrief: Debrief, transcript: Transcript) -> list[Line]:
    """Every turn, in order."""
    quotes: dict[int, list[str]] = {}
    for piece in debrief.evidence:
        quotes.setdefault(piece.turn, []).append(plain(piece.quote))
    return [_line(turn, quotes.get(turn.i, []), timed=transcript.timed) for turn in transcript.turns]


def _line(turn: Turn, quotes: Sequence[str], *, timed: bool) -> Line:
    text = plain(turn.text)
    unsure = turn.unsure if text == turn.text else ()
    return Line(turn.i, clock(turn.at, timed=timed), str(turn.speaker), parts(text, quotes, unsure))


def parts(text: str, quotes: Sequence[str], unsure: Sequence[Stretch] = ()) -> tuple[Part, ...]:
    """The text cut where a quote or something unsure begins or ends."""
    quoted = [(text.find(quote), text.find(quote) + len(quote)) for quote in quotes if quote and quote in text]
    borders = sorted({0, len(text), *(border for stretch in (*quoted, *unsure) for border in stretch)})
    cut = ((text[a:b], touched(a, b, quoted), touched(a, b, unsure)) for a, b in pairwise(borders))
    alike = groupby(cut, lambda piece: piece[1:])
    return tuple(Part("".join(text for text, *_ in pieces), *kind) for kind, pieces in alike)
