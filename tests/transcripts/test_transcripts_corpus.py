"""Real sessions, where a labelled corpus is at hand: every turn as it stands, and found again in other formats."""

import json
import os
from pathlib import Path

import pytest

from sparring.transcripts import read

PLACES = [Path(os.environ.get("SPARRING_CORPUS", "")), Path(__file__).parents[3] / "shared" / "corpus"]
FOUND = next((place / "sessions.jsonl" for place in PLACES if (place / "sessions.jsonl").is_file()), None)
WHO = {"interviewer": "Dana Cole", "candidate": "Priya Nair"}

pytestmark = pytest.mark.skipif(FOUND is None, reason="no labelled corpus here; SPARRING_CORPUS names its folder")


@pytest.fixture(scope="module")
def sessions():
    return [json.loads(line) for line in FOUND.read_text("utf-8").splitlines()]


def test_every_turn_keeps_its_number_time_and_words(sessions):
    transcripts = read(FOUND.read_bytes(), name="sessions.jsonl")
    assert [transcript.id for transcript in transcripts] == [session["id"] for session in sessions]
    for transcript, session in zip(transcripts, sessions, strict=True):
        told = [(turn.i, turn.at, turn.speaker.value, turn.text) for turn in transcript.turns]
        assert told == [(turn["i"], turn["t"], turn["speaker"], turn["text"]) for turn in session["turns"]]
        assert transcript.notes == ()


def test_the_candidate_is_found_by_what_they_say_and_the_round_mostly(sessions):
    candidates = rounds = 0
    for session in sessions:
        text = "\n\n".join(f"{WHO[turn['speaker']]}: {turn['text']}" for turn in session["turns"])
        (transcript,) = read(text.encode())
        candidates += any("I took 'Priya Nair' for the candidate" in note for note in transcript.notes)
        rounds += transcript.round == session["round"]
    assert candidates >= 0.99 * len(sessions)
    assert rounds >= 0.9 * len(sessions)
