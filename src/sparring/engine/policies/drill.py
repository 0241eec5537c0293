"""Dig into a topic that the candidate brought up."""

import re
from collections import Counter
from itertools import takewhile

from sparring.domain.guarded import names
from sparring.domain.heard import Act, Depth
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import CodingQuestion, DesignQuestion
from sparring.domain.round import Round, Seconds
from sparring.domain.topic import Facet, FacetId, Topic, TopicId
from sparring.engine.draw import fraction
from sparring.engine.fragment import fragment
from sparring.engine.policies.probe import unseen
from sparring.engine.state import GO_AHEAD, Brought, State

ON_ONE_TOPIC = 4
"""Most drills on one topic in a round."""

IN_CODING = 2
"""Most drills in a coding round; a story is asked about and not the technology in it."""

BETWEEN = (MoveKind.ACKNOWLEDGE, MoveKind.TIME_CHECK)
"""Moves that do not interrupt a row of drills."""

RELENTLESS = 3
"""Pressure at which nobody is let go where they want."""

READY = {"depth", "tradeoffs", "data_model", "resilience"}
"""Signals of phases in which a drill does not cut the candidate's plan short."""


class DrillTopic:
    """Which cache, evicted how, invalidated how, and cold?"""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next drill, unless the topic has been dug in a row for as long as this interviewer digs."""
        if not state.awaiting or state.last_said is None or not time_for_drills(state):
            return None
        if state.last_move is not None and state.last_move.wording == GO_AHEAD and state.plan.pressure < RELENTLESS:
            return self._let_go(state)
        topic, run = self._run(state)
        left = topic is not None and _left(state, topic)
        if topic is not None and run < state.plan.digging and self._holds(state) and not left:
            return next_drill(state, topic)
        # One topic after another would fill any round: a signal that nobody has asked for comes first.
        if self._row(state) >= state.plan.digging and unseen(state, now) is not None:
            return None
        return next_drill(state, besides=topic) if run == 0 or run >= state.plan.digging or left else None

    def _let_go(self, state: State) -> Move:
        """Whoever asked to go somewhere, and was let, is asked about what they said there, or has the floor."""
        said = _just_said(state)
        fresh = Counter(topic for topic, _ in said)
        drills = (next_drill(state, topic) for topic, _ in fresh.most_common())
        of_it = (move for move in drills if move is not None and (move.topic, move.facet) in said)
        return next(of_it, Move(MoveKind.ACKNOWLEDGE, "acknowledge"))

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


def _left(state: State, topic: TopicId) -> bool:
    """After a nod the candidate has gone on to other topics of their own."""
    last, fresh = state.last_move, {just for just, _ in _just_said(state)}
    return last is not None and last.kind is MoveKind.ACKNOWLEDGE and bool(fresh) and topic not in fresh


def time_for_drills(state: State) -> bool:
    """A drill does not cut the candidate's plan short now."""
    if state.plan.round is Round.SYSTEM_DESIGN:
        return bool(READY & set(state.slot.phase.signals))
    return state.plan.round is Round.CODING and state.last_phase and state.count(MoveKind.DRILL) < IN_CODING


def next_drill(state: State, only: TopicId | None = None, besides: TopicId | None = None) -> Move | None:
    """The next drill: on what was just spoken of first, and on what belongs to the question, its crux above all."""
    brought = state.brought or {}
    wanted, closed = [only] if only else _in_order(state, besides), _closed(state)
    for topic_id in wanted:
        if topic_id not in brought or topic_id not in state.plan.topics or topic_id in closed:
            continue
        if state.plan.round is Round.CODING and not _of_the_task(state, topic_id):
            continue
        if move := _drill(state, brought[topic_id]):
            return move
    return None


def _closed(state: State) -> frozenset[TopicId]:
    """Topics of which the candidate has said, when drilled on them, that they have no more to say."""
    done = [said.at for said in state.said if Act.NOTHING_MORE in said.heard.acts]
    drills = [moved for moved in state.moved if moved.move.kind is MoveKind.DRILL]
    last = ([moved.move.topic for moved in drills if moved.at <= at][-1:] for at in done)
    return frozenset(topic for topics in last for topic in topics if topic is not None)


def _of_the_task(state: State, topic_id: TopicId) -> bool:
    """Coding: the task speaks of the topic. In talk of code a word of it says little: "cache locality", "half open"."""
    question = state.plan.question
    told = [fact.says for fact in question.facts]
    stages = [stage.says for stage in question.stages] if isinstance(question, CodingQuestion) else []
    task = "\n".join([question.title, question.statement, *told, *stages])
    return any(names(task, word) for word in state.plan.topics[topic_id].heard_as)


