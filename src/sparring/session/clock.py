"""Time within a session: by the wall, or by the words spoken."""

import time
from typing import Protocol

from sparring.domain.round import Seconds

WORDS_PER_SECOND = 2.5
"""150 words a minute, an even speaking rate."""


class Clock(Protocol):
    """Seconds since the session began; time while the program was away does not count."""

    def now(self) -> Seconds:
        """The present moment."""
        ...

    def spoken(self, text: str) -> None:
        """Somebody has said something."""
        ...

    def passed(self, seconds: Seconds) -> None:
        """Nothing was said for so long."""
        ...


class WallClock:
    """Real time, going on from where a resumed session stood."""

    def __init__(self, base: Seconds = 0.0) -> None:
        """Start at `base`."""
        self._base = base
        self._began = time.monotonic()

    def now(self) -> Seconds:
        """Base plus what has passed on the wall."""
        return self._base + time.monotonic() - self._began

    def spoken(self, text: str) -> None:
        """Real speech takes its own time."""

    def passed(self, seconds: Seconds) -> None:
        """Real silence takes its own time."""


class WordClock:
    """For demos and tests: a turn costs the time that its words take to say."""

    def __init__(self, base: Seconds = 0.0) -> None:
        """Start at `base`."""
        self._now = base

    def now(self) -> Seconds:
        """Base plus what was said."""
        return self._now

    def spoken(self, text: str) -> None:
        """Advance by the speaking time, at least two seconds."""
        self._now += max(2.0, len(text.split()) / WORDS_PER_SECOND)

    def passed(self, seconds: Seconds) -> None:
        """Advance by a silence."""
        self._now += seconds
