"""The clock of a room: it stands still while nobody is there."""

import time

from sparring.domain.round import Seconds
from sparring.session.clock import Clock, WordClock


class RoomClock:
    """Wall time while it runs; where a round is held fast, the time that its words take to say."""

    def __init__(self, base: Seconds, *, fast: bool) -> None:
        """Stand at `base`."""
        self._base = base
        self._since: float | None = None
        self._words: Clock | None = WordClock(base) if fast else None

    @property
    def running(self) -> bool:
        """Whether wall time counts now."""
        return self._since is not None

    def now(self) -> Seconds:
        """Seconds since the round began, absences left out."""
        if self._words is not None:
            return self._words.now()
        return self._base + (time.monotonic() - self._since if self._since is not None else 0.0)

    def go(self) -> None:
        """Somebody is there."""
        if self._words is None and self._since is None:
            self._since = time.monotonic()

    def stop(self) -> None:
        """Nobody is there any more."""
        self._base, self._since = self.now(), None

    def spoken(self, text: str) -> None:
        """Somebody has said something; wall time takes its own."""
        if self._words is not None:
            self._words.spoken(text)
