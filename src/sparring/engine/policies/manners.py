"""Stay civil and in the room, whatever is said."""

import re
from itertools import pairwise

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.policies.drill import in_a_sentence
from sparring.engine.policies.time_check import due, remaining
from sparring.engine.state import State
from sparring.listening.questions import LOST

REACTIONS: tuple[tuple[Act, str, MoveKind], ...] = (
    (Act.ABUSE, "stay_polite", MoveKind.REDIRECT),
    (Act.INSTRUCTION, "decline", MoveKind.REDIRECT),
    (Act.ASKS_SOLUTION, "decline", MoveKind.REDIRECT),
    (Act.OTHER_LANGUAGE, "other_language", MoveKind.REDIRECT),
    (Act.EMPTY, "nudge", MoveKind.NUDGE),
    (Act.ASKS_REPEAT, "repeat", MoveKind.REDIRECT),
    (Act.ASKS_TIME, "time_check", MoveKind.ANSWER_CLARIFICATION),
    (Act.ASKS_MEANING, "as_read", MoveKind.ANSWER_CLARIFICATION),
    (Act.THINKING, "take_your_time", MoveKind.ACKNOWLEDGE),
    (Act.CODE, "code_in_chat", MoveKind.REDIRECT),
)
"""Act, wording, kind of move; the first that applies is taken."""

LONG = 45
"""Words from which a turn is an answer, whatever it asks beside it."""

WHICH = re.compile(
    r"\b(?:which|what|whose) (?:[\w'-]+ ){1,3}(?:do|did|would) you mean\b|"
    + LOST
    + r"|^\W*(?:sorry,? )?(?:\w+ ){1,3}(?:of |to |for |with )?what(?: \w+)?\s*\?",
    re.IGNORECASE,
)
"""Asks which of the things talked about is meant."""

IN_A_ROW = 2
"""After so many reactions in a row the round goes on as if nothing had been."""


def last_question(state: State) -> str:
    """What was asked last, in the bank's words; the statement where nothing was asked yet."""
    asked = [moved.move for moved in state.moved if moved.move.slots.get("ask")]
    if not asked:
        return state.plan.question.statement.strip()
    topic = state.plan.topics.get(asked[-1].topic or "")
    ask = asked[-1].slots["ask"]
    # Whoever lost the thread is told what it was about.
    return ask if topic is None or not state.askable(topic.title) else f"About {in_a_sentence(topic.title)}: {ask}"


class Manners:
    """React to what is no answer: abuse, instructions, another language, nothing at all."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """The reaction, unless the last two turns met with such reactions already."""
        acts = state.acts
        reaction = next((entry for entry in REACTIONS if entry[0] in acts and self._applies(entry[0], state)), None)
        if reaction is None:
            return None
        act, wording, kind = reaction
        told = kind is MoveKind.ANSWER_CLARIFICATION and state.answered == len(state.said)
        if told or self._reacted(state):
            return None
        if act is Act.ASKS_MEANING and WHICH.search(state.last_said.text if state.last_said else ""):
            # There may be no two readings of it: the question once more says which is meant.
            wording, kind = "repeat", MoveKind.REDIRECT
        slots, ref = {}, None
        if wording == "repeat":
            slots = {"statement": last_question(state)}
        elif wording == "time_check":
            slots = {"minutes": remaining(state, now)}
            # What is asked for need not be told again when it is due.
            check = due(state, now)
            ref = check.ref if check else None
        return Move(kind, wording, slots, ref=ref)

    def _reacted(self, state: State) -> bool:
        """Whether each of the last turns before this one was met by a reaction; a nudge at silence is none."""
        known = {name for _, name, _ in REACTIONS}
        begins = [said.at for said in state.said][-IN_A_ROW - 1 :]
        met = (
            any(a <= moved.at < b and moved.text and moved.move.wording in known for moved in state.moved)
            for a, b in pairwise(begins)
        )
        return len(begins) > IN_A_ROW and all(met)

    def _applies(self, act: Act, state: State) -> bool:
        said = state.last_said
        if act is Act.CODE:
            return state.plan.round is Round.CODING and "code_in_chat" not in {m.move.wording for m in state.moved}
        if act in (Act.ASKS_REPEAT, Act.ASKS_MEANING, Act.ASKS_TIME):
            return said is not None and said.words < LONG
        if act is Act.THINKING:
            return said is not None and said.words < 25
        return True
