"""Ask for the signal that is still missing, while there is time."""

from collections.abc import Sequence
from dataclasses import replace

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.draw import fraction
from sparring.engine.fragment import fragment
from sparring.engine.state import LATE, Said, State
from sparring.engine.touched import told

THIN = 70
"""Words under which an answer without the signal gets a second, deeper question."""

PAST = 2
"""Phases after which nobody is asked again how they would begin."""

SAID_BACK = 20
"""Words up to which a sentence of the candidate's is said back: one that is cut before its point is none of theirs."""

BRIEF = 60
"""Words up to which an answer says one thing, and "that" is clear."""

QUOTED = 5
"""Words from which a stretch of the candidate's own is worth saying back."""

SAYS_NOTHING = frozenset({Act.DONE, Act.THINKING, Act.DONT_KNOW, Act.ASKS})
"""What is not worth saying back: "I am ready for the next stage"."""

EMPTY_FORMS = frozenset({"nothing_to_change", "no_price", "left_vague", "vague_result"})
"""Rules that hear the empty form of an answer."""

TRIES = 2
"""How often a signal is asked for in vain before the round goes on."""

MOST = 4
"""Most probes for one signal in a round."""

RECENT = 2
"""Turns of the candidate within which a signal that was spoken about is not asked for."""

UNPROBED = frozenset({"correctness", "communication", "drive"})
"""Watched, not asked for, until nothing else is left."""


def questions_for(state: State, signal: SignalId) -> list[tuple[str, str]]:
    """(ref, question) for a signal: the question's own first layers, then the rubric's, in a seeded order."""
    return _own(state, signal, 0) + _drawn(state, f"generic:{signal}", state.plan.generic_probes.get(signal, ()))


def _drawn(state: State, ref: str, questions: Sequence[str]) -> list[tuple[str, str]]:
    """(ref, question) of each, in a seeded order."""
    entries = [(f"{ref}:{k}", ask) for k, ask in enumerate(questions)]
    return sorted(entries, key=lambda entry: fraction(state.plan.seed, entry[0]))


def _own(state: State, signal: SignalId, layer: int) -> list[tuple[str, str]]:
    """(ref, question) of a layer of the question's own probes for a signal."""
    return [
        (f"probe:{signal}:{k}:{layer}", probe.layers[layer])
        for k, probe in enumerate(state.plan.question.probes)
        if probe.signal == signal and len(probe.layers) > layer
    ]


def ask_for(state: State, signal: SignalId) -> Move | None:
    """The first question for a signal that was not asked yet."""
    return _first(state, signal, questions_for(state, signal))


def _first(state: State, signal: SignalId, questions: Sequence[tuple[str, str]]) -> Move | None:
    ask = next(((ref, ask) for ref, ask in questions if ref not in state.used and state.askable(ask)), None)
    return None if ask is None else Move(MoveKind.PROBE, "probe", {"ask": ask[1]}, signal, ref=ask[0])


def reached(state: State) -> list[SignalId]:
    """Expected signals whose phase has begun; all of them in the last phase."""
    begun = {signal for slot in state.plan.phases[: state.phase + 1] for signal in slot.phase.signals}
    return [signal for signal in state.plan.expected if state.last_phase or signal in begun]


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
    return _asked_of(state, signal) or _first(state, signal, _own(state, signal, 1))


def _asked_of(state: State, signal: SignalId) -> Move | None:
    """A question on what was shown well: plain after a short answer that says it, else after the words that say it.

    No words are said back twice.
    """
    if state.shown is None or not state.enough(signal):
        return None
    said_back = {moved.move.slots.get("quote") for moved in state.moved}
    quotes = [quote for quote in map(_said_back, _whole_first(state.shown[signal].quotes)) if quote]
    quotes = [quote for quote in quotes if quote not in said_back]
    move = _first(state, signal, _drawn(state, f"deeper:{signal}", state.plan.deeper.get(signal, ())))
    if not quotes or move is None:
        return None
    plain = _fresh(state, signal) and state.said[-1].words <= BRIEF
    return move if plain else replace(move, wording="probe_quoting", slots={"quote": quotes[0], **move.slots})


def _whole_first(quotes: Sequence[str]) -> list[str]:
    """In their order, but what can be said back to its end before what would be cut."""
    return sorted(quotes, key=lambda quote: not quote.rstrip(" .!?").endswith(fragment(quote, SAID_BACK)))


def _said_back(quote: str) -> str:
    """The words of a quote that are said back, with their point; empty where they are too few."""
    words = fragment(quote, SAID_BACK)
    return words if len(words.split()) >= QUOTED else ""


def _fresh(state: State, signal: SignalId) -> bool:
    """The last turn itself says something for a signal."""
    shown = (state.shown or {}).get(signal)
    return shown is not None and bool(state.said) and any(quote in state.said[-1].text for quote in shown.quotes)


def unseen(state: State, now: Seconds) -> Move | None:
    """A probe for a signal of this or an earlier phase that was neither shown enough nor asked for."""
    present = state.slot.phase.signals
    late = state.share(now) > LATE
    candidates = list(state.plan.expected) if late else reached(state)
    candidates.sort(key=lambda signal: (*shown(state, signal), signal not in present))
    recent = [said.text for said in state.said[-RECENT:]]
    for signal in candidates:
        waits = state.ledger.of(signal).asked == 0 and not state.enough(signal) and not told(signal, recent)
        if waits and (signal not in UNPROBED or late):
            move = go_deeper(state, signal) or ask_for(state, signal)
            if move is not None:
                return move
    return None


def shown(state: State, signal: SignalId) -> tuple[bool, int]:
    """How well a signal was shown so far, to be sorted by: what is least comes first."""
    return state.enough(signal), state.ledger.of(signal).shown if state.shown is None else int(state.told(signal))


def dig(state: State) -> Move | None:
    """A story in which nothing is missing is dug into: the second question on what was told well and never asked."""
    waiting = [signal for signal in reached(state) if state.enough(signal) and not state.ledger.of(signal).asked]
    waiting = [signal for signal in waiting if signal not in UNPROBED and signal not in past(state)]
    waiting.sort(key=lambda signal: (not _fresh(state, signal), signal not in state.slot.phase.signals))
    moves = (go_deeper(state, signal) for signal in waiting)
    return next((move for move in moves if move is not None), None)


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
        if len(quote.split()) < QUOTED or SAYS_NOTHING & state.acts:
            return Move(MoveKind.PROBE, "probe", {"ask": layers[deeper]}, signal, ref=ref)
        return Move(MoveKind.PROBE, "probe_quoting", {"quote": quote, "ask": layers[deeper]}, signal, ref=ref)


class ProbeUnseen:
    """Every signal gets its chance."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A probe for a signal not seen yet; of a story that showed them all, one that goes deeper."""
        if not state.said or (not state.awaiting and state.slot.phase.id == "code"):
            return None
        return unseen(state, now) or dig(state)
