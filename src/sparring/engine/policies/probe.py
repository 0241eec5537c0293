"""Ask for the signal that is still missing, while there is time."""

import re

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.fragment import fragment
from sparring.engine.policies.asking import UNPROBED, ask_for, reached
from sparring.engine.policies.deeper import QUOTED, dig, go_deeper
from sparring.engine.state import CODE, LATE, ON_IT, Said, State
from sparring.engine.touched import told

THIN = 70
"""Words under which an answer without the signal gets a second, deeper question."""

SAYS_NOTHING = frozenset({Act.DONE, Act.THINKING, Act.DONT_KNOW, Act.ASKS})
"""What is not worth saying back: "I am ready for the next stage"."""

_OF_THE_TALK = re.compile(
    r"^\W*(?:sorry|no\b|i'm not|i am not|i (?:already|just)|as i (?:said|told)|like i said|(?:that|it) depends)"
    r"|\b(?:handed (?:it )?in|your (?:last )?question|you asked)\b",
    re.IGNORECASE,
)
"""Words about the talk, and none of its matter."""

EMPTY_FORMS = frozenset({"nothing_to_change", "no_price", "left_vague", "vague_result"})
"""Rules that hear the empty form of an answer."""

TRIES = 2
"""How often a signal is asked for in vain before the round goes on."""

MOST = 4
"""Most probes for one signal in a round."""

RECENT = 2
"""Turns of the candidate within which a signal that was spoken about is not asked for."""


def unseen(state: State, now: Seconds) -> Move | None:
    """A probe for a signal of this or an earlier phase that was neither shown enough nor asked for."""
    present = state.slot.phase.signals
    late = state.share(now) > LATE
    candidates = list(state.plan.expected) if late else reached(state)
    candidates.sort(key=lambda signal: (*how_well(state, signal), signal not in present))
    recent = [said.text for said in state.said[-RECENT:]]
    for signal in candidates:
        waits = state.ledger.of(signal).asked == 0 and not state.enough(signal) and not told(signal, recent)
        if waits and (signal not in UNPROBED or (late and not state.handed_in)):
            move = go_deeper(state, signal) or ask_for(state, signal)
            if move is not None:
                return move
    return None


def how_well(state: State, signal: SignalId) -> tuple[bool, int]:
    """How well a signal was shown so far, to be sorted by: what is least comes first."""
    return state.enough(signal), state.ledger.of(signal).shown if state.shown is None else int(state.told(signal))


def _layers(state: State, signal: SignalId, k: int) -> tuple[str, ...]:
    """The layers of the k-th probe; none where the question was edited since, and has another one there or none."""
    probe = next(iter(state.plan.question.probes[k:]), None)
    return probe.layers if probe is not None and probe.signal == signal else ()


def empty_form(said: Said, asked: Move) -> bool:
    """Whether an answer has the form of one and nothing in it: "I would communicate more"."""
    cues = [cue for cue in said.heard.cues if cue.signal == asked.signal]
    return bool(cues) and all(cue.rule in EMPTY_FORMS for cue in cues)


class FollowUp:
    """The second layer of a probe whose answer stayed thin, or another question where it was empty."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """One deeper question on the same signal; the next on it, where the answer was only the form of one."""
        last, said = state.last_move, state.unanswered
        if said is None or last is None or last.ref is None or not last.ref.startswith(("generic:", "probe:")):
            return None
        if last.signal and empty_form(said, last):
            return ask_for(state, last.signal) if state.ledger.of(last.signal).asked < TRIES else None
        if last.ref.startswith("generic:"):
            return None
        _, signal, k, layer = last.ref.split(":")
        cued = any(cue.signal == signal and cue.polarity is Polarity.PLUS for cue in said.heard.cues)
        answered = cued or (state.shown is not None and state.enough(signal)) or said.words > THIN
        layers = _layers(state, signal, int(k))
        deeper = int(layer) + 1
        stuck = bool({Act.DONT_KNOW, Act.NOTHING_MORE} & state.acts)
        if answered or stuck or deeper >= len(layers):
            return None
        if not state.askable(layers[deeper]):
            return None
        quote = fragment(said.text)
        ref = f"probe:{signal}:{k}:{deeper}"
        if len(quote.split()) < QUOTED or SAYS_NOTHING & state.acts or _OF_THE_TALK.search(quote):
            return Move(MoveKind.PROBE, ON_IT, {"ask": layers[deeper]}, signal, ref=ref)
        return Move(MoveKind.PROBE, "probe_quoting", {"quote": quote, "ask": layers[deeper]}, signal, ref=ref)


class ProbeUnseen:
    """Every signal gets its chance."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A probe for a signal not seen yet; of a story that showed them all, one that goes deeper."""
        if not state.said or (not state.awaiting and state.slot.phase.id == CODE):
            return None
        return unseen(state, now) or dig(state)
