"""How the code came about, by its saved versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sparring.domain.round import Seconds
from sparring.domain.transcript import Snapshot


@dataclass(frozen=True, slots=True)
class Timeline:
    """When there was code, and how it grew."""

    versions: int
    first_code: Seconds | None
    """When the file first differed from the starter; None if it never did."""

    last_change: Seconds | None
    lines: int
    """Non-blank lines of the last version."""

    longest_pause: Seconds
    """The longest stretch between two changes."""

    rewritten: float
    """Share of the code lines ever written that are not in the last version, 0 to 1."""


def snapshots_summary(snapshots: Sequence[Snapshot], starter: str = "") -> Timeline:
    """Summarise the saved versions of one round, in the order of time; versions that change nothing are ignored."""
    changed: list[Snapshot] = []
    text = _lines(starter)
    for snapshot in snapshots:
        if _lines(snapshot.text) != text:
            changed.append(snapshot)
            text = _lines(snapshot.text)
    if not changed:
        return Timeline(0, None, None, len(text), 0.0, 0.0)
    final, given = set(text), set(_lines(starter))
    written = {line for snapshot in changed for line in _lines(snapshot.text)} - given
    times = [snapshot.at for snapshot in changed]
    pause = max((after - before for before, after in pairwise(times)), default=0.0)
    gone = len(written - final) / len(written) if written else 0.0
    return Timeline(len(changed), times[0], times[-1], len(text), pause, gone)


def _lines(text: str) -> list[str]:
    """The lines that hold something, without indentation."""
    return [line.strip() for line in text.splitlines() if line.strip()]
