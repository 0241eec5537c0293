"""Which drills a turn answers before they are put, by the phrases with which their answers are given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sparring.domain.topic import DrillId, Topic
from sparring.listening.sentences import Span
from sparring.listening.words import listed, stem, tokens

_LINKS = listed(
    "a an the of to in on at for from by with and or is are was it its that this their they we i you be as s"
)
"""Words that a phrase may come with, or without; fewer than carry no subject, since "no" and "own" say much here."""

BETWEEN = 2
"""Words that may stand between those of a phrase: "keep it in order", "keep those events in order"."""


class Telling:
    """Hears the phrases of every drill of a set of topics."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """Prepare every phrase, to be looked for where the rarest of its words is said."""
        phrases: dict[tuple[str, ...], list[tuple[DrillId, str]]] = defaultdict(list)
        for topic in topics:
            for facet in topic.facets:
                for drill, told_by in enumerate(facet.told_by):
                    for phrase in told_by:
                        phrases[_stems(phrase)].append(((topic.id, facet.id, drill), phrase))
        held = Counter(word for words in phrases for word in set(words))
        self._of = dict(phrases)
        self._begun_by: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in phrases:
            if words:
                self._begun_by[min(words, key=lambda word: (held[word], word))].append(words)

    def hear(self, text: str, spans: Sequence[Span]) -> Mapping[DrillId, frozenset[str]]:
        """The drills of which any phrase stands in a sentence, with these phrases."""
        found: defaultdict[DrillId, set[str]] = defaultdict(set)
        for start, end in spans:
            said = _stems(text[start:end])
            here = set(said)
            for word in here:
                for words in self._begun_by.get(word, ()):
                    if here.issuperset(words) and _together(words, said):
                        for drill, phrase in self._of[words]:
                            found[drill].add(phrase)
        return {drill: frozenset(phrases) for drill, phrases in found.items()}


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in tokens(text) if word not in _LINKS)


def _together(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether the words of a phrase stand close to one another, in any order."""
    wanted, reach = set(words), len(words) + BETWEEN
    return any(word in wanted and wanted.issubset(said[at : at + reach]) for at, word in enumerate(said))
