"""What the model is shown of a sentence: the sentence, and what came before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model.sentences import sentences

_OWN_TURN = 450
"""Characters of the same turn before the sentence."""

_BEFORE = 420
"""Characters of the turns before."""

_TURNS = 3
"""How many turns before are looked at."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One sentence of a candidate, with the input of the encoder."""

    turn: int
    start: int
    end: int
    """Span of the sentence in the turn's text."""

    context: str
    """Segment A: round, title, share of the time, the turns before, the turn so far."""

    sentence: str
    """Segment B."""


def headings(transcript: Transcript, opening: str = "") -> Iterator[Heading]:
    """Every sentence of the candidate, in order.

    `opening` is the question as it was put, for a transcript that begins with the answer.
    """
    length = transcript.planned or (transcript.turns[-1].at if transcript.turns else 0.0)
    for position, turn in enumerate(transcript.turns):
        if turn.speaker is Speaker.CANDIDATE:
            yield from _turn(transcript, position, turn, length, opening)


def _turn(transcript: Transcript, position: int, turn: Turn, length: float, opening: str) -> Iterator[Heading]:
    before = [f"[{x.speaker.value[0]}] {x.plain}" for x in transcript.turns[max(0, position - _TURNS) : position]]
    if not before and opening:
        before = [f"[i] {opening}"]
    percent = round(100 * min(turn.at, length) / max(1, length))
    head = f"{transcript.round.label} | {transcript.title} | {percent}% | {' '.join(before)[-_BEFORE:]} [c] "
    for start, end in sentences(turn.text):
        yield Heading(
            turn.i,
            start,
            end,
            head + turn.text[max(0, start - _OWN_TURN) : start],
            turn.text[start:end].strip(),
        )
