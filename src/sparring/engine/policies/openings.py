"""Behavioral: somebody owns up to something, or waves a price away, unasked; go there before anything else."""

import re
from dataclasses import dataclass

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Cue
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.state import State
from sparring.listening.cues.behavioral import RULES

TOLD = 25
"""Words from which an answer tells something; a shorter one answers what it was asked."""


SAID_BACK = 18
"""Words of the longest clause that is said back."""

_BREAK = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:but|so|because|which)\b)")


@dataclass(frozen=True, slots=True)
class Opening:
    """Something said by the way that is worth a question at once."""

    ref: str
    rule: str
    """The rule that hears it."""

    polarity: Polarity
    signal: SignalId
    answers: frozenset[SignalId]
    """Where one of these was asked for it is an answer, and nothing by the way."""

    asks: tuple[str, ...]
    """The first that was not asked yet; in the words of the rubric, so that none of them is asked again there."""


OPENINGS = (
    Opening(
        "opening:admission",
        "own_fault",
        Polarity.PLUS,
        "failure_ownership",
        frozenset({"failure_ownership", "reflection"}),
        ("When could you have caught it?", "What happened in the weeks after?", "What did you do once you saw it?"),
    ),
    Opening(
        "opening:vague_price",
        "left_vague",
        Polarity.MINUS,
        "tradeoffs",
        frozenset({"tradeoffs"}),
        ("What did you give up for that?", "Who paid for that choice?", "What else was on the table?"),
    ),
)
"""In the order in which they are gone into."""


class GoIntoIt:
    """Each opening once a round, and not where it was what was asked for."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question about the first opening of the last answer, quoting it."""
        said = state.unanswered
        if said is None or state.plan.round is not Round.BEHAVIORAL or said.words < TOLD:
            return None
        moves = (_asked(state, opening, cue) for opening in OPENINGS for cue in said.heard.cues)
        return next((move for move in moves if move is not None), None)


def _asked(state: State, opening: Opening, cue: Cue) -> Move | None:
    sought = state.last_move is not None and state.last_move.signal in opening.answers
    known = sought or opening.ref in state.used or state.ledger.of(opening.signal).asked
    if known or (cue.rule, cue.signal, cue.polarity) != (opening.rule, opening.signal, opening.polarity):
        return None
    ask = next((ask for ask in opening.asks if state.askable(ask)), None)
    if ask is None:
        return None
    quote = _clause(cue)
    # Without the words that it is about, the question would hang in the air.
    if not quote:
        return None
    return Move(MoveKind.PROBE, "probe_quoting", {"quote": quote, "ask": ask}, opening.signal, ref=opening.ref)


def _clause(cue: Cue) -> str:
    """The clause of a sentence in which its rule finds what it looks for, letter for letter; empty for a long one."""
    pattern = next(rule.pattern for rule in RULES if rule.name == cue.rule)
    clauses = (clause.strip(" ,;:.!?–—-") for clause in _BREAK.split(cue.quote))
    found = next((clause for clause in clauses if pattern.search(clause.lower().replace("’", "'"))), "")
    return found if len(found.split()) <= SAID_BACK else ""
