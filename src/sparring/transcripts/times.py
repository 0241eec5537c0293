"""Clock readings as files write them, and seconds for turns that have none."""

import re
from collections.abc import Sequence

from sparring.domain.round import Seconds
from sparring.transcripts.said import Said, words

WORDS_PER_MINUTE = 140
"""How fast people talk in interviews; used only where a file has no times."""

HALF_DAY = 12 * 3600.0
LATE_START = 1800.0
"""Seconds. A first time beyond this is a clock on the wall, not the time since the start."""

TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
"""1:02, 00:01:02.500, 10:02 AM; for use inside larger expressions."""

_PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:\s?([AaPp])\.?[Mm]\.?)?")


def seconds(text: str, clock: bool = False) -> Seconds:
    """Seconds of a reading such as `1:02`, `00:01:02,500` or `10:02 AM`.

    `clock` reads two parts as hours and minutes; a reading with AM or PM is one anyway.
    """
    match = _PARTS.search(text)
    if match is None:
        raise ValueError(text)
    first, second, third, fraction, half = match.groups()
    numbers = [int(part) for part in (first, second, third) if part is not None]
    if len(numbers) == 2 and (half or clock):
        numbers.append(0)
    total = 0.0
    for number in numbers:
        total = total * 60 + number
    if half:
        total = total % HALF_DAY + (HALF_DAY if half in "Pp" else 0.0)
    return total + (float(f"0.{fraction}") if fraction else 0.0)


def speaking(text: str) -> Seconds:
    """How long it takes to say a text."""
    return 60.0 * words(text) / WORDS_PER_MINUTE


def placed(said: Sequence[Said]) -> tuple[tuple[Seconds, ...], bool, tuple[str, ...]]:
    """When each stretch begins, whether the file had (nearly) every time, and notes.

    Times that go back are held at the latest so far; stretches without a time are placed by their words.
    """
    known, notes = _from_start([piece.at for piece in said])
    ceilings = _ceilings(known)
    times: list[Seconds] = []
    latest, back = 0.0, []
    estimate = 0.0
    for piece, at, ceiling in zip(said, known, ceilings, strict=True):
        if at is not None and at < latest - 0.5:
            back.append(piece.line)
        here = at if at is not None else min(estimate, ceiling)
        latest = max(latest, here)
        times.append(round(latest, 3))
        estimate = latest + speaking(piece.text)
    share = sum(at is not None for at in known) / max(1, len(known))
    return tuple(times), share >= 0.9, (*notes, *_said_of(share, back))


def _from_start(times: list[Seconds | None]) -> tuple[list[Seconds | None], tuple[str, ...]]:
    """Times since the first one where the file shows a clock on the wall; past midnight goes on."""
    first = next((at for at in times if at is not None), 0.0)
    if first < LATE_START:
        return times, ()
    moved: list[Seconds | None] = []
    days, before = 0.0, first
    for at in times:
        if at is not None:
            days = 2 * HALF_DAY if at + days < before - HALF_DAY else days
            before = at + days
        moved.append(None if at is None else max(0.0, at + days - first))
    return moved, ("The file shows the time of day; times here count from its first one.",)


def _ceilings(known: list[Seconds | None]) -> list[Seconds]:
    """For each place the next known time, so that no estimate runs past it."""
    ceilings, ahead = [], float("inf")
    for at in reversed(known):
        ceilings.append(ahead)
        ahead = at if at is not None else ahead
    return ceilings[::-1]


def _said_of(share: float, back: list[int]) -> tuple[str, ...]:
    notes = []
    if share == 0:
        notes.append(
            f"The file has no times: they are estimated at {WORDS_PER_MINUTE} words a minute; silence cannot be seen."
        )
    elif share < 0.9:
        notes.append("Only some turns have a time in the file; those between are estimated from their words.")
    if back:
        more = f" and {len(back) - 1} more" if len(back) > 1 else ""
        notes.append(f"The time goes back at line {back[0]}{more}; turns keep the order of the file.")
    return tuple(notes)
