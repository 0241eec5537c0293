"""A candidate says that they are done with the design, the story, or all of the code, while there is time."""

from dataclasses import replace

from sparring.domain.heard import Act
from sparring.domain.move import Move
from sparring.domain.round import Round, Seconds
from sparring.engine.policies.clock import close
from sparring.engine.policies.deeper import dig
from sparring.engine.policies.drill import next_drill
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import unseen
from sparring.engine.policies.stage import finished
from sparring.engine.policies.time_check import remaining
from sparring.engine.state import LATE, State
from sparring.listening.acts import SAYS_SO

LEFT = 120.0
"""Seconds before the end in which "that's all from my side" ends the round, whatever it was said of."""


TOLD = 3
"""Turns in which a story may be told."""

GOODBYE = 25
"""Words of a turn that ends the round: a longer one that ends with "that's it" may be an answer."""


class NotYet:
    """Says once that there is time left, and asks on; late in the round it lets the candidate go."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next question with the time that is left, or the close."""
        said, over = state.unanswered, finished(state, now)
        begun = {
            Round.SYSTEM_DESIGN: state.phase > 0,
            Round.BEHAVIORAL: len(state.said) >= TOLD,
            Round.CODING: over,
        }[state.plan.round]
        # With all of the code handed in, "I'm done" says so at the end of whatever was said before it.
        if not begun or said is None or (said.words > SAYS_SO and not over):
            return None
        done, late = Act.DONE in state.acts, state.share(now) > LATE
        thanks = Act.NOTHING_MORE in state.acts and state.left(now) < LEFT
        short = said.words <= GOODBYE or over
        if state.last_phase and short and (thanks or (done and (late or self._again(state, over=over)))):
            return close(state, now)
        if not done or late or any(moved.move.wording == "not_yet" for moved in state.moved):
            return None
        move = next_phase(state) or unseen(state, now) or next_drill(state) or dig(state)
        if move is None or "ask" not in move.slots:
            return move
        return replace(move, wording="not_yet", slots={"minutes": remaining(state, now), "ask": move.slots["ask"]})

    def _again(self, state: State, *, over: bool) -> bool:
        """Whoever says for the second time that they are done is: with all code handed in, or in a story."""
        said = sum(Act.DONE in each.heard.acts for each in state.said if each.at >= state.handed_at)
        return said > 1 and (over or state.plan.round is Round.BEHAVIORAL)
