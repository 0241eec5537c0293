"""What a round has shown so far, for the interviewer who steers to what is unseen; no rating leaves this file."""

from collections.abc import Mapping

from sparring.assessment.assess import material, opening
from sparring.assessment.grading import Grade, grade
from sparring.assessment.substance import heard_of
from sparring.domain.heard import Shown
from sparring.domain.question import AnyQuestion
from sparring.domain.rubric import SignalId
from sparring.domain.topic import Topic, TopicId
from sparring.domain.transcript import Transcript
from sparring.listening.model import SignalModel

_ENOUGH = 3
"""The rating from which a signal needs no question of its own any more."""

_QUOTES = 3
"""Most sentences that are kept for a signal."""


def shown(
    transcript: Transcript, *, model: SignalModel, question: AnyQuestion | None, topics: Mapping[TopicId, Topic]
) -> Mapping[SignalId, Shown]:
    """Signals with something to cite for them, each with the sentences that carry it most.

    Enough is shown of those that would be rated 3 or better if the round ended now.
    """
    rated = heard_of(transcript)
    made = material(transcript, model.read(rated, opening(transcript, question)), question=question, topics=topics)
    return {
        x.signal: Shown(tuple(made.evidence[i].quote for i in x.positive[:_QUOTES]), x.value >= _ENOUGH)
        for x in grade(made)
        if isinstance(x, Grade) and x.positive
    }
