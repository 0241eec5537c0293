"""Which signals were shown, tried and failed, or not yet asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sparring.domain.rubric import SignalId


class Standing(StrEnum):
    """Where a signal stands in the room; never a rating."""

    SHOWN = "shown"
    TRIED = "tried"
    NOT_ASKED = "not yet asked"


@dataclass(frozen=True, slots=True)
class Entry:
    """How often a signal was asked for, and how often something bore on it for the better."""

    asked: int = 0
    shown: int = 0

    @property
    def standing(self) -> Standing:
        """Shown beats tried beats not yet asked."""
        if self.shown:
            return Standing.SHOWN
        return Standing.TRIED if self.asked else Standing.NOT_ASKED


@dataclass(frozen=True, slots=True)
class Ledger:
    """One entry a signal."""

    entries: Mapping[SignalId, Entry]

    @classmethod
    def empty(cls, signals: tuple[SignalId, ...]) -> "Ledger":
        """Nothing asked, nothing shown."""
        return cls({signal: Entry() for signal in signals})

    def of(self, signal: SignalId) -> Entry:
        """The entry of a signal; an empty one where the round does not have it."""
        return self.entries.get(signal, Entry())

    def asked(self, signal: SignalId) -> "Ledger":
        """The ledger after the interviewer asked for a signal."""
        entry = self.of(signal)
        return self._with(signal, replace(entry, asked=entry.asked + 1))

    def shown(self, signal: SignalId) -> "Ledger":
        """The ledger after the candidate showed something of a signal."""
        entry = self.of(signal)
        return self._with(signal, replace(entry, shown=entry.shown + 1))

    def _with(self, signal: SignalId, entry: Entry) -> "Ledger":
        return Ledger({**self.entries, signal: entry}) if signal in self.entries else self
