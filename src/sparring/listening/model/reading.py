"""What the signal model made of one session."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SignalId
from sparring.listening.model.errors import ReadingMalformed
from sparring.listening.model.heads import (
    ALTITUDE,
    EVIDENCE_HEADS,
    RATING_HEADS,
    VERDICT,
    evidence_columns,
    rating_rows,
    signal_columns,
)


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence and what it is evidence of."""

    turn: int
    start: int
    end: int
    """Span in the turn's text."""

    probability: Mapping[tuple[SignalId, Polarity], float]
    """For every signal of the round and polarity, 0 to 1."""

    unasked: Mapping[SignalId, float] = field(default_factory=dict)
    """For every signal of the round, log-odds that it came without being asked for, beside what else speaks for it."""


@dataclass(frozen=True, slots=True)
class ModelReading:
    """All sentences of a session and the ratings that the model would give."""

    source: str
    """Name of the weights."""

    sentences: tuple[SentenceReading, ...]
    ratings: Mapping[str, tuple[float, float, float]]
    """Ordinal logits (above 1, above 2, above 3) for every signal of the round, `verdict` and `altitude`."""

    def expected(self, head: str) -> float:
        """The expected value of a rating head, 1 to 4."""
        return 1 + sum(self.above(head, value) for value in (1, 2, 3))

    def above(self, head: str, value: int) -> float:
        """The probability that a rating head is above 1, 2 or 3."""
        return 1 / (1 + math.exp(-self.ratings[head][value - 1]))

    def unasked(self, turn: int, start: int, end: int, signal: SignalId) -> float:
        """Log-odds that a stretch of a turn came without being asked for, beside what else speaks for it."""
        found = [
            x.unasked.get(signal, 0.0) for x in self.sentences if x.turn == turn and x.start < end and start < x.end
        ]
        return sum(found) / len(found) if found else 0.0

    def mean(self) -> float:
        """The mean of the signals' expected values, 1 to 4."""
        signals = [head for head in self.ratings if head not in (VERDICT, ALTITUDE)]
        return sum(map(self.expected, signals)) / len(signals)


def from_outputs(source: str, round_: Round, row: Mapping[str, Any]) -> ModelReading:
    """A reading out of raw outputs: `spans`, `evidence` (probabilities a head), `ratings` (logits a head), and where
    they are known `unasked` (log-odds a signal).

    Raises ReadingMalformed where lengths do not fit the heads.
    """
    spans, evidence, ratings = row["spans"], row["evidence"], row["ratings"]
    if len(spans) != len(evidence) or any(len(x) != len(EVIDENCE_HEADS) for x in evidence):
        raise ReadingMalformed(f"expected {len(EVIDENCE_HEADS)} probabilities for each of {len(spans)} spans")
    if len(ratings) != len(RATING_HEADS) or any(len(x) != 3 for x in ratings):
        raise ReadingMalformed(f"expected 3 logits for each of {len(RATING_HEADS)} rating heads")
    columns, signals = evidence_columns(round_), signal_columns(round_)
    unasked = row.get("unasked", [()] * len(spans))
    return ModelReading(
        source,
        tuple(
            SentenceReading(
                turn,
                start,
                end,
                {(signal, polarity): round(float(p[i]), 4) for i, signal, polarity in columns},
                {signal: round(float(u[i]), 4) for i, signal in signals if len(u)},
            )
            for (turn, start, end), p, u in zip(spans, evidence, unasked, strict=True)
        ),
        {head: _three(ratings[i]) for i, head in rating_rows(round_)},
    )


def _three(logits: Any) -> tuple[float, float, float]:
    a, b, c = (round(float(x), 4) for x in logits)
    return a, b, c


def stored(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Session id and raw outputs of every reading in a file: one JSON object a line, or one JSON list.

    Raises ReadingMalformed with the line where the file is neither.
    """
    try:
        text = path.read_text(encoding="utf-8")
        rows = json.loads(text) if text.lstrip().startswith("[") else None
    except (OSError, ValueError) as error:
        raise ReadingMalformed(f"expected readings in {path}: {error}") from error
    if rows is None:
        rows = [_line(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not {"id", "spans", "evidence", "ratings"} <= row.keys():
            raise ReadingMalformed(f"{path}: expected id, spans, evidence and ratings in reading {number}")
        yield row["id"], row


def _line(path: Path, number: int, line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise ReadingMalformed(f"{path}:{number}: expected one JSON object, got {line[:40]!r}") from error
