"""Coding: what follows when the candidate hands a stage in."""

from dataclasses import replace

from sparring.domain.move import Move, MoveKind
from sparring.domain.question import CodingQuestion, Stage
from sparring.domain.round import Seconds
from sparring.engine.policies.asking import ask_for
from sparring.engine.state import State

ROOM = 0.15
"""Share of the round that a follow-up needs."""

SENT_BACK = "Not all of my cases pass yet, so hand it in again when you have had another look."
"""Said before the question, since the closed cases tell nothing by themselves."""


def finished(state: State, now: Seconds) -> bool:
    """Coding: the last stage was handed in, or the last for which there is time."""
    question = state.plan.question
    return isinstance(question, CodingQuestion) and state.handed_in > 0 and _next(state, question, now) is None


def _next(state: State, question: CodingQuestion, now: Seconds) -> Stage | None:
    """The next stage, while there is time for it."""
    if state.left(now) < ROOM * state.plan.total:
        return None
    return next((stage for stage in question.stages if stage.number == state.stage + 1), None)


class NextStage:
    """Send a failing hand-in back once, then change the requirement while there is time."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question about tests, the next requirement, or nothing."""
        question = state.plan.question
        if not state.stage_done or not isinstance(question, CodingQuestion):
            return None
        if state.judged and state.failing and state.handed_in == 1 and (move := ask_for(state, "testing")):
            return replace(move, slots={**move.slots, "ask": f"{SENT_BACK} {move.slots['ask']}"})
        stage = _next(state, question, now)
        if stage is None:
            return None
        follow_up = state.plan.phases[-1].phase.id
        return Move(
            MoveKind.CHANGE_REQUIREMENT,
            "change_requirement",
            {"change": stage.says.strip()},
            signal="adaptability",
            phase=follow_up,
            ref=f"stage:{stage.number}",
        )
