"""Hears every candidate turn by rule."""

from collections.abc import Mapping
from dataclasses import replace

from sparring.assessment.asking import question_before, question_standing
from sparring.assessment.forms import forms
from sparring.domain.heard import Heard
from sparring.domain.question import AnyQuestion
from sparring.domain.topic import Topic
from sparring.domain.transcript import Transcript
from sparring.listening.listener import Listener
from sparring.listening.misheard import spared


def hear(transcript: Transcript, question: AnyQuestion | None, topics: Mapping[str, Topic]) -> Mapping[int, Heard]:
    """What each candidate turn contains, by the turn's index."""
    listener = Listener(transcript.round, question, topics)
    heard = {}
    for turn in transcript.candidate_turns:
        asked, standing = question_before(transcript, turn.i), question_standing(transcript, turn.i)
        once = listener.hear(
            turn.text,
            asked.plain if asked is not None else None,
            standing.drilled if standing is not None else None,
        )
        every = replace(once, cues=(*once.cues, *forms(transcript.round, turn.text)))
        heard[turn.i] = spared(every, turn.text, turn.unsure)
    return heard
