"""How near a text is to each side of each topic, by the words it shares with all that the bank says of them."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from sparring.domain.topic import Facet, Side, Topic
from sparring.listening.words import content

NEAR = 0.8
"""Share of the nearest side's likeness from which a text may be about a side of the same topic."""


class Nearness:
    """The sides of topics as bags of words, each word weighed by how few sides have it (tf-idf)."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Count, per side, how often each word stands in its texts."""
        bags = {(topic.id, facet.id): _words(topic, facet) for topic in topics for facet in topic.facets}
        held = Counter(word for bag in bags.values() for word in bag)
        self._rare = {word: 1 + math.log((1 + len(bags)) / (1 + sides)) for word, sides in held.items()}
        self._sides: dict[str, list[tuple[Side, float]]] = defaultdict(list)
        for side, bag in bags.items():
            for word, weight in self._weighed(bag).items():
                self._sides[word].append((side, weight))

    def likeness(self, text: str) -> dict[Side, float]:
        """The cosine of a text with every side that shares a word with it, above 0 to 1."""
        found: defaultdict[Side, float] = defaultdict(float)
        for word, weight in self._weighed(Counter(content(text))).items():
            for side, of_side in self._sides[word]:
                found[side] += weight * of_side
        return dict(found)

    def _weighed(self, bag: Counter[str]) -> dict[str, float]:
        """The words that any side has, weighed; of length 1 as a whole."""
        weights = {word: (1 + math.log(n)) * self._rare[word] for word, n in bag.items() if word in self._rare}
        length = math.hypot(*weights.values())
        return {word: weight / length for word, weight in weights.items()}


def about(likeness: Mapping[Side, float], side: Side) -> bool:
    """Whether a text of that likeness is about this side, or about as much as about any other side of its topic."""
    topic, _ = side
    nearest = max((near for (of, _), near in likeness.items() if of == topic), default=0.0)
    return nearest > 0 and likeness.get(side, 0.0) >= NEAR * nearest


def _words(topic: Topic, facet: Facet) -> Counter[str]:
    texts = (topic.title, facet.title, facet.senior, *facet.cues, *facet.drills, *facet.covers, *facet.names_only)
    return Counter(content("\n".join(texts)))
