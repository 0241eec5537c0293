"""What happened in a session, as the log keeps it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sparring.domain.round import Seconds

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""A value that JSON can hold; NaN and infinities are not."""

ENDED = "ended"
"""The kind of the event that closes a session; the only kind the log itself knows."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. A session is nothing but its events in order; everything else is folded from them."""

    seq: int
    """Position in the session's log: 0, 1, 2, ... without a gap."""

    at: Seconds
    """Seconds since the session began, never negative."""

    kind: str
    """What happened, e.g. `candidate_said`; the conductor owns the words, the log keeps any."""

    payload: Mapping[str, Json]
    """What belongs to it; the log does not look inside."""
