"""Where the weights come from and what they have seen."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.domain.transcript import Transcript
from sparring.listening.model.errors import WeightsDamaged, WeightsMissing


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is known of a set of weights."""

    name: str
    recipe: str
    """How they were trained, in a sentence."""

    files: tuple[tuple[str, str], ...]
    """File name and sha256 of every file that belongs to the weights."""

    seen: frozenset[str]
    """Fingerprints of the sessions they were trained on."""

    def has_seen(self, session_id: str, first_words: str) -> bool:
        """Whether a session was among the training sessions."""
        return fingerprint(session_id, first_words) in self.seen

    def knows(self, transcript: Transcript) -> bool:
        """Whether a transcript is that of a training session."""
        first = next((turn.text for turn in transcript.candidate_turns), "")
        return self.has_seen(transcript.id, first)


def fingerprint(session_id: str, first_words: str) -> str:
    """Sixteen hexadecimal digits that name a session by its id and the start of its first candidate turn."""
    return hashlib.sha256(f"{session_id}\n{first_words[:200]}".encode()).hexdigest()[:16]


def read_card(folder: Path) -> ModelCard:
    """The card of a weights folder. Raises WeightsMissing or WeightsDamaged."""
    path = folder / "card.json"
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise WeightsMissing(f"expected a model card at {path}, found none; reinstall interview-sparring") from error
    except ValueError as error:
        raise WeightsDamaged(f"expected JSON in {path}: {error}") from error
    try:
        return ModelCard(
            raw["name"],
            raw["recipe"],
            tuple(sorted(raw["files"].items())),
            frozenset(raw["trained_on"]["fingerprints"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise WeightsDamaged(f"expected name, recipe, files and trained_on in {path}: {error!r}") from error


def check_files(folder: Path, card: ModelCard) -> None:
    """Raises WeightsMissing or WeightsDamaged where a file differs from the card."""
    for name, expected in card.files:
        path = folder / name
        if not path.is_file():
            raise WeightsMissing(f"expected {path}, found none; reinstall interview-sparring")
        got = hashlib.sha256(path.read_bytes()).hexdigest()
        if got != expected:
            raise WeightsDamaged(
                f"expected sha256 {expected[:12]}… for {path}, got {got[:12]}…; reinstall interview-sparring"
            )
