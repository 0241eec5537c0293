"""A candidate asks about the team or the job: nobody here has one, and whoever interviews says so."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.policies.clarify import meant
from sparring.engine.state import State
from sparring.listening.place import of_the_job, of_the_place

MOST = 40
"""Words of a turn that asks it; in a longer one it was asked of somebody else, and is told."""


class AboutUs:
    """No fact of the question is offered for "what does your team own?", and no fact made up."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The word that there is no answer; in a design or a task "your team" may be what the question is about."""
        said = state.last_said
        if not state.awaiting or said is None or state.answered == len(state.said):
            return None
        asks = of_the_place if state.plan.round is Round.BEHAVIORAL else of_the_job
        asked = said.words <= MOST and any(asks(question) for question in meant(said))
        return Move(MoveKind.ANSWER_CLARIFICATION, "about_us") if asked else None
