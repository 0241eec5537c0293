"""Go on to the next phase when its time has come, or when the candidate asks to be led."""

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.state import CODE, State
from sparring.engine.touched import laid_out, told

RECENT, LAST = 3, 2
"""Turns of the candidate that count as a moment ago, and in which the parts of a design are gone through."""

HIGH_LEVEL, DRAWN = "high_level", 4
"""The phase of a design that asks for its parts, and how many of them on the board answer it."""


def next_phase(state: State) -> Move | None:
    """The move to the next phase; silent where the candidate has begun it unasked. None in the last phase."""
    if state.last_phase:
        return None
    phase = state.plan.phases[state.phase + 1].phase
    coding = phase.id == CODE and state.code_at is not None
    there = _laid_out(state) if phase.id == HIGH_LEVEL else _told(state, phase.signals)
    if coding or _began(state) or there or not state.askable(phase.opens_with):
        return _silently(phase.id)
    signal = phase.signals[0] if phase.signals else None
    return Move(
        MoveKind.NEXT_PHASE, "next_phase", {"ask": phase.opens_with}, signal, phase=phase.id, ref=f"phase:{phase.id}"
    )


def _silently(phase: str) -> Move:
    return Move(MoveKind.NEXT_PHASE, phase=phase, ref=f"phase:{phase}")


def _laid_out(state: State) -> bool:
    """The parts are on the board, or were gone through a moment ago."""
    return state.parts >= DRAWN or laid_out(said.text for said in state.said[-LAST:])


def _told(state: State, signals: tuple[SignalId, ...]) -> bool:
    """What the phase opens with was spoken about a moment ago, or in a story shown already."""
    if not signals:
        return False
    shown = state.follows_a_story and state.enough(signals[0])
    return shown or told(signals[0], (said.text for said in state.said[-RECENT:]))


def _began(state: State) -> bool:
    """The last turn already bears on the next phase and not on the present one."""
    if state.last_said is None or not state.awaiting:
        return False
    heard = {cue.signal for cue in state.last_said.heard.cues}
    present = set(state.slot.phase.signals)
    coming = set(state.plan.phases[state.phase + 1].phase.signals)
    return bool((heard & coming) - present) and not heard & (present - coming)


class NextPhase:
    """Keep the round on its clock."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next phase, when the present one's time is over or the candidate asks what is next."""
        if state.last_said is None:
            return None
        led = bool({Act.ASKS_DIRECTION, Act.DONE} & state.acts)
        if now >= state.slot.ends or (led and not state.working):
            return next_phase(state)
        return None


class CodesAlready:
    """Who said a plan and writes code is past the phase that asks for one: nothing is said, and the clock knows."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The coding phase, silently, from whichever comes before it."""
        if state.code_at is None or not state.told("approach"):
            return None
        ahead = (slot.phase.id for slot in state.plan.phases[state.phase + 1 :])
        return _silently(CODE) if CODE in ahead else None
