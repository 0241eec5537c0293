"""Hears every candidate turn by rule."""

from collections.abc import Mapping

from sparring.domain.heard import Heard
from sparring.domain.question import AnyQuestion
from sparring.domain.topic import Topic
from sparring.domain.transcript import Transcript


def hear(transcript: Transcript, question: AnyQuestion | None, topics: Mapping[str, Topic]) -> Mapping[int, Heard]:
    """What each candidate turn contains, by the turn's position."""
    return {}
