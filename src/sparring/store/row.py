"""A session as a list shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sparring.domain.event import Json
from sparring.domain.round import Seconds


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session without its events."""

    id: str
    started_at: datetime
    """In UTC."""

    config: Mapping[str, Json]
    """What the session was created with."""

    events: int
    """How many events the log holds; also the `seq` of the next one."""

    last_at: Seconds
    """The latest time of an event, 0 where there is none."""

    ended: bool
    """Whether an event of kind `domain.event.ENDED` is in the log."""

    parent: str | None = None
    """The session this one was forked from; that one may have been deleted since."""

    forked_at: Seconds | None = None
    """Where in the parent the fork was made."""

    debriefed: bool = False
    """Whether a debrief is attached."""
