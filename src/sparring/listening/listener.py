"""Hears one candidate turn after another; the room's front door."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from sparring.domain.heard import Act, Claim, Cue, Heard
from sparring.domain.question import AnyQuestion, CodingQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.domain.topic import Side, Topic, TopicId
from sparring.listening import acts, complexity, offers, products, quantities, questions, sentences
from sparring.listening.beliefs import Beliefs
from sparring.listening.clarify import Facts, Found
from sparring.listening.cues import behavioral, coding, system_design
from sparring.listening.givens import ASSUMED, Givens
from sparring.listening.meaning import Meaning
from sparring.listening.meant import MeantFacts
from sparring.listening.mentions import Mentions
from sparring.listening.nearness import Nearness
from sparring.listening.sentences import Span
from sparring.listening.telling import Telling

_CUES: Mapping[Round, Callable[[str, Sequence[Span]], tuple[Cue, ...]]] = {
    Round.BEHAVIORAL: behavioral.cues,
    Round.SYSTEM_DESIGN: system_design.cues,
    Round.CODING: coding.cues,
}
SHORT_TURN = 45
"""Words of a turn up to which what stands around its one question says what it asks."""

_ROUNDING = re.compile(r"\d\.\d{7}")
"""Digits of a float ("0.9999999999999999"): talk of the machine's arithmetic, and no estimate."""

_SILENT = frozenset({Act.EMPTY, Act.OTHER_LANGUAGE})
"""Acts of turns in which nothing else can be heard."""


@lru_cache(maxsize=4)
def _prepared(topics: tuple[Topic, ...]) -> tuple[Mentions, Beliefs]:
    """What hears a set of topics; it knows no session, and takes a quarter of a second to make."""
    named = {topic.id: topic for topic in topics}
    return Mentions(named), Beliefs(named)


@lru_cache(maxsize=4)
def _nearness(topics: tuple[Topic, ...]) -> Nearness:
    """What tells a text's likeness to their sides; takes a sixth of a second to make, and is not always needed."""
    return Nearness(topics)


@lru_cache(maxsize=4)
def _telling(topics: tuple[Topic, ...]) -> Telling:
    """What hears the answers to their drills; takes a ninth of a second to make, and is needed where drills are put."""
    return Telling(topics)


