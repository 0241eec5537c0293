"""Which of the question's facts answers a clarifying question, by its words and by what it means.

Words alone are sure where somebody asks in the bank's terms and helpless where not. Here each fact gets eight numbers:
how near its words are, how near its nearest phrasing, its two nearest, and its answer lie in meaning; and for each of
these how far it leads the next. A logistic rule, fitted on labelled questions (`training/facts.py`), makes a
probability of them; under `LIKELY` no fact answers, and the likeliest may be asked back about.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sparring.domain.question import Fact
from sparring.listening.clarify import Facts, Found, nearest
from sparring.listening.meaning import Meaning

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LIKELY = 0.78
"""Probability under which no fact answers; a wrong fact is far worse than none."""

PROBABLE = 0.5
"""Probability from which a fact that stands alone may be told with the question that it answers."""

NEAR = 0.3
"""Probability from which a fact may be the one that is asked for."""

AS_NEAR = 0.5
"""Share of the best fact's probability from which the second may be meant as well."""

_WEIGHTS = (4.87, -1.18, 2.91, -0.38, 2.30, 1.39, 5.88, 3.02)
_BIAS = -1.67

Features = tuple[float, ...]


class MeantFacts:
    """The facts of one question, ready to be asked in anybody's words."""

    def __init__(self, facts: Sequence[Fact], meaning: Meaning) -> None:
        """Place nothing yet: that takes a second, and may be done while the statement is being read (`prepare`)."""
        self._facts, self._meaning = tuple(facts), meaning
        self._words = Facts(facts)
        self._places: npt.NDArray[np.float32] | None = None

    def prepare(self) -> "npt.NDArray[np.float32]":
        """Directions of every phrasing, fact by fact, and then of every answer; placed once."""
        import numpy as np

        if self._places is None:
            phrasings = [phrasing for fact in self._facts for phrasing in fact.asked_as]
            texts = [*phrasings, *(fact.says for fact in self._facts)]
            self._places = np.stack([self._meaning.place(text) for text in texts])
        return self._places

    def find(self, question: str, whole: str = "") -> Found:
        """The fact that answers a question, or those that may be meant.

        `whole` is the turn that the question is part of, where it holds no other question.
        """
        chances = map(_chance, self.features(question, whole))
        ranked = sorted(zip(chances, self._facts, strict=False), key=lambda pair: -pair[0])
        if ranked and ranked[0][0] >= LIKELY:
            return Found(ranked[0][1])
        near = nearest(ranked, NEAR, AS_NEAR)
        return Found(near=near, probable=len(near) == 1 and ranked[0][0] >= PROBABLE)

    def features(self, question: str, whole: str = "") -> list[Features]:
        """The eight numbers of every fact, in the bank's order; empty where the question has no word that tells."""
        parts = [part for part in (question, whole) if part.strip()]
        ranked = [self._words.ranked(part) for part in parts]
        if not any(ranked):
            return []
        words = {fact.id: 0.0 for fact in self._facts}
        for score, fact in (pair for scores in ranked for pair in scores):
            words[fact.id] = max(words[fact.id], score)
        own = [(words[fact.id], *near) for fact, near in zip(self._facts, self._near(parts), strict=True)]
        return [(*numbers, *(_lead(own, i, k) for k in range(len(numbers)))) for i, numbers in enumerate(own)]

    def _near(self, parts: Sequence[str]) -> list[tuple[float, float, float]]:
        """Of every fact: likeness of its nearest phrasing, mean of its two nearest, likeness of its answer."""
        import numpy as np

        likeness = (self.prepare() @ np.stack([self._meaning.place(part) for part in parts]).T).max(axis=1)
        found, at, says = [], 0, len(likeness) - len(self._facts)
        for i, fact in enumerate(self._facts):
            nearest = sorted(map(float, likeness[at : at + len(fact.asked_as)]), reverse=True)[:2]
            found.append((nearest[0], sum(nearest) / len(nearest), float(likeness[says + i])))
            at += len(fact.asked_as)
        return found


def _lead(own: Sequence[tuple[float, ...]], i: int, k: int) -> float:
    """How far the i-th fact is above the best of the others in its k-th number, or below."""
    return own[i][k] - max((other[k] for j, other in enumerate(own) if j != i), default=0.0)


def _chance(features: Features) -> float:
    return 1 / (1 + math.exp(-_BIAS - sum(w * x for w, x in zip(_WEIGHTS, features, strict=True))))
