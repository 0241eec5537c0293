"""Hears every candidate turn by rule."""

from collections.abc import Mapping

from sparring.assessment.asking import question_before
from sparring.domain.heard import Heard
from sparring.domain.question import AnyQuestion
from sparring.domain.topic import Topic
from sparring.domain.transcript import Transcript
from sparring.listening.listener import Listener


def hear(transcript: Transcript, question: AnyQuestion | None, topics: Mapping[str, Topic]) -> Mapping[int, Heard]:
    """What each candidate turn contains, by the turn's index."""
    listener = Listener(transcript.round, question, topics)
    heard = {}
    for turn in transcript.candidate_turns:
        asked = question_before(transcript, turn.i)
        heard[turn.i] = listener.hear(turn.i, turn.text, asked.text if asked is not None else None)
    return heard
