"""React to what appears on the board."""

from sparring.domain.move import Move
from sparring.domain.round import Seconds
from sparring.engine.policies.drill import next_drill, time_for_drills
from sparring.engine.state import State

PAUSE = 3.0
"""Seconds without a stroke before anybody speaks into a drawing."""

QUESTION_STANDS = 45.0
"""Seconds for which a question stands alone: who draws while they think of an answer is left to it."""


class AskAboutDrawing:
    """Put a cache on the board, and the interviewer asks which, evicted how, and cold."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A drill on what was drawn, once the pen rests and no fresh question is open."""
        if state.awaiting or not state.drawn or not time_for_drills(state):
            return None
        if now - (state.drawn_at or 0.0) < PAUSE or self._open(state, now):
            return None
        drills = (next_drill(state, only=topic) for topic in reversed(state.drawn))
        return next((drill for drill in drills if drill is not None), None)

    def _open(self, state: State, now: Seconds) -> bool:
        """The interviewer has just asked something that is not answered yet."""
        spoken = [moved for moved in state.moved if moved.text]
        return bool(spoken) and now - spoken[-1].at < QUESTION_STANDS
