"""Wrong beliefs that topics know of, heard in a sentence."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sparring.domain.heard import Claim, ClaimKind
from sparring.domain.topic import Misbelief, Topic, TopicId
from sparring.listening.words import content, tokens

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|cannot|without|isn't|doesn't|don't|can't|won't|wouldn't|aren't|didn't|wasn't|isnt|doesnt|dont|cant|wont)\b"
)
_DISTANCED = re.compile(
    r"\b(?:people (?:say|think|believe)|some (?:say|think|believe)|used to think|myth|wrong|mistake|mistaken|false|misconception|unlike|"
    r"disagree|doubt|hardly|used to (?:believe|assume)|trap|pitfall|naive|(?:risky|dangerous|tempting) to|claims?|claimed|"
    r"common belief|too optimistic|in practice it|if .{3,80}\bbut|rather than|instead of|you might think|one might think|tempting|naively|not true|isn't true)\b"
)
ENOUGH = 0.8
"""Share of a belief's words that a sentence must contain."""

SHORT = 5
"""Words of a belief up to which a sentence must contain all of them: with one away it is about another thing."""

_LISTS = re.compile(r",[^,.;]{1,60},? or\b", re.IGNORECASE)
"""Options set side by side are not believed in."""

WORDS = 4
"""Words a belief needs before its words may stand apart."""


@dataclass(frozen=True, slots=True)
class _Voiced:
    """One way of voicing a belief."""

    misbelief: Misbelief
    ref: str
    phrase: str
    """Its words, joined by single blanks."""

    words: frozenset[str]
    negated: bool


class Beliefs:
    """The misbeliefs of a set of topics."""

    def __init__(self, topics: Mapping[TopicId, Topic]) -> None:
        """Prepare every phrasing once."""
        self._voiced = tuple(
            _Voiced(
                facet.misbelief,
                f"belief:{topic_id}.{facet.id}",
                " ".join(tokens(says)),
                frozenset(content(says)),
                _negated(says),
            )
            for topic_id, topic in topics.items()
            for facet in topic.facets
            if facet.misbelief
            for says in facet.misbelief.says
        )

        self._with: dict[str, list[int]] = {}
        for place, voiced in enumerate(self._voiced):
            for word in sorted(voiced.words):
                self._with.setdefault(word, []).append(place)

    def check(self, sentence: str) -> tuple[Claim, ...]:
        """Claims for the beliefs voiced in one sentence, each belief once."""
        if "?" in sentence or _LISTS.search(sentence) or _DISTANCED.search(sentence.lower()):
            return ()
        words = frozenset(content(sentence))
        shared = Counter(place for word in words for place in self._with.get(word, ()))
        if not shared or shared.most_common(1)[0][1] < 2:
            return ()
        phrase = f" {' '.join(tokens(sentence))} "
        negated = _negated(sentence)
        claims: dict[str, Claim] = {}
        for place in sorted(place for place, count in shared.items() if count >= 2):
            voiced = self._voiced[place]
            if voiced.ref not in claims and voiced.negated == negated and _voices(voiced, words, phrase):
                claims[voiced.ref] = _claim(voiced, sentence)
        return tuple(claims.values())


def _negated(text: str) -> bool:
    return len(_NEGATION.findall(text.lower())) % 2 == 1


def _voices(voiced: _Voiced, words: frozenset[str], phrase: str) -> bool:
    """Whether a sentence contains the phrasing, or nearly all of its words and not many others."""
    if len(voiced.words) >= 2 and f" {voiced.phrase} " in phrase:
        return True
    if len(voiced.words) < WORDS:
        return False
    shared = len(voiced.words & words)
    enough = 1.0 if len(voiced.words) <= SHORT else ENOUGH
    return shared / len(voiced.words) >= enough and len(words) <= 2.5 * len(voiced.words)


def _claim(voiced: _Voiced, sentence: str) -> Claim:
    return Claim(
        kind=ClaimKind.BELIEF,
        quote=sentence,
        stated=voiced.misbelief.belief,
        computed=voiced.misbelief.truth,
        holds=False,
        ask=voiced.misbelief.exposed_by,
        ref=voiced.ref,
    )
