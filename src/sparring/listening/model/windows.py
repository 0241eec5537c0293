"""What the model is shown of a session: windows of dialogue; a sentence is read where it stands most central."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sparring.domain.transcript import Speaker, Transcript
from sparring.listening.model.sentences import sentences

WINDOW = 320
"""Tokens of dialogue in a window, its heading not counted."""

STRIDE = 224
"""Tokens from the start of one window to the start of the next."""

_FILLER = re.compile(r"\b(?:u+m+|u+h+|e+r+m*|h+m+|you know|i mean|sort of)\b,?", re.IGNORECASE)

_LONGEST = 120
"""Tokens of a sentence that are looked at."""


_Span = tuple[int, int, int, int, int]
"""A turn, start and end in its text, first token and the one after the last, counted from the start of the session."""


class Tokens(Protocol):
    """What a tokenizer makes of a text: ids, and the span of characters of each."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class Tokenizer(Protocol):
    """The part of `tokenizers.Tokenizer` that is needed."""

    def encode(self, text: str, /, *, add_special_tokens: bool) -> Tokens:
        """Tokens of a text."""
        ...


@dataclass(frozen=True, slots=True)
class Window:
    """Input of the encoder."""

    ids: tuple[int, ...]
    own: tuple[int, ...]
    """Token types: 1 where the candidate speaks, 0 elsewhere."""

    full: bool
    """Whether it stays as it is when more is said."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One sentence of the candidate, or the beginning of a turn of the interviewer's."""

    turn: int
    start: int
    end: int
    """Span in the turn's text."""

    window: int
    first: int
    last: int
    """Its tokens in that window, `last` not included."""


@dataclass(frozen=True, slots=True)
class Windows:
    """A whole session."""

    windows: tuple[Window, ...]
    sentences: tuple[Placed, ...]
    """Of the candidate."""

    asked: Mapping[int, Placed]
    """For every turn of the candidate's, the turn of the interviewer's before it, where there was one."""


def windows(
    transcript: Transcript, tokenizer: Tokenizer, cls: int, sep: int, opening: str = "", *, stride: int = STRIDE
) -> Windows:
    """Cut a session into windows. `cls` and `sep` are ids of the tokens that begin and end an input.

    `opening` is the question as it was put, for a transcript that begins with the answer. Windows begin every `stride`
    tokens from the start, so that what is said later leaves full windows as they were.
    """

    def ids_of(text: str) -> list[int]:
        return tokenizer.encode(text, add_special_tokens=False).ids

    length = transcript.planned or (transcript.turns[-1].at if transcript.turns else 0.0)
    ids: list[int] = []
    own: list[int] = []
    spans: list[_Span] = []
    asked: dict[int, _Span] = {}
    last: _Span | None = None
    if opening and transcript.turns and transcript.turns[0].speaker is Speaker.CANDIDATE:
        ids += ids_of(f"[i] {opening}")
        own += [0] * len(ids)
    for turn in transcript.turns:
        candidate = turn.speaker is Speaker.CANDIDATE
        ids += ids_of(f"[c] {round(100 * min(turn.at, length) / max(1, length))}%" if candidate else "[i]")
        begin = len(ids)
        said = unfilled(turn.text) if candidate else turn.plain
        tokens = tokenizer.encode(said, add_special_tokens=False)
        ids += tokens.ids
        own += [0] * (begin - len(own)) + [int(candidate)] * len(tokens.ids)
        if candidate:
            spans += [(turn.i, *span, *_inside(tokens.offsets, *span, begin)) for span in sentences(turn.text)]
            asked |= {turn.i: last} if last else {}
        elif tokens.ids:
            last = (turn.i, 0, len(said), begin, begin + min(len(tokens.ids), _LONGEST))
    head = [cls, *ids_of(f"{transcript.round.label} | {transcript.title}")[: WINDOW // 4], sep]
    starts = range(0, max(1, len(ids) - WINDOW + stride), stride)
    cut = tuple(
        Window((*head, *ids[a : a + WINDOW], sep), (*[0] * len(head), *own[a : a + WINDOW], 0), len(ids) >= a + WINDOW)
        for a in starts
    )
    return Windows(
        cut,
        tuple(_placed(span, starts, len(head)) for span in spans if span[4] > span[3]),
        {i: _placed(span, starts, len(head)) for i, span in asked.items()},
    )


def unfilled(text: str) -> str:
    """The text with blanks for what people say while they look for words; every other word is where it was."""
    return _FILLER.sub(lambda found: " " * len(found[0]), text)


def _inside(offsets: list[tuple[int, int]], start: int, end: int, begin: int) -> tuple[int, int]:
    """First and last token of a stretch of characters, counted from the start of the session."""
    inside = [i for i, (a, b) in enumerate(offsets) if a >= start and b <= end and b > a]
    return (begin + inside[0], begin + min(inside[-1] + 1, inside[0] + _LONGEST)) if inside else (begin, begin)


def _placed(span: _Span, starts: Sequence[int], head: int) -> Placed:
    """A sentence in the window that has most of the dialogue on its narrower side."""
    turn, start, end, a, b = span
    window = max(range(len(starts)), key=lambda k: (min(a - starts[k], starts[k] + WINDOW - b), -k))
    first, last = max(0, a - starts[window]), min(WINDOW, b - starts[window])
    return Placed(turn, start, end, window, head + first, head + max(last, first + 1))