def _in_order(state: State, besides: TopicId | None) -> list[TopicId]:
    question = state.plan.question
    crux, own = (question.crux, question.topics) if isinstance(question, DesignQuestion) else ((), ())
    first = {*state.plan.interviewer.specialty, *crux}
    brought = [topic for topic in reversed(list(state.brought or {})) if topic != besides]
    fresh = Counter(topic for topic, _ in _just_said(state))

    def weight(topic: TopicId) -> tuple[int, int]:
        """Of two that weigh the same, the one that more of the last turn was about."""
        return 3 * (topic in fresh) + (topic in first) + (topic in own), fresh[topic]

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
    for facet in _sides(state, topic, brought):
        asked_of = [k for k in range(len(facet.drills)) if _ref(topic, facet, k) in state.used]
        # The first question on what was told unasked would ask for it again; and nothing goes back to the shallow end.
        begin = asked_of[-1] + 1 if asked_of else int(facet.id in brought.covered)
        if asked_of and not _deeper(state, topic.id, facet):
            continue
        for k, ask in list(enumerate(facet.drills))[begin:]:
            if state.askable(ask):
                return _worded(state, brought, topic, facet, ask, _ref(topic, facet, k))
    return None


def _sides(state: State, topic: Topic, brought: Brought) -> list[Facet]:
    """What may be drilled of a topic: all of one that the question is about; of another one that the candidate has
    named, the sides that they have spoken of, where they have spoken of any."""
    question, facets = state.plan.question, _facets(state, topic, brought)
    if not isinstance(question, DesignQuestion) or topic.id in {*question.topics, *question.crux}:
        return facets
    if not _by_name(state, topic.id):
        return []
    spoken = brought.named | brought.covered
    return [facet for facet in facets if facet.id in spoken] if spoken else facets


def _by_name(state: State, topic: TopicId) -> bool:
    """The candidate has named a topic, or drawn it: a side of it alone may be a side of something else."""
    said = any(
        (mention.topic, mention.facet) == (topic, None) for said in state.said for mention in said.heard.mentions
    )
    return said or state.drawn_at is not None


def _ref(topic: Topic, facet: Facet, k: int) -> str:
    return f"drill:{topic.id}:{facet.id}:{k}"


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
    fits = fits and _is_about(quote, topic, facet)
    signal = "depth" if state.plan.round is Round.SYSTEM_DESIGN else None
    wording, slots = "drill", {"ask": ask}
    if fits:
        wording, slots = "drill_quoting", {"quote": quote, "ask": ask}
    elif _last_topic(state) != topic.id:
        # "Stay there" would be untrue; and of what nobody has just spoken of, "this machine" would be nothing.
        wording = "probe"
        if not _plainly_on(state, topic, facet) and state.askable(topic.title):
            wording, slots = "drill_back", {"topic": in_a_sentence(topic.title), "ask": ask}
    return Move(MoveKind.DRILL, wording, slots, signal, topic.id, facet.id, ref=ref)


def _plainly_on(state: State, topic: Topic, facet: Facet) -> bool:
    """Whether it is plain what a question is on: the last turn, or the board, was about this and little else."""
    fresh = _just_said(state)
    topics = {just for just, _ in fresh}
    return topic.id in state.drawn or (topic.id, facet.id) in fresh or topics == {topic.id}


def _is_about(quote: str, topic: Topic, facet: Facet) -> bool:
    """Whether words that are said back have the topic in them: a clause cut from its sentence may have lost it."""
    words = quote.casefold()
    cues = [*topic.heard_as, *facet.cues]
    return any(stem in words for cue in cues for stem in re.findall(r"[a-z0-9]{5,}", cue.casefold()))


def _last_topic(state: State) -> TopicId | None:
    """What the last question was about; nods, the time and answers to the candidate are no questions."""
    between = (*BETWEEN, MoveKind.ANSWER_CLARIFICATION)
    asked = (moved.move.topic for moved in reversed(state.moved) if moved.text and moved.move.kind not in between)
    return next(asked, None)


def in_a_sentence(title: str) -> str:
    """A title as it stands within a sentence: "Caching" in small letters, "IDs and clocks" as it is."""
    return title[:1].lower() + title[1:] if title.split(" ", maxsplit=1)[0][1:].islower() else title
