"""Reads a labelled corpus: sessions and what an expert rater said of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sparring.assessment.errors import CorpusMalformed
from sparring.domain.evidence import Polarity
from sparring.domain.round import Altitude, Verdict
from sparring.domain.rubric import SIGNALS, MistakeId, SignalId
from sparring.domain.transcript import Transcript
from sparring.transcripts.corpus import read_session


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote that a rater cited, or the program did."""

    turn: int
    quote: str
    signal: SignalId
    polarity: Polarity
    volunteered: bool


@dataclass(frozen=True, slots=True)
class Label:
    """What one rater said of one session."""

    id: str
    evidence: tuple[Cited, ...]
    ratings: Mapping[SignalId, int | None]
    """None where the rater saw no chance."""

    altitude: Altitude
    verdict: Verdict
    mistakes: frozenset[MistakeId]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A session with its label."""

    transcript: Transcript
    label: Label


ANEW = "anew.jsonl"
"""Ratings, altitude and verdict of sessions whose first raters used another scale than the rest of the corpus."""


def read_corpus(folder: Path, given: str = "labels.jsonl", *, anew: bool = True) -> tuple[Labelled, ...]:
    """Every session of `sessions.jsonl` in a folder with its label in the file `given`, in the order of the sessions.

    Where several raters labelled a session, the first label counts. What `anew.jsonl` says of a session, where there is
    such a file, is put in place of that label's ratings, altitude and verdict; without `anew`, it is left out. Raises
    CorpusMalformed with file and line.
    """
    labels = _labels(folder / given)
    if anew and given != ANEW and (folder / ANEW).exists():
        for other in _labels(folder / ANEW).values():
            if label := labels.get(other.id):
                labels[label.id] = replace(label, ratings=other.ratings, altitude=other.altitude, verdict=other.verdict)
    found = []
    for place, row in _rows(folder / "sessions.jsonl"):
        try:
            transcript = read_session(row)
        except Exception as error:  # the transcripts room has an error tree of its own, told here with its place
            raise CorpusMalformed(f"{place}: {error}") from error
        if transcript.id in labels:
            label = labels[transcript.id]
            _check(transcript, label, given)
            found.append(Labelled(transcript, label))
    if not found:
        raise CorpusMalformed(f"{folder}: expected sessions with labels of the same id, found none")
    return tuple(found)


def _labels(path: Path) -> dict[str, Label]:
    """By session, the first label of it in a file."""
    labels: dict[str, Label] = {}
    for place, row in _rows(path):
        label = _label(place, row)
        labels.setdefault(label.id, label)
    return labels


def _check(transcript: Transcript, label: Label, given: str) -> None:
    """Raises CorpusMalformed where a signal is not of the round, or a cited quote does not stand in its turn."""
    text = {turn.i: turn.text for turn in transcript.candidate_turns}
    strangers = ({x.signal for x in label.evidence} | label.ratings.keys()) - set(SIGNALS[transcript.round])
    if strangers:
        raise CorpusMalformed(f"{given}, session {label.id}: expected signals of its round, got {sorted(strangers)}")
    for cited in label.evidence:
        if cited.quote not in text.get(cited.turn, ""):
            raise CorpusMalformed(
                f"{given}, session {label.id}: expected the quote “{cited.quote[:60]}” in turn {cited.turn}"
            )


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusMalformed(f"expected JSON lines in {path}: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = f"{path.name}:{number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise CorpusMalformed(f"{place}: expected one JSON object: {error}") from error
            if not isinstance(row, dict):
                raise CorpusMalformed(f"{place}: expected one JSON object, got {type(row).__name__}")
            yield place, row


def _label(place: str, row: Mapping[str, Any]) -> Label:
    try:
        wrong = [x for x in row["ratings"].values() if x not in (None, 1, 2, 3, 4)]
        if wrong:
            raise ValueError(f"expected ratings of 1 to 4 or null, got {wrong[0]!r}")
        return Label(
            row["id"],
            tuple(
                Cited(x["turn"], x["quote"], x["signal"], Polarity(x["polarity"]), bool(x["volunteered"]))
                for x in row["evidence"]
            ),
            dict(row["ratings"]),
            Altitude(row["altitude"]),
            Verdict(row["verdict"]),
            frozenset(row["mistakes"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CorpusMalformed(f"{place}: expected a label (id, evidence, ratings, ...): {error!r}") from error
