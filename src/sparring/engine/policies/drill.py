"""Dig into a topic that the candidate brought up."""

from itertools import takewhile

from sparring.domain.heard import Act, Depth
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import DesignQuestion
from sparring.domain.round import Round, Seconds
from sparring.domain.topic import Facet, FacetId, Topic, TopicId
from sparring.engine.draw import fraction
from sparring.engine.fragment import fragment
from sparring.engine.policies.probe import unseen
from sparring.engine.state import Brought, State

ON_ONE_TOPIC = 4
"""Most drills on one topic in a round."""

IN_CODING = 2
"""Most drills in a coding round; a story is asked about and not the technology in it."""

BETWEEN = (MoveKind.ACKNOWLEDGE, MoveKind.TIME_CHECK)
"""Moves that do not interrupt a row of drills."""

READY = {"depth", "tradeoffs", "data_model", "resilience"}
"""Signals of phases in which a drill does not cut the candidate's plan short."""


class DrillTopic:
    """Which cache, evicted how, invalidated how, and cold?"""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next drill, unless the topic has been dug in a row for as long as this interviewer digs."""
        if not state.awaiting or state.last_said is None or not time_for_drills(state):
            return None
        topic, run = self._run(state)
        if topic is not None and run < state.plan.digging and self._holds(state):
            return next_drill(state, topic)
        # One topic after another would fill any round: a signal that nobody has asked for comes first.
        if self._row(state) >= state.plan.digging and unseen(state, now) is not None:
            return None
        return next_drill(state, besides=topic) if run == 0 or run >= state.plan.digging else None

    def _row(self, state: State) -> int:
        """Drills since the last question of another kind, whatever their topics."""
        asked = [moved.move.kind for moved in state.moved if moved.text and moved.move.kind not in BETWEEN]
        return len(list(takewhile(lambda kind: kind is MoveKind.DRILL, reversed(asked))))

    def _run(self, state: State) -> tuple[TopicId | None, int]:
        """The topic of the last drills and how many there were without another kind of question between."""
        topic, run = None, 0
        for moved in reversed(state.moved):
            if moved.move.kind is MoveKind.DRILL and topic in (None, moved.move.topic):
                topic, run = moved.move.topic, run + 1
            elif moved.text and moved.move.kind not in BETWEEN:
                break
        return topic, run

    def _holds(self, state: State) -> bool:
        return Act.DONT_KNOW not in state.acts


def time_for_drills(state: State) -> bool:
    """A drill does not cut the candidate's plan short now."""
    if state.plan.round is Round.SYSTEM_DESIGN:
        return bool(READY & set(state.slot.phase.signals))
    return state.plan.round is Round.CODING and state.last_phase and state.count(MoveKind.DRILL) < IN_CODING


def next_drill(state: State, only: TopicId | None = None, besides: TopicId | None = None) -> Move | None:
    """The next drill: on what was just spoken of first, and on what belongs to the question, its crux above all."""
    brought = state.brought or {}
    wanted = [only] if only else _in_order(state, besides)
    for topic_id in wanted:
        if topic_id in brought and topic_id in state.plan.topics and (move := _drill(state, brought[topic_id])):
            return move
    return None


def _in_order(state: State, besides: TopicId | None) -> list[TopicId]:
    question = state.plan.question
    crux, own = (question.crux, question.topics) if isinstance(question, DesignQuestion) else ((), ())
    first = {*state.plan.interviewer.specialty, *crux}
    brought = [topic for topic in reversed(list(state.brought or {})) if topic != besides]
    fresh = {topic for topic, _ in _just_said(state)}

    def weight(topic: TopicId) -> int:
        return 3 * (topic in fresh) + (topic in first) + (topic in own)

    return sorted(brought, key=weight, reverse=True)


def _just_said(state: State) -> frozenset[tuple[TopicId, FacetId | None]]:
    """Topics and facets of the candidate's last turn."""
    said = state.last_said
    return frozenset((mention.topic, mention.facet) for mention in said.heard.mentions) if said else frozenset()


def _drill(state: State, brought: Brought) -> Move | None:
    topic = state.plan.topics[brought.topic]
    asked = [moved.move for moved in state.moved if moved.move.topic == topic.id and moved.text]
    if len(asked) >= ON_ONE_TOPIC:
        return None
    for facet in _facets(state, topic, brought):
        for k, ask in enumerate(facet.drills):
            ref = f"drill:{topic.id}:{facet.id}:{k}"
            if ref not in state.used and state.askable(ask):
                return _worded(state, brought, topic, facet, ask, ref)
            if ref in state.used and not _deeper(state, topic.id, facet):
                break
    return None


def _deeper(state: State, topic: TopicId, facet: Facet) -> bool:
    """The last turn covered the facet, so the next question on it may go deeper."""
    said, last = state.last_said, state.last_move
    if state.held is not None and last is not None and (last.topic, last.facet) == (topic, facet.id):
        return state.held
    return said is not None and any(
        (mention.topic, mention.facet) == (topic, facet.id) and mention.depth is Depth.COVERED
        for mention in said.heard.mentions
    )


def _facets(state: State, topic: Topic, brought: Brought) -> list[Facet]:
    """The facet just drilled, then facets named but not covered, the latest first, then others in a seeded order."""
    last = state.last_move.facet if state.last_move and state.last_move.topic == topic.id else None
    fresh = _just_said(state)

    def order(facet: Facet) -> tuple[bool, bool, bool, bool, float]:
        named = facet.id in brought.named and facet.id not in brought.covered
        drawn = fraction(state.plan.seed, topic.id, facet.id)
        return facet.id != last, not named, (topic.id, facet.id) not in fresh, facet.id in brought.covered, drawn

    return sorted(topic.facets, key=order)


def _worded(state: State, brought: Brought, topic: Topic, facet: Facet, ask: str, ref: str) -> Move:
    said = state.last_said
    first = not any(moved.move.topic == topic.id for moved in state.moved)
    quote = fragment(brought.quote)
    fits = first and said is not None and quote and quote in said.text and len(ask.split()) <= 36
    signal = "depth" if state.plan.round is Round.SYSTEM_DESIGN else None
    wording, slots = "drill", {"ask": ask}
    if fits:
        wording, slots = "drill_quoting", {"quote": quote, "ask": ask}
    elif _last_topic(state) != topic.id:
        # "Stay there" would be untrue; and of what nobody has just spoken of, "this machine" would be nothing.
        wording = "probe"
        if topic.id not in {*state.drawn, *(just for just, _ in _just_said(state))} and state.askable(topic.title):
            wording, slots = "drill_back", {"topic": in_a_sentence(topic.title), "ask": ask}
    return Move(MoveKind.DRILL, wording, slots, signal, topic.id, facet.id, ref=ref)


def _last_topic(state: State) -> TopicId | None:
    """What the last question was about; nods, the time and answers to the candidate are no questions."""
    between = (*BETWEEN, MoveKind.ANSWER_CLARIFICATION)
    asked = (moved.move.topic for moved in reversed(state.moved) if moved.text and moved.move.kind not in between)
    return next(asked, None)


def in_a_sentence(title: str) -> str:
    """A title as it stands within a sentence: "Caching" in small letters, "IDs and clocks" as it is."""
    return title[:1].lower() + title[1:] if title.split(" ", maxsplit=1)[0][1:].islower() else title
