"""Turns that were spoken: what the log keeps of them, and which can be corrected."""

from collections.abc import Sequence

from sparring.domain.event import Event, Json
from sparring.domain.transcript import Stretch
from sparring.session import fold
from sparring.session.errors import NotCorrectable

_ONE_UNIT = 0xFFFF
"""The last character that is one unit to a browser, which counts in UTF-16."""


def spoken(text: str, unsure: Sequence[Stretch]) -> dict[str, Json]:
    """The payload of a spoken turn; stretches that lie beside the text are none of it.

    Where characters are not counted alike, no stretch can be told.
    """
    alike = all(ord(character) <= _ONE_UNIT for character in text)
    kept = sorted((begin, end) for begin, end in unsure if 0 <= begin < end <= len(text)) if alike else []
    return {"text": text, "spoken": True, "unsure": [list(stretch) for stretch in kept]}


def correction(events: Sequence[Event], turn: int, text: str) -> dict[str, Json]:
    """The payload of a correction of event `turn`. Raises NotCorrectable where that was not said aloud."""
    said = events[turn] if 0 <= turn < len(events) else None
    if said is None or said.kind != fold.CANDIDATE or not said.payload.get("spoken"):
        raise NotCorrectable
    return {"turn": turn, "text": text}


def corrections(events: Sequence[Event], *, after: int) -> list[Event]:
    """The corrections that came when `after` events had happened, of turns that were among those."""
    made = (event for event in events[after:] if event.kind == fold.CORRECTED)
    return [event for event in made if fold.payload_of(event)["turn"] < after]
