"""The next move: policies asked in order, the first that proposes one wins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from sparring.domain.move import WAIT, Move
from sparring.domain.round import Seconds
from sparring.engine.receipt import receipt
from sparring.engine.state import ON_IT, State
from sparring.listening.misheard import quoted

UNQUOTED: Mapping[str, str] = {"probe_quoting": ON_IT, "drill_quoting": "drill"}
"""The wordings that ask the same without the candidate's words."""


class Policy(Protocol):
    """One reason to make a move."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A move, or None where this policy has nothing to say."""
        ...


def decide(state: State, policies: Sequence[Policy], now: Seconds) -> Move:
    """Ask each policy in order; the first that proposes a move wins. Words that were perhaps misheard are not said
    back."""
    proposals = (policy.propose(state, now) for policy in policies)
    move = next((move for move in proposals if move is not None), WAIT)
    if move.wording in UNQUOTED and _misheard(state, move.slots["quote"]):
        move = replace(move, wording=UNQUOTED[move.wording])
    return replace(move, receipt=receipt(state, move))


def _misheard(state: State, quote: str) -> bool:
    spoken = (said for said in state.said if said.heard.unsure and quote in said.text)
    return any(quoted(quote, said.text, said.heard.unsure) for said in spoken)
