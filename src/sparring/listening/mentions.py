"""Topics that come up in a turn, and how deep their facets are spoken of."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from sparring.domain.heard import Depth, Mention
from sparring.domain.topic import Facet, Side, Topic, TopicId
from sparring.listening.cues.rule import NUMBER, hollow
from sparring.listening.nearness import about
from sparring.listening.sentences import Span
from sparring.listening.words import content, tokens

_REASON = re.compile(
    r"\b(?:because|since|otherwise|so|which means|that way|'cause|as (?:the|we|it)|means|hence|thus|or else|therefore)\b|→|->"
)
_AMOUNT = re.compile(rf"\b{NUMBER}\b")
_CONDITION = re.compile(
    r"\b(?:if|when|until|unless|after|before|only|once|while|every|each time|at most|at least|within|then|whoever|whenever)\b"
)
_PRICE = re.compile(
    r"\b(?:but|instead|rather|costs?|price|risk|worst|lose|loses|lost|wins?|beats?|cheaper|slower|faster|wrong|stale|without|not|never|nobody|n't|"
    r"can't|don't|doesn't|shouldn't|won't|mustn't|gives? up|accept|fine|okay|enough)\b"
)
_SUBSTANCE = (_REASON, _AMOUNT, _CONDITION, _PRICE)
"""What makes talk of a facet more than its name: a reason, an amount, a condition, a price."""

SHARED = 2
"""Words beyond the cue that a covering sentence shares with a good answer."""

FULL = 8
"""Words in what is said, from which a facet can be covered."""

LONG = 15
"""Words from which talk with two kinds of substance covers a facet in words of its own."""


_WORD = re.compile(r"\w+")

_TURNED_DOWN = re.compile(
    r"(?:\b(?:no|not|nor|neither|never|without|nobody (?:has|needs|wants)|instead of|rather than|skip|avoid"
    r"|(?:do|would|will|did|does|need) not (?:need|want|use|have|take|add|run)"
    r"|(?:do|would|wo|did|does|need)n['’]t (?:need|want|use|have|take|add|run|bother with|reach for))"
    r"(?: (?:a|an|any|real|full|separate|whole|extra|such|another|kind|sort|of|need|for|use|run|have|shared|big))*) $"
)
"""What stands before a topic that is named to be turned down: "no cache", "I wouldn't use a queue"."""

BEGINNING = 4
"""Letters by which a text is searched for words that could begin a phrase."""


class _Phrases:
    """Phrases to be found at word borders, in singular or plural.

    Compiled when a text first has a word that could begin one of them: of some hundred facets a turn is about two or three.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(sorted({p for p in phrases if p.strip()}, key=lambda p: (-len(p), p)))
        self._begin = frozenset(_beginning(phrase) for phrase in self._phrases)

    def may_be_in(self, beginnings: frozenset[str]) -> bool:
        """Whether any phrase could be in a text with these beginnings of words."""
        return not self._begin.isdisjoint(beginnings)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases."""
        body = "|".join(map(_flexible, self._phrases))
        return re.compile(rf"(?<![\w])(?:{body})(?![\w])" if body else r"(?!)")


def _beginning(phrase: str) -> str:
    """What every form of a phrase begins with; a last letter may change ("policy", "policies")."""
    word = _WORD.search(phrase.lower())
    return word[0][: max(1, min(BEGINNING, len(word[0]) - 1))] if word else ""


def _beginnings(text: str) -> frozenset[str]:
    """The beginnings of a text's words, of every length that a phrase is looked for by."""
    words = set(_WORD.findall(text))
    return frozenset({""} | {word[:length] for word in words for length in range(1, BEGINNING + 1)})


@dataclass(frozen=True, slots=True)
class _Side:
    """A facet, ready to be heard."""

    facet: Facet
    cues: _Phrases
    phrases: _Phrases
    """Cues of two words or more, which open the facet without its topic."""

    covers: tuple[frozenset[str], ...]
    named: tuple[frozenset[str], ...]
    cue_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Subject:
    """A topic, ready to be heard."""

    topic: Topic
    heard: _Phrases
    sides: tuple[_Side, ...]

    @property
    def id(self) -> TopicId:
        """The topic's id."""
        return self.topic.id


