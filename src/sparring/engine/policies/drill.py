"""Dig into a topic that the candidate brought up."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import takewhile

from sparring.domain.guarded import names
from sparring.domain.heard import Act, Depth
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import CodingQuestion
from sparring.domain.round import Round, Seconds
from sparring.domain.topic import Facet, FacetId, Side, Topic, TopicId
from sparring.engine import fitting
from sparring.engine.draw import fraction
from sparring.engine.fragment import fragment
from sparring.engine.policies.probe import unseen
from sparring.engine.state import LETS, Brought, State

ON_ONE_TOPIC = 4
"""Most drills on one topic in a round."""

IN_CODING = 2
"""Most drills in a coding round; a story is asked about and not the technology in it."""

BETWEEN = (MoveKind.ACKNOWLEDGE, MoveKind.TIME_CHECK)
"""Moves that do not interrupt a row of drills."""

RELENTLESS = 3
"""Pressure at which nobody is let go where they want."""

FITTING = 0.5
"""Worth from which a drill is put while there may be something else to ask or to hear."""

PASSING = 0.25
"""Worth from which a drill is put when there is nothing else left."""

FAVOUR = 1.2
"""How much more a drill is worth to an interviewer whose specialty it is."""

RECALLED = 6
"""Words from which a stretch of the candidate's own leads back to a topic; else its title does."""

VARIETY = 0.1
"""Span within which a draw changes what a drill is worth: who tells the same design again is asked otherwise."""

READY = {"depth", "tradeoffs", "data_model", "resilience"}
"""Signals of phases in which a drill does not cut the candidate's plan short."""


@dataclass(frozen=True, slots=True)
class _Drill:
    """A drill that may be put next."""

    topic: Topic
    facet: Facet
    k: int
    worth: float
    deeper: bool
    """Another drill of this side was put before, and answered."""

    @property
    def side(self) -> Side:
        return self.topic.id, self.facet.id

    @property
    def ask(self) -> str:
        return self.facet.drills[self.k]


class DrillTopic:
    """Which cache, evicted how, invalidated how, and cold?"""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next drill, unless the topic has been dug in a row for as long as this interviewer digs."""
        if not state.awaiting or state.last_said is None or not time_for_drills(state):
            return None
        let_go = state.last_move is not None and state.last_move.wording in LETS
        if let_go and state.plan.pressure < RELENTLESS:
            return self._let_go(state)
        topic, run = self._run(state)
        if topic is not None and run < state.plan.digging and not _left(state, topic):
            if Act.DONT_KNOW in state.acts:
                return None
            if move := next_drill(state, only=topic, least=FITTING):
                return move
        # One topic after another would fill any round: a signal that nobody has asked for comes first.
        if self._row(state) >= state.plan.digging and unseen(state, now) is not None:
            return None
        return next_drill(state, besides=topic, least=FITTING)

    def _let_go(self, state: State) -> Move:
        """Whoever asked to go somewhere, and was let, is asked about what they said there, or has the floor."""
        return next_drill(state, sides=_just_said(state)) or Move(MoveKind.ACKNOWLEDGE, "acknowledge")

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


def _left(state: State, topic: TopicId) -> bool:
    """After a nod the candidate has gone on to other topics of their own."""
    last, fresh = state.last_move, {just for just, _ in _just_said(state)}
    return last is not None and last.kind is MoveKind.ACKNOWLEDGE and bool(fresh) and topic not in fresh


def time_for_drills(state: State) -> bool:
    """A drill does not cut the candidate's plan short now."""
    if state.plan.round is Round.SYSTEM_DESIGN:
        return bool(READY & set(state.slot.phase.signals))
    return state.plan.round is Round.CODING and state.last_phase and state.count(MoveKind.DRILL) < IN_CODING


def next_drill(
    state: State,
    only: TopicId | None = None,
    besides: TopicId | None = None,
    sides: Container[tuple[TopicId, FacetId | None]] | None = None,
    least: float = 0.0,
) -> Move | None:
    """The drill that fits best what was said, and was not told: on a topic that was brought up, worth at least so much.

    What the last drill was on comes first where its answer held: the next question there goes deeper.
    """
    brought, closed = state.brought or {}, _closed(state)
    drills = [
        drill
        for topic in ([only] if only else brought)
        if topic in brought and topic != besides and topic not in closed and _may_be_drilled(state, topic)
        for drill in _drills(state, brought[topic])
        if drill.worth >= least and (sides is None or drill.side in sides)
    ]
    last = (state.last_move.topic, state.last_move.facet) if state.last_move else None
    drills.sort(key=lambda drill: (drill.deeper and drill.side == last, drill.worth), reverse=True)
    best = next((drill for drill in drills if state.askable(drill.ask)), None)
    return _worded(state, brought[best.topic.id], best) if best else None


