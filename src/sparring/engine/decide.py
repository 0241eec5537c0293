"""The next move: policies asked in order, the first that proposes one wins."""

from collections.abc import Sequence
from typing import Protocol

from sparring.domain.move import WAIT, Move
from sparring.domain.round import Seconds
from sparring.engine.state import State


class Policy(Protocol):
    """One reason to make a move."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A move, or None where this policy has nothing to say."""
        ...


def decide(state: State, policies: Sequence[Policy], now: Seconds) -> Move:
    """Ask each policy in order; the first that proposes a move wins."""
    proposals = (policy.propose(state, now) for policy in policies)
    return next((move for move in proposals if move is not None), WAIT)
