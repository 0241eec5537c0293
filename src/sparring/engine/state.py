"""The session so far, folded from its events."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sparring.domain.evidence import Polarity
from sparring.domain.guarded import names
from sparring.domain.heard import Act, Claim, Depth, Heard, Mention, Shown, SoFar
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.domain.topic import DrillId, FacetId, Side, TopicId
from sparring.engine.ledger import Ledger, Standing
from sparring.engine.plan import PhaseSlot, Plan


def same_words(text: str) -> str:
    """A text without case and punctuation, to tell whether a question was asked before."""
    return " ".join(re.findall(r"[\w']+", text.casefold()))


GIVEN = "quantity:"
"""How the ref of a claim about a given number begins; a changed requirement may have changed that number."""

_IN_THE_CODE: frozenset[SignalId] = frozenset({"correctness", "code_quality"})
"""Signals that a hand-in gives the chance to show, whatever is said."""

_OFFER = "which:"
"""How the ref of a move begins that asks back which fact is meant; their ids follow, by comma."""

ENOUGH = 2
"""Turns with cues for a signal from which it needs no question, where nobody listens for more than cues."""

CODE = "code"
"""The phase in which code is written."""

GO_AHEAD, EITHER, NO_OBJECTION = "go_ahead", "either", "no_objection"
LETS = (GO_AHEAD, EITHER, NO_OBJECTION)
"""The wordings that let the candidate do what they asked to do, or choose: nothing else is asked in the same breath."""

ON_IT = "follow_up"
"""The wording of a question on what was said just now, which turns to nothing else."""

LATE = 0.75
"""Share of the round after which no signal waits for its phase any more."""


def offer(facts: Iterable[str]) -> str:
    """The ref of a move that asks back which of these facts is meant."""
    return _OFFER + ",".join(facts)


def offered(move: Move) -> tuple[str, ...]:
    """The facts that a move asks back about; empty where it does not."""
    ref = move.ref or ""
    return tuple(ref.removeprefix(_OFFER).split(",")) if ref.startswith(_OFFER) else ()


@dataclass(frozen=True, slots=True)
class Said:
    """A turn of the candidate."""

    at: Seconds
    text: str
    heard: Heard

    @property
    def words(self) -> int:
        """Length in words."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Moved:
    """A move of the interviewer, with the words it got."""

    at: Seconds
    move: Move
    text: str


@dataclass(frozen=True, slots=True)
class Brought:
    """A topic the candidate brought up: with which words, and how far it went."""

    topic: TopicId
    quote: str
    named: frozenset[FacetId] = frozenset()
    covered: frozenset[FacetId] = frozenset()


def _keeps_floor(move: Move, text: str) -> bool:
    """A time check and a silent change of phase do not answer the candidate."""
    return move.kind is MoveKind.TIME_CHECK or (move.kind is MoveKind.NEXT_PHASE and not text)


