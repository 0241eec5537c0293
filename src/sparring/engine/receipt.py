"""A word on what the candidate has just done beside answering, before the next question."""

from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round
from sparring.engine.state import State
from sparring.listening import sentences
from sparring.listening.corrections import takes_back
from sparring.listening.repeats import complains, reminds

_GOES_ON = frozenset({MoveKind.PROBE, MoveKind.DRILL, MoveKind.NEXT_PHASE, MoveKind.ACKNOWLEDGE})
"""Moves that would pass over it."""


def receipt(state: State, move: Move) -> str:
    """Key of the wording that goes before a move: of a correction, of "as I said"; else empty."""
    said = state.unanswered
    if said is None or move.kind not in _GOES_ON or not move.wording:
        return ""
    if state.plan.round is not Round.BEHAVIORAL and takes_back(said.text):
        return "corrected"
    first = next(iter(sentences.texts(said.text)), "")
    return "reminded" if complains(first) or reminds(first) else ""