class Listener:
    """Hears the turns of one round. Deterministic and without memory: the same turn is always heard the same."""

    def __init__(
        self,
        round: Round,
        question: AnyQuestion | None,
        topics: Mapping[TopicId, Topic],
        meaning: Meaning | None = None,
    ) -> None:
        """Prepare the words of a round's question (None where it is not in the bank) and of every topic.

        With `meaning`, clarifying questions find their fact in anybody's words; without, in words like the bank's.
        """
        self._question = question
        facts = question.facts if question is not None else ()
        self._facts = MeantFacts(facts, meaning) if meaning is not None and facts else Facts(facts)
        self._cues = _CUES[round]
        self._topics = tuple(topics.values())
        self._mentions, self._beliefs = _prepared(self._topics)
        self._givens = Givens(question.quantities if isinstance(question, DesignQuestion) else ())

    def hear(
        self, text: str, asked: str | None = None, drilled: Side | None = None, offered: Sequence[str] = ()
    ) -> Heard:
        """Everything in one turn; `asked` is what the interviewer last said, `drilled` the facet it was on, if known.

        `offered` are the ids of the facts that the interviewer has just asked back about ("do you mean ...?").
        What a candidate says is data: no text raises, and every quote is verbatim.
        """
        put = questions.split(text)
        done = acts.hear(text, put)
        if done & _SILENT:
            return Heard(acts=done)
        found = self._found(text, put)
        about = Heard(
            acts=done,
            questions=put,
            facts=tuple(one.fact.id if one.fact else None for one in found),
            near=tuple(tuple(fact.id for fact in one.near) for one in found),
            probable=tuple(one.probable for one in found),
            taken=self._taken(text, offered),
        )
        if Act.CODE in done:
            return about
        spans = sentences.split(text)
        near = self._sides(text) if drilled is not None else {}
        return replace(
            about,
            mentions=self._mentions.hear(text, spans, asked, drilled, near),
            sides=near,
            claims=self._claims(text, spans, asked or ""),
            cues=() if Act.INSTRUCTION in done else self._cues(text, spans),
        )

    def followed(self, text: str, heard: Heard) -> Heard:
        """What was heard in a turn, with what the next drill is picked by."""
        spans = sentences.split(text)
        return replace(
            heard,
            turned_down=self._mentions.turned_down(text, spans),
            sides=heard.sides or self._sides(text),
            answers=_telling(self._topics).hear(text, spans),
        )

    def prepare(self) -> None:
        """Do now what the first turns would wait for, a second or so; from any thread."""
        self._facts.prepare()
        _nearness(self._topics)
        _telling(self._topics)

    def _sides(self, text: str) -> Mapping[Side, float]:
        return _nearness(self._topics).likeness(text)

    def _found(self, text: str, put: Sequence[str]) -> list[Found]:
        """What the facts have on each question of a turn; a short turn with one question in it is heard whole."""
        whole = text if len(put) == 1 and len(text.split()) <= SHORT_TURN else ""
        return [self._facts.find(question, whole) for question in put]

    def _taken(self, text: str, offered: Sequence[str]) -> tuple[str, ...] | None:
        """Ids of the facts that a reply to an offer asks for."""
        known = {fact.id: fact for fact in (self._question.facts if self._question else ())}
        facts = [known[id_] for id_ in offered if id_ in known]
        taken = offers.taken(text, facts, self._facts.find) if facts else None
        return None if taken is None else tuple(fact.id for fact in taken)

    def _claims(self, text: str, spans: Sequence[Span], asked: str) -> tuple[Claim, ...]:
        """Checkable statements of a turn, each once: sums by line, since speech without full stops is cut anywhere."""
        found = [claim for line in text.splitlines() for claim in (*quantities.check(line), *products.check(line))]
        assumed = -1 if ASSUMED.search(asked) else _first(ASSUMED, text)
        found += [claim for start, end in spans for claim in self._checked(text[start:end], assumed < start)]
        claims: dict[str, Claim] = {}
        for claim in found:
            if not _ROUNDING.search(claim.quote):
                claims.setdefault(claim.ref, claim)
        return tuple(claims.values())

    @cached_property
    def _granted(self) -> frozenset[str]:
        """Beliefs that the question itself lays down, which are none of the candidate's; looked for with the first."""
        own = _texts(self._question) if self._question is not None else ()
        return frozenset(claim.ref for text in own for claim in self._beliefs.check(text))

    def _checked(self, sentence: str, assumed: bool) -> tuple[Claim, ...]:
        """Claims of one sentence; `assumed` where the question or the turn has assumed something before it."""
        beliefs = (claim for claim in self._beliefs.check(sentence) if claim.ref not in self._granted)
        found = (*self._givens.check(sentence, assumed=assumed), *beliefs)
        if isinstance(self._question, CodingQuestion):
            return (*found, *complexity.check(sentence, self._question))
        return found


def _texts(question: AnyQuestion) -> tuple[str, ...]:
    """Every sentence that the interviewer lays down: the statement's, the facts', and those of what changes later."""
    stages = [stage.says for stage in question.stages] if isinstance(question, CodingQuestion) else []
    changes = [change.says for change in question.changes] if isinstance(question, DesignQuestion) else []
    said = [question.statement, *(fact.says for fact in question.facts), *stages, *changes]
    return tuple(sentence for text in said for sentence in sentences.texts(text))


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern is found first; the length of the text where it is not."""
    found = pattern.search(text)
    return found.end() - 1 if found else len(text)
