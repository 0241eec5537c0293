"""Nothing is left to ask in this phase: go on, ask again what was tried in vain, or close."""

from itertools import chain

from sparring.domain.heard import Act
from sparring.domain.move import WAIT, Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.policies.asking import UNPROBED, ask_for, first, own, reached
from sparring.engine.policies.clock import close
from sparring.engine.policies.deeper import go_deeper, past
from sparring.engine.policies.drill import PASSING, next_drill
from sparring.engine.policies.phases import next_phase
from sparring.engine.policies.probe import MOST, TRIES, how_well
from sparring.engine.policies.stage import finished
from sparring.engine.state import LATE, State

ROOM = 0.1
"""Share of the round under which unfinished code is left unfinished."""

NUDGED = 3
"""Spoken moves within which nobody is told twice to get on with the code."""

SHORT = 40
"""Words of an answer after which a nod would only bring another short one."""

LATELY = 3
"""Moves within which a signal is not asked for once more."""

HALF = 0.5
"""Share of a phase after which the next may begin early."""


class WrapUp:
    """The last policy: once the candidate has spoken, it always has something."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The next phase early, another try at a signal, or the close."""
        if not state.said:
            return None
        slot = state.slot
        spent = (now - slot.begins) / max(1.0, slot.ends - slot.begins)
        nodded = state.last_move is not None and state.last_move.kind is MoveKind.ACKNOWLEDGE
        if (spent > HALF or nodded) and (move := next_phase(state)):
            return move
        if self._said_all(state, now):
            return close(state, now)
        return self._again(state, now) or self._go_on(state, nodded) or self._until_handed_in(state, now)

    def _said_all(self, state: State, now: Seconds) -> bool:
        """A story whose teller has no more to say, late in the round, is over."""
        done = bool({Act.DONE, Act.NOTHING_MORE} & state.acts)
        return done and state.last_phase and state.plan.round is Round.BEHAVIORAL and state.share(now) > LATE

    def _again(self, state: State, now: Seconds) -> Move | None:
        """Signals tried in vain come first, then those shown least; TRIES times each, MOST times in the last phase."""
        most = MOST if state.last_phase else TRIES
        signals = [s for s in reached(state) if state.ledger.of(s).asked < most and s not in UNPROBED]
        if not state.last_phase:
            signals = [s for s in signals if not state.enough(s)]
        # What was asked for in this breath or the last is not asked for in the next, in whatever words.
        lately = {moved.move.signal for moved in state.moved[-LATELY:]}
        signals = [s for s in signals if s not in lately]
        signals.sort(key=lambda s: (s in past(state), *how_well(state, s), state.ledger.of(s).asked))
        # Who listens knows that asking anew would be asking for what was told: that is for when nothing else is left.
        new = [s for s in signals if s not in past(state) or not state.ledger.of(s).asked]
        missing = [s for s in new if state.shown is None or not state.enough(s)]
        over = finished(state, now) and state.shown is not None
        moves = chain(
            (go_deeper(state, s) or (ask_for(state, s) if s in missing else None) for s in signals),
            # Once all the code is handed in, what was shown is asked for only in the question's own words.
            (first(state, s, own(state, s, 0)) if over else ask_for(state, s) for s in new),
        )
        return next((move for move in moves if move is not None), None) or self._drill(state)

    def _go_on(self, state: State, nodded: bool) -> Move | None:
        """A nod leaves the floor to the candidate; after one that brought nothing, or a story heard, the next phase."""
        if state.last_phase:
            return None
        said = state.last_said
        if nodded or state.follows_a_story or (said is not None and said.words < SHORT and not said.heard.cues):
            return next_phase(state)
        return Move(MoveKind.ACKNOWLEDGE, "acknowledge")

    def _drill(self, state: State) -> Move | None:
        drills = state.last_phase and state.plan.round is Round.SYSTEM_DESIGN
        return next_drill(state, least=PASSING) if drills else None

    def _until_handed_in(self, state: State, now: Seconds) -> Move:
        """The close; but code that is still being worked on gets its time."""
        unfinished = state.plan.round is Round.CODING and state.handed_in == 0
        if not unfinished or state.left(now) < ROOM * state.plan.total:
            return close(state, now)
        wordings = [moved.move.wording for moved in state.moved if moved.text][-NUDGED:]
        return WAIT if "nudge_working" in wordings else Move(MoveKind.NUDGE, "nudge_working")
