"""Behavioral: somebody owns up to something, or waves a price away, unasked; go there before anything else."""

import re
from dataclasses import dataclass

from sparring.domain.heard import Cue
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.fragment import fragment
from sparring.engine.state import State
from sparring.listening.cues.behavioral import RULES
from sparring.listening.cues.rule import Rule, plain

TOLD = 25
"""Words from which an answer tells something; a shorter one answers what it was asked."""

SAID_BACK = 18
"""Words of the longest clause that is said back."""

_BREAK = re.compile(r"(?<=[,;:])\s+|\s+(?=(?:but|so|because|which)\b)")


@dataclass(frozen=True, slots=True)
class Opening:
    """Something said by the way that is worth a question at once."""

    ref: str
    rule: Rule
    """What hears it, and the signal that it bears on."""

    answers: frozenset[SignalId]
    """Where one of these was asked for it is an answer, and nothing by the way."""

    asks: tuple[str, ...]
    """The first that was not asked yet; in the words of the rubric, so that none of them is asked again there."""

    heard: bool = False
    """Whether an ear has to hear it too, where one listens."""


_HEARS = {rule.name: rule for rule in RULES}

OPENINGS = (
    Opening(
        "opening:admission",
        _HEARS["own_fault"],
        frozenset({"failure_ownership", "reflection"}),
        ("When could you have caught it?", "What happened in the weeks after?", "What did you do once you saw it?"),
        heard=True,
    ),
    Opening(
        "opening:vague_price",
        _HEARS["left_vague"],
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
    signal = opening.rule.signal
    sought = state.last_move is not None and state.last_move.signal in opening.answers
    if opening.heard and state.shown is not None and not _heard_in(state, signal, cue.quote):
        return None
    if sought or cue.rule != opening.rule.name or opening.ref in state.used or state.ledger.of(signal).asked:
        return None
    ask = state.fresh(opening.asks)
    quote = _clause(opening.rule, cue.quote)
    # Without the words that it is about, the question would hang in the air.
    if ask is None or not quote:
        return None
    return Move(MoveKind.PROBE, "probe_quoting", {"quote": quote, "ask": ask}, signal, ref=opening.ref)


def _heard_in(state: State, signal: SignalId, sentence: str) -> bool:
    """Whether the ear hears the signal in this very sentence: "he says that I should have" is another's opinion."""
    shown = (state.shown or {}).get(signal)
    return shown is not None and any(quote in sentence or sentence in quote for quote in shown.quotes)


def _clause(rule: Rule, sentence: str) -> str:
    """The clause of a sentence in which a rule finds what it looks for, letter for letter; empty for a long one."""
    clauses = (clause.strip(" ,;:.!?–—-") for clause in _BREAK.split(sentence))
    found = next((clause for clause in clauses if rule.pattern.search(plain(clause))), "")
    return fragment(found, SAID_BACK) if len(found.split()) <= SAID_BACK else ""
