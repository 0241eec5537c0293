"""Which side of a topic an answer is nearest to, by the words it shares with all that the bank says of each side."""

import math
from collections import Counter

from sparring.domain.topic import Facet, FacetId, Topic
from sparring.listening.words import content

NEAR = 0.8
"""Share of the best side's likeness from which an answer may be about a side."""

_AGAIN = 0.3
"""How much a word gains that several phrasings of a side have."""

_LONG = 0.3
"""How much a side with many words is held back."""


class Nearness:
    """The sides of one topic as bags of words."""

    def __init__(self, topic: Topic) -> None:
        """Count, per side, in how many of its texts each word stands."""
        self._sides = {facet.id: _words(facet) for facet in topic.facets}
        held = Counter(word for words in self._sides.values() for word in words)
        self._weight = {word: math.log(1 + len(self._sides) / count) for word, count in held.items()}

    def about(self, text: str, facet: FacetId) -> bool:
        """Whether a text is about this side, or about as much as about any other side of its topic."""
        said = set(content(text))
        likeness = {id_: self._likeness(said, words) for id_, words in self._sides.items()}
        return likeness[facet] > 0 and likeness[facet] >= NEAR * max(likeness.values())

    def _likeness(self, said: set[str], words: Counter[str]) -> float:
        shared = said & words.keys()
        weight = sum(self._weight[word] * (1 + _AGAIN * math.log(words[word])) for word in shared)
        return float(weight / len(words) ** _LONG)


def _words(facet: Facet) -> Counter[str]:
    texts = (facet.title, facet.senior, *facet.cues, *facet.drills, *facet.covers, *facet.names_only)
    return Counter(word for text in texts for word in set(content(text)))