class Mentions:
    """Hears a set of topics."""

    def __init__(self, topics: Mapping[TopicId, Topic]) -> None:
        """Prepare words and phrasings of every topic."""
        self._subjects = tuple(
            _Subject(topic, _Phrases(topic.heard_as), tuple(_side(facet) for facet in topic.facets))
            for topic in topics.values()
        )

    def turned_down(self, text: str, spans: Sequence[Span]) -> frozenset[TopicId]:
        """Topics of which a turn says that there is none, and nothing else: "there's no Kafka to run, and no cache"."""
        lowered = [text[start:end].lower() for start, end in spans]
        here = _beginnings("\n".join(lowered))
        return frozenset(
            subject.id
            for subject in self._subjects
            if subject.heard.may_be_in(here)
            and any(subject.heard.pattern.search(sentence) for sentence in lowered)
            and not any(_taken_up(subject.heard.pattern, sentence) for sentence in lowered)
        )

    def hear(
        self,
        text: str,
        spans: Sequence[Span],
        asked: str | None = None,
        drilled: Side | None = None,
        near: Mapping[Side, float] = MappingProxyType({}),
    ) -> tuple[Mention, ...]:
        """Mentions of a turn: each topic once, each facet once at its greatest depth, in the bank's order.

        `drilled` is the facet that the interviewer has just asked about: its answer needs none of the facet's own words,
        where by `near`, the turn's likeness to sides, it is about that one.
        """
        lowered = [text[start:end].lower() for start, end in spans]
        quotes = [text[start:end] for start, end in spans]
        question = (asked or "").lower()
        whole = "\n".join(lowered)
        here, there = _beginnings(whole), _beginnings(question)
        found: list[Mention] = []
        for subject in self._subjects:
            at = None
            if subject.heard.may_be_in(here):
                heard = subject.heard.pattern
                at = next((i for i, sentence in enumerate(lowered) if _taken_up(heard, sentence)), None)
            asked_about = subject.heard.may_be_in(there) and subject.heard.pattern.search(question) is not None
            if at is not None:
                found.append(Mention(subject.id, None, Depth.NAMED, quotes[at]))
            for side in subject.sides:
                phrases = side.cues if at is not None or asked_about else side.phrases
                mention = _facet(subject.id, side, phrases.pattern, quotes) if phrases.may_be_in(here) else None
                thin = mention is None or mention.depth is Depth.NAMED
                if drilled == (subject.id, side.facet.id) and thin and about(near, drilled):
                    mention = _answered(subject.id, side, quotes) or mention
                if mention:
                    found.append(mention)
        return tuple(found)


def _taken_up(heard: re.Pattern[str], sentence: str) -> bool:
    """Whether a topic is named in a sentence, and not only to be turned down."""
    return any(not _TURNED_DOWN.search(sentence[: match.start()]) for match in heard.finditer(sentence))


def _answered(topic: TopicId, side: _Side, quotes: list[str]) -> Mention | None:
    """The facet covered in words of the candidate's own; None where the answer is thin."""
    if not _substantial(side, " ".join(quotes)):
        return None
    return Mention(topic, side.facet.id, Depth.COVERED, max(quotes, key=_weight))


def _weight(quote: str) -> tuple[int, int]:
    """How much a sentence says: kinds of substance, then words."""
    return _substance(quote.lower()), len(quote)


def _flexible(phrase: str) -> str:
    """A phrase with blanks or hyphens between its words and an optional ending on its last."""
    words = re.split(r"[\s-]+", phrase.lower().strip())
    last = words[-1]
    if len(last) > 3 and last.isalpha():
        ending = (
            rf"{re.escape(last[:-1])}(?:y|ies|ied)" if last.endswith("y") else rf"{re.escape(last)}(?:s|es|d|ed|ing)?"
        )
        if last.endswith("e"):
            ending = rf"{re.escape(last[:-1])}(?:e|es|ed|ing)"
    else:
        ending = rf"{re.escape(last)}(?:s)?" if last.isalpha() else re.escape(last)
    return r"[\s-]+".join([*(re.escape(word) for word in words[:-1]), ending])


def _side(facet: Facet) -> _Side:
    return _Side(
        facet,
        _Phrases(facet.cues),
        _Phrases(cue for cue in facet.cues if len(cue.split()) > 1),
        tuple(frozenset(content(phrasing)) for phrasing in facet.covers),
        tuple(frozenset(content(phrasing)) for phrasing in facet.names_only),
        frozenset(word for cue in facet.cues for word in content(cue)),
    )


def _facet(topic: TopicId, side: _Side, pattern: re.Pattern[str], quotes: list[str]) -> Mention | None:
    """The facet's mention, or None where nothing in the turn is about it."""
    hits = [i for i, quote in enumerate(quotes) if pattern.search(quote.lower())]
    if not hits:
        return None
    for i in hits:
        if _covered(side, quotes[i], quotes[i + 1] if i + 1 < len(quotes) else ""):
            return Mention(topic, side.facet.id, Depth.COVERED, quotes[i])
    return Mention(topic, side.facet.id, Depth.NAMED, quotes[hits[0]])


def _covered(side: _Side, sentence: str, following: str) -> bool:
    """Whether a sentence with the one after it gives a reason, number or mechanism like those of a good answer."""
    for said in (sentence, f"{sentence} {following}"):
        words, lowered = frozenset(content(said)), said.lower()
        length = len(tokens(said))
        if length < FULL or len(words) < FULL // 2 or hollow(lowered):
            continue
        good, thin = _shared(side, words)
        if good >= SHARED and good > thin and _substance(lowered):
            return True
        if length >= LONG and _substance(lowered) >= 2 and good >= thin:
            return True
    return False


def _substantial(side: _Side, said: str) -> bool:
    """Whether an answer has two kinds of substance, and is nearer to good answers than to a mere name."""
    lowered = said.lower()
    good, thin = _shared(side, frozenset(content(said)))
    return len(tokens(said)) >= LONG and _substance(lowered) >= 2 and good >= thin and not hollow(lowered)


def _shared(side: _Side, words: frozenset[str]) -> tuple[int, int]:
    """Words beyond the cues that are shared with the nearest good phrasing, and with the nearest that only names."""
    good = max((len(words & phrasing - side.cue_words) for phrasing in side.covers), default=0)
    thin = max((len(words & phrasing - side.cue_words) for phrasing in side.named), default=0)
    return good, thin


def _substance(lowered: str) -> int:
    """How many kinds of substance a text has."""
    return sum(bool(kind.search(lowered)) for kind in _SUBSTANCE)
