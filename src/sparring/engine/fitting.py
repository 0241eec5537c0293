"""How well a drill fits what was said: of this design, of this moment, and not told already."""

import math
import re
from typing import NamedTuple

from sparring.domain.question import DesignQuestion, Standing
from sparring.domain.topic import Facet, TopicId
from sparring.engine.state import State

AWAY = 3
"""Turns after which it makes no difference any more how long ago a topic was spoken of."""

_SUPPOSES = re.compile(r"(?:Suppose|Say|Imagine)\b")


class Signs(NamedTuple):
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

    heart: float
    """It goes at what the question is hard at: 1 or 0, or between where the question does not say."""

    natural: float
    """What it speaks of is part of nearly any design of this: 1 or 0, or between."""

    always: float = 1.0


FITS = Signs(
    away=-0.42, nearest=3.19, now=0.92, often=0.22, named=0.54, crux=0.30, supposes=-0.55, deeper=-0.35, given=0.42,
    heart=2.29, natural=1.08, always=-1.75,
)  # fmt: skip
TOLD = Signs(
    away=0.16, nearest=1.99, now=0.59, often=0.88, named=0.23, crux=0.09, supposes=-0.17, deeper=-0.42, given=1.66,
    heart=2.53, natural=1.42, always=-6.03,
)  # fmt: skip
"""Logistic regressions on what people said of drills: `training/fitting.py`."""


_STANDS = {Standing.HEART: (1.0, 0.0), Standing.NATURAL: (0.0, 1.0), Standing.ASIDE: (0.0, 0.0), None: (0.4, 0.36)}
"""Signs by how a drill stands; where the question does not say, their means over those that people judged."""


def worth(signs: Signs) -> float:
    """How much a drill is worth asking: the chance, 0 to 1, that it fits and was not told."""
    return _likely(FITS, signs) * (1 - _likely(TOLD, signs))


class Talk:
    """What was said so far, as drills on one topic are weighed by it."""

    def __init__(self, state: State, topic: TopicId) -> None:
        """Look through the turns for the topic."""
        question, brought = state.plan.question, (state.brought or {}).get(topic)
        self._design = question if isinstance(question, DesignQuestion) else None
        spoken = [any(mention.topic == topic for mention in said.heard.mentions) for said in state.said]
        since = next((ago for ago, spoke in enumerate(reversed(spoken)) if spoke), AWAY)
        self._state, self._topic = state, topic
        self._away = 0 if topic in state.drawn else min(since, AWAY)
        self._often = math.log1p(sum(spoken))
        self._named = brought.named if brought is not None else frozenset()
        self._crux = self._design is not None and topic in self._design.crux
        self._last = state.last_said.heard.sides if state.last_said is not None else {}
        self._nearest_now = max(self._last.values(), default=1.0)

    def signs(self, facet: Facet, k: int) -> Signs:
        """What there is to go by for the drill `k` of a side, after the candidate's last turn."""
        side = (self._topic, facet.id)
        heart, natural = _STANDS[self._design.standing((*side, k)) if self._design is not None else None]
        return Signs(
            away=self._away,
            nearest=self._state.nearest.get(side, 0.0),
            now=self._last.get(side, 0.0) / self._nearest_now,
            often=self._often,
            named=facet.id in self._named,
            crux=self._crux,
            supposes=_SUPPOSES.match(facet.drills[k]) is not None,
            deeper=k > 0,
            given=math.log1p(len(self._state.answers.get((*side, k), ()))),
            heart=heart,
            natural=natural,
        )


def _likely(weights: Signs, of: Signs) -> float:
    return 1 / (1 + math.exp(-sum(weight * sign for weight, sign in zip(weights, of, strict=True))))
