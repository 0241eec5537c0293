"""A story that was told is gone into: what was just said first, then what was shown and nobody has asked about."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.domain.heard import Act
from sparring.domain.move import Move
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.fragment import fragment
from sparring.engine.policies.asking import UNPROBED, drawn, first, own, reached
from sparring.engine.state import LATE, State

PAST = 2
"""Phases after which nobody is asked again how they would begin."""

SAID_BACK = 20
"""Words up to which a sentence of the candidate's is said back: one that is cut before its point is none of theirs."""

BRIEF = 80
"""Words up to which an answer says one thing, and "that" is clear."""

QUOTED = 5
"""Words from which a stretch of the candidate's own is worth saying back."""

ADMITTED: SignalId = "failure_ownership"
"""What is taken up first of all that a turn told, however little is said of it: it cost the teller something."""

TAKEN_UP: tuple[SignalId, ...] = (
    ADMITTED, "tradeoffs", "influence", "ambiguity", "outcome", "reflection", "ownership", "problem", "action"
)  # fmt: skip
"""The order in which the rest is taken up: what a story is rarely told for comes first."""

_DEEPER = "deeper:"
"""How the refs of questions on what was shown begin."""


def past(state: State) -> frozenset[SignalId]:
    """Signals of the beginning, once it is long over."""
    return frozenset(state.plan.phases[0].phase.signals) if state.phase >= PAST else frozenset()


def go_deeper(state: State, signal: SignalId) -> Move | None:
    """The second question on a signal that was told: the first would ask for what was said.

    What was shown well is said back, and asked about. Of a story only: there the second question stands by itself,
    where a design's goes on from its first.
    """
    if state.plan.round is not Round.BEHAVIORAL or not state.told(signal):
        return None
    on_it = _asked_of(state, signal) if state.shown is not None and state.enough(signal) else None
    return on_it or first(state, signal, own(state, signal, 1))


def told_now(state: State, signal: SignalId) -> bool:
    """The last turn itself says something for a signal."""
    shown = (state.shown or {}).get(signal)
    return shown is not None and bool(state.said) and any(quote in state.said[-1].text for quote in shown.quotes)


def dig(state: State) -> Move | None:
    """The second question on what was shown well and never asked about."""
    waiting = [signal for signal in reached(state) if state.enough(signal) and not state.ledger.of(signal).asked]
    waiting = [signal for signal in waiting if signal not in UNPROBED and signal not in past(state)]
    waiting.sort(key=lambda signal: signal not in state.slot.phase.signals)
    moves = (go_deeper(state, signal) for signal in waiting)
    return next((move for move in moves if move is not None), None)


class TakeUp:
    """Goes into what was just told, once for each signal, and then lets another question come between."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question on the last answer, where the ear hears something in it; none late in the round."""
        last, said = state.last_move, state.unanswered
        if said is None or last is None or state.plan.round is not Round.BEHAVIORAL or state.share(now) > LATE:
            return None
        if (last.ref or "").startswith(_DEEPER) or {Act.DONT_KNOW, Act.ASKS_MEANING} & state.acts:
            return None
        told = [signal for signal in TAKEN_UP if signal in state.plan.expected and told_now(state, signal)]
        begun = reached(state)
        fresh = [s for s in told if s == ADMITTED or (s in begun and state.enough(s))]
        moves = (_asked_of(state, signal) for signal in fresh if not _taken_up(state, signal))
        return next((move for move in moves if move is not None), None)


def _asked_of(state: State, signal: SignalId) -> Move | None:
    """A question on what was shown: plain after a short answer that says it, else after the words that say it.

    No words are said back twice.
    """
    shown = (state.shown or {}).get(signal)
    said_back = {moved.move.slots.get("quote") for moved in state.moved}
    quotes = [quote for quote in map(_said_back, _whole_first(shown.quotes if shown else ())) if quote]
    quotes = [quote for quote in quotes if quote not in said_back]
    move = first(state, signal, drawn(state, f"{_DEEPER}{signal}", state.plan.deeper.get(signal, ())))
    if not quotes or move is None:
        return None
    plain = told_now(state, signal) and state.said[-1].words <= BRIEF
    return move if plain else replace(move, wording="probe_quoting", slots={"quote": quotes[0], **move.slots})


def _whole_first(quotes: Sequence[str]) -> list[str]:
    """In their order, but what can be said back to its end before what would be cut."""
    return sorted(quotes, key=lambda quote: not quote.rstrip(" .!?").endswith(fragment(quote, SAID_BACK)))


def _said_back(quote: str) -> str:
    """The words of a quote that are said back, with their point; empty where they are too few, or ask something."""
    words = fragment(quote, SAID_BACK)
    return words if len(words.split()) >= QUOTED and "?" not in quote else ""


def _taken_up(state: State, signal: SignalId) -> bool:
    return any(ref.startswith(f"{_DEEPER}{signal}:") for ref in state.used)
