"""Stretches of a foreign file into turns of two speakers."""

from collections.abc import Sequence

from sparring.domain.round import Seconds
from sparring.domain.transcript import Speaker, Turn
from sparring.transcripts.said import Said, words
from sparring.transcripts.times import placed

PAUSE = 2.0
"""Seconds of silence that end a turn where one person alone speaks."""

LONG_ENOUGH = 120
"""Words after which such a turn ends with its sentence."""


def turns_of(
    said: Sequence[Said], candidates: frozenset[str | None], spoken: bool
) -> tuple[tuple[Turn, ...], bool, tuple[str, ...]]:
    """Turns with times, whether the times are the file's own, and notes on them.

    Consecutive stretches of one name are one turn. Where one person alone speaks, a turn is a paragraph, or for
    captions what lies between two pauses.
    """
    alone = len({piece.name for piece in said}) == 1
    times, timed, notes = placed(said)
    groups: list[list[int]] = []
    for index, piece in enumerate(said):
        group = [said[i] for i in groups[-1][-60:]] if groups else []
        if group and (_flows(group, piece, spoken) if alone else group[-1].name == piece.name):
            groups[-1].append(index)
        else:
            groups.append([index])
    turns = tuple(_turn(i, [said[k] for k in group], times[group[0]], candidates) for i, group in enumerate(groups))
    return turns, timed, notes


def _flows(group: Sequence[Said], piece: Said, spoken: bool) -> bool:
    """Whether one person's next stretch belongs to the turn so far."""
    if not spoken:
        return False
    before = group[-1]
    pause = (piece.at or 0.0) - (before.until or before.at or 0.0)
    full = len(group) > 8 and sum(words(earlier.text) for earlier in group) > LONG_ENOUGH
    return pause < PAUSE and not (full and before.text.rstrip()[-1:] in ".?!")


def _turn(i: int, pieces: Sequence[Said], at: Seconds, candidates: frozenset[str | None]) -> Turn:
    speaker = Speaker.CANDIDATE if pieces[0].name in candidates else Speaker.INTERVIEWER
    glue = " " if pieces[0].until is not None else "\n\n"
    return Turn(i, at, speaker, glue.join(piece.text for piece in pieces))
