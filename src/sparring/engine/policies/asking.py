"""The questions that a round has for a signal: the question's own, in layers, and the rubric's."""

from collections.abc import Sequence

from sparring.domain.move import Move, MoveKind
from sparring.domain.rubric import SignalId
from sparring.engine.draw import fraction
from sparring.engine.state import State

UNPROBED = frozenset({"correctness", "communication", "drive"})
"""Watched, not asked for, until nothing else is left."""


OF_THE_BEGINNING: frozenset[SignalId] = frozenset({"clarify", "approach"})
"""Coding: what the rubric's questions ask before there is code ("What is the plan?")."""


def questions_for(state: State, signal: SignalId) -> list[tuple[str, str]]:
    """(ref, question) for a signal: the question's own first layers, then the rubric's, in a seeded order."""
    over = state.handed_in > 0 and signal in OF_THE_BEGINNING
    generic = () if over else state.plan.generic_probes.get(signal, ())
    return own(state, signal, 0) + drawn(state, f"generic:{signal}", generic)


def drawn(state: State, ref: str, questions: Sequence[str]) -> list[tuple[str, str]]:
    """(ref, question) of each, in a seeded order."""
    entries = [(f"{ref}:{k}", ask) for k, ask in enumerate(questions)]
    return sorted(entries, key=lambda entry: fraction(state.plan.seed, entry[0]))


def own(state: State, signal: SignalId, layer: int) -> list[tuple[str, str]]:
    """(ref, question) of a layer of the question's own probes for a signal."""
    return [
        (f"probe:{signal}:{k}:{layer}", probe.layers[layer])
        for k, probe in enumerate(state.plan.question.probes)
        if probe.signal == signal and len(probe.layers) > layer
    ]


def ask_for(state: State, signal: SignalId) -> Move | None:
    """The first question for a signal that was not asked yet."""
    return first(state, signal, questions_for(state, signal))


def first(state: State, signal: SignalId, questions: Sequence[tuple[str, str]]) -> Move | None:
    """The first of these that was not put yet and may be."""
    ask = next(((ref, ask) for ref, ask in questions if ref not in state.used and state.askable(ask)), None)
    return None if ask is None else Move(MoveKind.PROBE, "probe", {"ask": ask[1]}, signal, ref=ask[0])


def reached(state: State) -> list[SignalId]:
    """Expected signals whose phase has begun; all of them in the last phase."""
    begun = {signal for slot in state.plan.phases[: state.phase + 1] for signal in slot.phase.signals}
    return [signal for signal in state.plan.expected if state.last_phase or signal in begun]
