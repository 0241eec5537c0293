"""How well a drill fits what was said: of this design, of this moment, and not told already."""

import math
import re
from dataclasses import astuple, dataclass

from sparring.domain.question import DesignQuestion
from sparring.domain.topic import Facet, TopicId
from sparring.engine.state import State

AWAY = 3
"""Turns after which it makes no difference any more how long ago a topic was spoken of."""

_SUPPOSES = re.compile(r"(?:Suppose|Say|Imagine)\b")


@dataclass(frozen=True, slots=True)
class Signs:
    """What there is to go by, and in `FITS` and `TOLD` what each is worth."""

    away: float
    """The candidate's turns since they last spoke of the topic, up to three."""

    nearest: float
    """Likeness to the side of the turn that is nearest to it, 0 to 1."""

    now: float
    """Likeness to the side of the last turn, as a share of its likeness to the side that it is nearest to."""

    often: float
    """The logarithm of one more than the turns that spoke of the topic."""

    named: float
    """The side was spoken of by name: 1 or 0."""

    crux: float
    """The topic is what the question turns on: 1 or 0."""

    supposes: float
    """The drill paints a case of its own: 1 or 0."""

    deeper: float
    """It is not the first drill of its side: 1 or 0."""

    given: float
    """The logarithm of one more than the phrases of its answer that were said."""

    always: float = 1.0


FITS = Signs(
    away=-0.37, nearest=4.19, now=1.02, often=0.26, named=0.70, crux=0.94, supposes=-0.74, deeper=-0.69, given=0.49,
    always=-0.79,
)  # fmt: skip
TOLD = Signs(
    away=0.14, nearest=2.75, now=0.66, often=0.91, named=0.42, crux=0.63, supposes=-0.41, deeper=-0.67, given=1.65,
    always=-4.39,
)  # fmt: skip
"""Logistic regressions on what people said of drills: `training/fitting.py`."""


def worth(signs: Signs) -> float:
    """How much a drill is worth asking: the chance, 0 to 1, that it fits and was not told."""
    return _likely(FITS, signs) * (1 - _likely(TOLD, signs))


def signs(state: State, topic: TopicId, facet: Facet, k: int) -> Signs:
    """What there is to go by for the drill `k` of a side, after the candidate's last turn."""
    side, question = (topic, facet.id), state.plan.question
    spoken = [any(mention.topic == topic for mention in said.heard.mentions) for said in state.said]
    since = next((ago for ago, spoke in enumerate(reversed(spoken)) if spoke), AWAY)
    last = state.last_said.heard.sides if state.last_said is not None else {}
    brought = (state.brought or {}).get(topic)
    return Signs(
        away=0 if topic in state.drawn else min(since, AWAY),
        nearest=state.nearest.get(side, 0.0),
        now=last.get(side, 0.0) / max(last.values(), default=1.0),
        often=math.log1p(sum(spoken)),
        named=brought is not None and side[1] in brought.named,
        crux=isinstance(question, DesignQuestion) and topic in question.crux,
        supposes=_SUPPOSES.match(facet.drills[k]) is not None,
        deeper=k > 0,
        given=math.log1p(len(state.answers.get((*side, k), ()))),
    )


def _likely(weights: Signs, of: Signs) -> float:
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(astuple(weights), astuple(of), strict=True))))
