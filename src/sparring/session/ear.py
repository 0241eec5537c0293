"""Understands more than the rules do: what a text means, and what a round has come to so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sparring.listening.meaning import Meaning
from sparring.session.hearing import signal_model

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from sparring.domain.heard import SoFar
    from sparring.domain.question import AnyQuestion
    from sparring.domain.topic import Topic, TopicId
    from sparring.domain.transcript import Transcript


class Ear(Meaning, Protocol):
    """What a conductor may listen with besides the rules."""

    def hear(self, transcript: Transcript, question: AnyQuestion, topics: Mapping[TopicId, Topic]) -> SoFar | None:
        """What the round has come to with its last turn; None where that cannot be told."""
        ...


class ModelEar:
    """Listens with the shipped model, which is loaded with the first text."""

    def place(self, text: str) -> npt.NDArray[np.float32]:
        """The text's direction."""
        return signal_model().place(text)

    def hear(self, transcript: Transcript, question: AnyQuestion, topics: Mapping[TopicId, Topic]) -> SoFar | None:
        """What the debrief would cite if the round ended now; None where the weights are missing or damaged."""
        from sparring.assessment.showing import so_far
        from sparring.listening.model.errors import ModelError

        try:
            model = signal_model()
        except ModelError:
            return None
        return so_far(transcript, model=model, question=question, topics=topics)