def _closed(state: State) -> frozenset[TopicId]:
    """Topics of which the candidate has said, when drilled on them, that they have no more to say."""
    done = [said.at for said in state.said if Act.NOTHING_MORE in said.heard.acts]
    drills = [moved for moved in state.moved if moved.move.kind is MoveKind.DRILL]
    last = ([moved.move.topic for moved in drills if moved.at < at][-1:] for at in done)
    return frozenset(topic for topics in last for topic in topics if topic is not None)


def _may_be_drilled(state: State, topic: TopicId) -> bool:
    """A topic that was not drilled to its end; in coding one that the task is about."""
    asked = sum(moved.move.topic == topic and bool(moved.text) for moved in state.moved)
    known = topic in state.plan.topics and asked < ON_ONE_TOPIC
    return known and (state.plan.round is not Round.CODING or _of_the_task(state, topic))


def _of_the_task(state: State, topic_id: TopicId) -> bool:
    """Coding: the task speaks of the topic. In talk of code a word of it says little: "cache locality", "half open"."""
    question = state.plan.question
    told = [fact.says for fact in question.facts]
    stages = [stage.says for stage in question.stages] if isinstance(question, CodingQuestion) else []
    task = "\n".join([question.title, question.statement, *told, *stages])
    return any(names(task, word) for word in state.plan.topics[topic_id].heard_as)


def _just_said(state: State) -> frozenset[tuple[TopicId, FacetId | None]]:
    """Topics and facets of the candidate's last turn."""
    said = state.last_said
    return frozenset((mention.topic, mention.facet) for mention in said.heard.mentions) if said else frozenset()


def _drills(state: State, brought: Brought) -> Iterator[_Drill]:
    """The drills of a topic that are left; of a side that was drilled before only the next one."""
    topic = state.plan.topics[brought.topic]
    talk, favour = fitting.Talk(state, topic.id), FAVOUR if topic.id in state.plan.interviewer.specialty else 1.0
    for facet in topic.facets:
        asked_of = [k for k in range(len(facet.drills)) if _ref(topic, facet, k) in state.used]
        # The first question on what was told unasked would ask for it again; and nothing goes back to the shallow end.
        begin = asked_of[-1] + 1 if asked_of else int(facet.id in brought.covered)
        if asked_of and not _deeper(state, topic.id, facet):
            continue
        left = range(begin, len(facet.drills))
        for k in left[:1] if asked_of else left:
            drawn = 1 + VARIETY * (fraction(state.plan.seed, _ref(topic, facet, k)) - 0.5)
            worth = fitting.worth(talk.signs(facet, k)) * favour * drawn
            yield _Drill(topic, facet, k, worth, deeper=bool(asked_of))


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


def _worded(state: State, brought: Brought, drill: _Drill) -> Move:
    said, topic, facet, ask = state.last_said, drill.topic, drill.facet, drill.ask
    first = not any(moved.move.topic == topic.id for moved in state.moved)
    quote = fragment(brought.quote)
    about = bool(quote) and _is_about(quote, topic, facet)
    signal = "depth" if state.plan.round is Round.SYSTEM_DESIGN else None
    wording, slots = "drill", {"ask": ask}
    if first and about and said is not None and quote in said.text and len(ask.split()) <= 36:
        wording, slots = "drill_quoting", {"quote": quote, "ask": ask}
    elif _last_topic(state) != topic.id:
        # "Stay there" would be untrue; and of what nobody has just spoken of, "this machine" would be nothing.
        wording = "probe"
        if not _plainly_on(state, topic, facet):
            if about and _recalls(state, quote):
                wording, slots = "probe_quoting", {"quote": quote, "ask": ask}
            elif state.askable(topic.title):
                wording, slots = "drill_back", {"topic": in_a_sentence(topic.title), "ask": ask}
    return Move(MoveKind.DRILL, wording, slots, signal, topic.id, facet.id, ref=_ref(topic, facet, drill.k))


def _recalls(state: State, quote: str) -> bool:
    """Whether a topic can be gone back to by these words: enough was said in them, and they were not said back yet."""
    told = len(quote.split()) >= RECALLED and any(quote in said.text for said in state.said)
    return told and quote not in state.said_back


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
