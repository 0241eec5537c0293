"""Where a bench's rater and the labels differ: confusion, and the sessions that differ most."""

from collections.abc import Sequence
from dataclasses import dataclass

from sparring.domain.rubric import SignalId

Table = tuple[tuple[int, ...], ...]
"""Counts, one row a value in the label and one column a value of the rater, each 1 to 4."""

_VALUES = (1, 2, 3, 4)


def confusion(pairs: Sequence[tuple[int, int]]) -> Table:
    """How often each value of the label (rows) met each value of the rater (columns)."""
    return tuple(tuple(sum(pair == (a, b) for pair in pairs) for b in _VALUES) for a in _VALUES)


@dataclass(frozen=True, slots=True)
class Miss:
    """A session that was rated otherwise than its label."""

    id: str
    verdict: tuple[int, int]
    """Rank in the label and by the rater."""

    altitude: tuple[int, int]
    signals: tuple[tuple[SignalId, int, int, str], ...]
    """(signal, label, rater, the rater's reason) of ratings two or more apart."""

    @property
    def size(self) -> int:
        """How far off on the whole: steps of the verdict count three times, those of the altitude twice."""
        steps = sum(abs(a - b) for _, a, b, _ in self.signals)
        return 3 * abs(self.verdict[0] - self.verdict[1]) + 2 * abs(self.altitude[0] - self.altitude[1]) + steps

    def text(self) -> list[str]:
        """The session in a few lines."""
        lines = [f"{self.id}: verdict {_step(*self.verdict)}, altitude {_step(*self.altitude)}"]
        lines += [f"    {signal} {_step(label, value)}: {why}" for signal, label, value, why in self.signals]
        return lines


def _step(label: int, value: int) -> str:
    return f"{label}" if label == value else f"{label} taken for {value}"


def worst(misses: Sequence[Miss], most: int = 10) -> tuple[Miss, ...]:
    """The sessions that are furthest off, and off at all."""
    return tuple(sorted((x for x in misses if x.size), key=lambda x: (-x.size, x.id))[:most])


def confusion_text(name: str, table: Table) -> list[str]:
    """A table with the label down and the rater across."""
    lines = [f"  {name}, label down, rater across"]
    return [
        *lines,
        *(f"    {value}" + "".join(f"{n:6}" for n in row) for value, row in zip(_VALUES, table, strict=True)),
    ]