@dataclass(frozen=True)
class State:
    """Everything the policies decide by."""

    plan: Plan
    ledger: Ledger
    said: tuple[Said, ...] = ()
    moved: tuple[Moved, ...] = ()
    awaiting: bool = True
    """The candidate has spoken (or the round has not begun) and no move has answered yet."""

    active_at: Seconds = 0.0
    """When the candidate last spoke, typed code or drew."""

    phase: int = 0
    """Index into the plan's phases."""

    used: frozenset[str] = frozenset()
    """Refs of moves made, so that nothing is used twice."""

    asked: frozenset[str] = frozenset()
    """Every question put so far, by `same_words`."""

    brought: Mapping[TopicId, Brought] | None = None
    nearest: Mapping[Side, float] = field(default_factory=dict)
    """How near the nearest turn is to each side of a topic; sides that no turn is near to are left out."""

    answers: Mapping[DrillId, frozenset[str]] = field(default_factory=dict)
    """Drills whose answer was given by one of their phrases, with these phrases."""

    claims: tuple[Claim, ...] = ()
    """Claims that do not hold and were not challenged yet, oldest first."""

    stage: int = 1
    """Coding: which requirement is being worked on."""

    stage_done: bool = False
    """Coding: the candidate has handed the present stage in, and no move has taken it up yet."""

    handed_in: int = 0
    """Coding: how often the present stage was handed in."""

    handed_at: Seconds = 0.0
    """Coding: when something was last handed in."""

    failing: int | None = None
    """Coding: cases that failed when something was last judged."""

    judged: bool = False
    """Coding: what was handed in last could be judged."""

    code_at: Seconds | None = None
    """When code last changed; None while there is none."""

    ran_at: Seconds | None = None
    red: int = 0
    """When the open cases were last run, and how many failed."""

    drawn_at: Seconds | None = None
    drawn: tuple[TopicId, ...] = ()
    """Topics that appeared on the board since anybody last spoke."""

    parts: int = 0
    """Parts of the design that appeared on the board."""

    shown: Mapping[SignalId, Shown] | None = None
    """What speaks for each signal so far; None where nobody listens for more than cues."""

    held: bool | None = None
    """Whether the last turn held under the drill before it; None where it answers none, or that was not heard."""

    closed: bool = False
    answered: int = 0
    """How many of the candidate's turns had been said when a clarifying question was last answered."""

    @classmethod
    def begin(cls, plan: Plan) -> "State":
        """The state before the first word."""
        return cls(plan=plan, ledger=Ledger.empty(plan.expected), brought={})

    # ---- reading

    @property
    def slot(self) -> PhaseSlot:
        """The present phase with its place on the clock."""
        return self.plan.phases[self.phase]

    @property
    def last_phase(self) -> bool:
        """No phase comes after the present one."""
        return self.phase + 1 == len(self.plan.phases)

    @property
    def last_said(self) -> Said | None:
        """The candidate's last turn."""
        return self.said[-1] if self.said else None

    @property
    def last_move(self) -> Move | None:
        """The last move that was not silence."""
        spoken = [moved.move for moved in self.moved if moved.text]
        return spoken[-1] if spoken else None

    @property
    def unanswered(self) -> Said | None:
        """The candidate's last turn while it awaits an answer; None where nothing does, or a hand-in does."""
        return self.last_said if self.awaiting and not self.stage_done else None

    @property
    def acts(self) -> frozenset[Act]:
        """What the candidate's unanswered turn does; empty while nothing awaits an answer, or a hand-in does."""
        return self.unanswered.heard.acts if self.unanswered else frozenset()

    @property
    def stage_open(self) -> bool:
        """Coding: a changed requirement is worked on: it was not handed in yet, or not all of its cases passed."""
        return self._coding and self.stage > 1 and (self.handed_in == 0 or bool(self.failing))

    @property
    def working(self) -> bool:
        """The candidate is likely typing code or drawing."""
        if self.plan.round is Round.CODING:
            if self.handed_in and not self.failing and (self.code_at or 0.0) <= self.handed_at:
                return False
            return self.code_at is not None or self.slot.phase.id == CODE
        return self.drawn_at is not None and self.active_at == self.drawn_at

    def left(self, now: Seconds) -> Seconds:
        """What is left of the round."""
        return self.plan.total - now

    def share(self, now: Seconds) -> float:
        """How much of the round is over, from 0."""
        return now / self.plan.total

    def late(self, now: Seconds) -> bool:
        """The phase is over, or the round nearly."""
        return now >= self.slot.ends or self.share(now) > LATE

    def count(self, *kinds: MoveKind) -> int:
        """How many moves of these kinds were made."""
        return sum(moved.move.kind in kinds for moved in self.moved)

    @property
    def follows_a_story(self) -> bool:
        """A story is being told, to somebody who hears more in it than cues."""
        return self.plan.round is Round.BEHAVIORAL and self.shown is not None

    def told(self, signal: SignalId) -> bool:
        """Something was said for a signal."""
        return self.ledger.of(signal).shown > 0 if self.shown is None else signal in self.shown

    def enough(self, signal: SignalId) -> bool:
        """A signal was shown so well, or so often, that it needs no question of its own."""
        if self.shown is None:
            return self.ledger.of(signal).shown >= ENOUGH
        return signal in self.shown and self.shown[signal].enough

    def askable(self, text: str) -> bool:
        """Not asked before, and not naming a key idea that the candidate has not said themselves."""
        if same_words(text) in self.asked:
            return False
        named = [idea for idea in self.plan.question.guarded if names(text, idea)]
        return all(any(names(said.text, idea) for said in self.said) for idea in named)

    def fresh(self, asks: Iterable[str]) -> str | None:
        """The first of these questions that may still be asked."""
        return next((ask for ask in asks if self.askable(ask)), None)

    def made(self, kind: str) -> int:
        """How many moves were made whose refs begin so."""
        return sum(ref.startswith(kind) for ref in self.used)

    @property
    def said_back(self) -> frozenset[str]:
        """The candidate's words that were said back to them, or asked about where they stood last."""
        return frozenset(moved.move.slots["quote"] for moved in self.moved if "quote" in moved.move.slots)

    @property
    def ran(self) -> bool:
        """The open cases were run on the code as it stands."""
        return self.ran_at is not None and self.ran_at >= (self.code_at or 0.0)

    # ---- folding

    def after_move(self, move: Move, text: str, at: Seconds) -> "State":
        """The state after the interviewer's move."""
        ledger = self.ledger.asked(move.signal) if move.signal and text else self.ledger
        ask = move.slots.get("ask", "")
        challenged = move.kind is MoveKind.PUSH_BACK
        return replace(
            self,
            ledger=ledger,
            moved=(*self.moved, Moved(at, move, text)),
            awaiting=self.awaiting and (_keeps_floor(move, text) or self._answers_late(move, at)),
            answered=len(self.said) if move.kind is MoveKind.ANSWER_CLARIFICATION else self.answered,
            active_at=max(self.active_at, at) if text else self.active_at,
            phase=self._phase_after(move),
            drawn=() if text else self.drawn,
            used=self.used | ({move.ref} if move.ref else frozenset()),
            asked=self.asked | ({same_words(ask)} if ask else frozenset()),
            claims=tuple(claim for claim in self.claims if not (challenged and claim.ref == move.ref)),
            stage=self.stage + 1 if move.wording == "change_requirement" and self._coding else self.stage,
            stage_done=self.stage_done and _keeps_floor(move, text),
            handed_in=0 if move.wording == "change_requirement" and self._coding else self.handed_in,
            closed=self.closed or move.kind is MoveKind.CLOSE,
        )

    def after_candidate(self, text: str, heard: Heard, at: Seconds, so_far: SoFar | None = None) -> "State":
        """The state after a turn of the candidate; `so_far` is what the round has come to by then, where known."""
        ledger = self.ledger
        for signal in sorted({cue.signal for cue in heard.cues if cue.polarity is Polarity.PLUS}):
            ledger = ledger.shown(signal)
        known = self.used | {claim.ref for claim in self.claims}
        changed = self.count(MoveKind.CHANGE_REQUIREMENT) > 0
        wrong = tuple(
            claim
            for claim in heard.claims
            if not claim.holds and claim.ref not in known and not (changed and claim.ref.startswith(GIVEN))
        )
        return replace(
            self,
            ledger=ledger,
            said=(*self.said, Said(at, text, heard)),
            awaiting=True,
            drawn=(),
            active_at=at,
            brought=self._with_mentions(heard.mentions, heard.turned_down),
            nearest=self._with_sides(heard.sides),
            answers=self._with_answers(heard.answers),
            shown=so_far.shown if so_far else self.shown,
            held=so_far.held if so_far else None,
            claims=self.claims + wrong,
        )

    def after_code(self, at: Seconds) -> "State":
        """The state after the candidate's file changed."""
        return replace(self, code_at=at, active_at=max(at, self.active_at))

    def after_run(self, failed: int, at: Seconds) -> "State":
        """The state after the open cases were run."""
        return replace(self, red=failed, ran_at=at, active_at=max(at, self.active_at))

    def after_board(self, mentions: tuple[Mention, ...], at: Seconds, parts: int = 0) -> "State":
        """The state after the board changed; what appeared on it, `parts` in number, counts as brought up."""
        new = [mention.topic for mention in mentions if mention.topic not in (self.brought or {})]
        return replace(
            self,
            drawn_at=at,
            active_at=max(at, self.active_at),
            brought=self._with_mentions(mentions),
            drawn=(*self.drawn, *dict.fromkeys(new)),
            parts=self.parts + parts,
        )

    def after_hand_in(self, failed: int | None, at: Seconds) -> "State":
        """The state after the candidate handed the present stage in; None where it could not be judged."""
        return replace(
            self,
            stage_done=True,
            handed_in=self.handed_in + 1,
            handed_at=at,
            failing=self.failing if failed is None else failed,
            judged=failed is not None,
            active_at=at,
            awaiting=True,
        )

    def standing(self, signal: SignalId) -> Standing:
        """Where a signal stands, by what was asked and said, and by what was handed in."""
        entry = self.ledger.of(signal)
        said = entry.standing if self.shown is None else replace(entry, shown=int(self.enough(signal))).standing
        handed = self.stage > 1 or self.handed_in > 0
        if signal == "correctness" and self._coding:
            # No talk shows that code is right: what was judged last does.
            right = handed and self.failing == 0
            return Standing.SHOWN if right else Standing.TRIED if handed or said is Standing.SHOWN else said
        return Standing.TRIED if said is Standing.NOT_ASKED and signal in _IN_THE_CODE and handed else said

    def _answers_late(self, move: Move, at: Seconds) -> bool:
        """Whoever still asks when the phase is over, or the round nearly, gets the answer and the next question."""
        return move.kind is MoveKind.ANSWER_CLARIFICATION and self.late(at) and move.wording not in LETS

    @property
    def _coding(self) -> bool:
        return self.plan.round is Round.CODING

    def _phase_after(self, move: Move) -> int:
        if move.phase is None:
            return self.phase
        ids = [slot.phase.id for slot in self.plan.phases]
        return ids.index(move.phase) if move.phase in ids else self.phase

    def _with_mentions(
        self, mentions: tuple[Mention, ...], turned_down: frozenset[TopicId] = frozenset()
    ) -> Mapping[TopicId, Brought]:
        """What was brought up by now; what the candidate says they have none of is not, whatever they said before."""
        brought = {topic: known for topic, known in (self.brought or {}).items() if topic not in turned_down}
        mentions = tuple(mention for mention in mentions if mention.topic not in turned_down)
        for mention in mentions:
            known = brought.get(mention.topic, Brought(mention.topic, mention.quote))
            facets = frozenset({mention.facet}) if mention.facet else frozenset()
            brought[mention.topic] = replace(
                known,
                named=known.named | facets,
                covered=known.covered | (facets if mention.depth is Depth.COVERED else frozenset()),
            )
        return brought

    def _with_sides(self, sides: Mapping[Side, float]) -> Mapping[Side, float]:
        return {**self.nearest, **{side: max(near, self.nearest.get(side, 0.0)) for side, near in sides.items()}}

    def _with_answers(self, answers: Mapping[DrillId, frozenset[str]]) -> Mapping[DrillId, frozenset[str]]:
        return {**self.answers, **{id_: self.answers.get(id_, frozenset()) | said for id_, said in answers.items()}}
