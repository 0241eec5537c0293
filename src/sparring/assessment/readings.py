"""Readings made elsewhere, e.g. by a model that has not seen the sessions: one JSON object a line, with its id."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.domain.transcript import Transcript
from sparring.listening.model.reading import ModelReading, from_outputs, stored


@dataclass(frozen=True, slots=True)
class Readings:
    """Raw outputs by session id."""

    source: str
    """Name under which the debriefs cite them."""

    rows: Mapping[str, Mapping[str, Any]]

    @classmethod
    def load(cls, path: Path) -> "Readings":
        """Reads a file of readings. Raises ReadingMalformed with the line."""
        return cls(path.stem, dict(stored(path)))

    def of(self, transcript: Transcript) -> ModelReading:
        """The reading of a session. Raises KeyError where there is none, ReadingMalformed where it does not fit."""
        return from_outputs(self.source, transcript.round, self.rows[transcript.id])
