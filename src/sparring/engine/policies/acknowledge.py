"""Let a candidate who is in flow go on."""

import re
from itertools import takewhile

from sparring.domain.heard import Act
from sparring.domain.move import WAIT, Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.draw import fraction
from sparring.engine.state import CODE, State
from sparring.listening import sentences

IN_FLOW = 25
"""Words from which a turn reads as the candidate driving."""

NARRATION = 3
"""Turns of talk without a line of code after which the interviewer asks again."""

ALWAYS = 0.3
"""Scale of the manner's own habit: even the most talkative interviewer asks more than they nod."""


_STEERS = re.compile(
    r"\b(?:i'd|i would|i'll|i will|i want to|let me|let's|let us|i'm going to|i am going to)"
    r"(?: (?:now|next|rather|first|also|then|like to|prefer to|just|quickly))*"
    r" (?:spend \w+ minutes|talk about|talk through|discuss|dig into|zoom in|go (?:in)?to|go over|go on to|go deeper"
    r"|get (?:in)?to|walk (?:you )?through|move on to|turn to|come (?:back )?to|leave \w+ \w+ and)\b",
    re.IGNORECASE,
)

TELLING = 2
"""Turns in which a story is told; whoever hears what is in it has a question for every later one."""

LET_GO = 2
"""Nods in a row after which even whoever drives is asked something."""

ANNOUNCED = 40
"""Words of a last sentence up to which it says where the talk is going, and does not go there yet."""


def steers(text: str) -> bool:
    """Whether a turn ends by saying where the candidate wants to go: whoever drives is let drive."""
    last = sentences.texts(text)[-1]
    return len(last.split()) <= ANNOUNCED and not last.endswith("?") and _STEERS.search(last) is not None


class Acknowledge:
    """A short word, or silence while code is being typed."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """An acknowledgement; two in a row only for who drives a design; silence instead while the candidate codes."""
        said, nods = state.unanswered, self._nods(state)
        if said is None or Act.DONT_KNOW in state.acts:
            return None
        if self._coding(state) and self._busy(state):
            return WAIT if nods else Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        if said.words < IN_FLOW:
            return None
        if state.plan.round is Round.SYSTEM_DESIGN and nods < LET_GO and steers(said.text):
            return Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        if nods or state.held is False or (state.follows_a_story and len(state.said) > TELLING):
            return None
        drawn = fraction(state.plan.seed, "acknowledge", len(state.said))
        if drawn < ALWAYS * state.plan.interviewer.acknowledges:
            return Move(MoveKind.ACKNOWLEDGE, "acknowledge")
        return None

    def _nods(self, state: State) -> int:
        """Nods since the last question."""
        kinds = (moved.move.kind for moved in reversed(state.moved) if moved.text)
        return len(list(takewhile(lambda kind: kind is MoveKind.ACKNOWLEDGE, kinds)))

    def _coding(self, state: State) -> bool:
        return state.slot.phase.id == CODE or state.stage_open

    def _busy(self, state: State) -> bool:
        """Code is being written, or has hardly had the time to begin: talk is narration and wants no question. Who has
        run it, and nothing failed, talks about it."""
        if state.ran and not state.red:
            return False
        changed = [moved.at for moved in state.moved if moved.move.kind is MoveKind.CHANGE_REQUIREMENT]
        entered = [moved.at for moved in state.moved if moved.move.phase == state.slot.phase.id]
        since = max(entered[-1] if entered else state.slot.begins, state.code_at or 0.0, *changed)
        return sum(said.at > since for said in state.said) <= NARRATION
