"""What was told is gone into: what was just said first, then what was shown and nobody has asked about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.domain.rubric import SignalId
from sparring.engine.fragment import fragment
from sparring.engine.policies.asking import UNPROBED, drawn, first, own, reached
from sparring.engine.state import LATE, ON_IT, State
from sparring.listening.dropped import drops
from sparring.listening.repeats import complains, reminds

PAST = 2
"""Phases after which nobody is asked again how they would begin."""

SAID_BACK = 24
"""Words up to which a sentence of the candidate's is said back: one that is cut before its point is none of theirs."""

BRIEF, AFTER = 80, 8
"""Words of a whole answer, and after the words in question, up to which "that" is clear without saying them back."""

QUOTED = 8
"""Words from which a stretch of the candidate's own is worth saying back: of shorter ones two in five have no point."""

CHANGED: SignalId = "adaptability"
"""What is there to be asked about only once a requirement has changed."""

ADMITTED: SignalId = "failure_ownership"
"""What is taken up first of all that a turn told, however little is said of it: it cost the teller something."""

STEM = 4
"""Letters from which a word stands for all that begin with it: "cost" for "costs", but "no" not for "not"."""

RUNNING, EACH = 2, 2
"""How often what was just told of a story is taken up running, and for one signal; elsewhere once, and once."""

TAKEN_UP: tuple[SignalId, ...] = (
    ADMITTED, "tradeoffs", "influence", "ambiguity", "outcome", "reflection", "ownership", "problem", "action",
    "resilience", "depth", "estimation", "data_model", "requirements", "coherence",
    "correctness", "approach", "complexity", "testing", "code_quality", "adaptability", "clarify",
)  # fmt: skip
"""The order in which the rest is taken up: what is rarely told comes first."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = (
    r"(?:\d|(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety|(?:hundred|thousand|[mb]illion|dozen)s?|half(?! an? (?:year|day|hour|minute|second))|percent|twice)\b)"
)
"""A number that somebody may ask about: not the "one" or "two" of any sentence."""

_HEADED = re.compile(
    r"\W*(?:and )?(?:the )?(?:(?:non-?)?functional(?:ly)?(?: requirements?)?|requirements|numbers)\s*[:,]",
    re.IGNORECASE,
)
"""The head of a list: what is in it is a plan, and no one thing to ask about."""

_DEEPER = "deeper:"
"""How the refs of questions on what was shown begin."""


def past(state: State) -> frozenset[SignalId]:
    """Signals of the beginning, once it is long over."""
    return frozenset(state.plan.phases[0].phase.signals) if state.phase >= PAST else frozenset()


def go_deeper(state: State, signal: SignalId) -> Move | None:
    """The second question on a signal that was told: the first would ask for what was said.

    What was shown well is said back, and asked about. The question's own second ones are for stories only: there they
    stand by themselves, where a design's go on from their first.
    """
    if not state.told(signal):
        return None
    on_it = _asked_of(state, signal) if state.shown is not None and state.enough(signal) else None
    story = state.plan.round is Round.BEHAVIORAL
    return on_it or (first(state, signal, own(state, signal, 1)) if story else None)


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
    """Goes into what was just told, and after two such questions running lets another come between."""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question on the last answer, where the ear hears something in it; none late in the round."""
        last, said = state.last_move, state.unanswered
        if said is None or last is None or state.shown is None or state.share(now) > LATE:
            return None
        story = state.follows_a_story
        if _running(state) >= (RUNNING if story else 1) or {Act.DONT_KNOW, Act.ASKS_MEANING} & state.acts:
            return None
        if not story and not state.phase:
            return None
        heard = (ADMITTED, *state.plan.expected) if story else state.plan.expected
        told = [signal for signal in TAKEN_UP if signal in heard and told_now(state, signal)]
        begun = reached(state)
        fresh = [s for s in told if s == ADMITTED or (s in begun and state.enough(s))]
        fresh = [s for s in fresh if state.made(f"{_DEEPER}{s}:") < (EACH if story else 1)]
        moves = [move for signal in fresh if (move := _asked_of(state, signal)) is not None]
        # People go on from what they heard last; "you said ..." all the time wears out.
        return min(moves, key=lambda move: (move.signal != ADMITTED, move.wording != ON_IT), default=None)


def _asked_of(state: State, signal: SignalId) -> Move | None:
    """A question on what was shown: plain where that was said last, else after the words that say it.

    No words are asked about twice.
    """
    if signal == CHANGED and not state.count(MoveKind.CHANGE_REQUIREMENT):
        return None
    shown = (state.shown or {}).get(signal)
    said_back, dropped = state.said_back, _dropped(state)
    quotes = [x for x in _sayable(shown.quotes if shown else ()) if x not in said_back and x not in dropped]
    for quote, fitting in _questions(state, signal, quotes):
        if (move := first(state, signal, fitting)) is not None:
            wording = ON_IT if _said_last(state, quote) else "probe_quoting"
            return replace(move, wording=wording, slots={"quote": quote, **move.slots})
    return None


def _dropped(state: State) -> str:
    """All that was said before the candidate last began anew; only code is thrown away."""
    if state.plan.round is not Round.CODING:
        return ""
    anew = next((k for k in reversed(range(len(state.said))) if drops(state.said[k].text)), 0)
    return "\n".join(said.text for said in state.said[:anew])


def _said_last(state: State, quote: str) -> bool:
    """Whether the last turn says these words, and hardly anything after them or beside them."""
    said = state.said[-1]
    _, found, after = said.text.rpartition(quote)
    return bool(found) and (said.words <= BRIEF or len(after.split()) <= AFTER)


def _questions(state: State, signal: SignalId, quotes: Sequence[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(quote, its questions as (ref, question)): those that were made for such words first, then those that always fit.

    What the last turn says goes before all else that was said, and its end before its beginning.
    """
    after = {each.ask: each.after for each in state.plan.deeper.get(signal, ())}
    questions = drawn(state, f"{_DEEPER}{signal}", list(after))
    now = [quote for quote in quotes if state.said and quote in state.said[-1].text]
    now.sort(key=lambda quote: not _said_last(state, quote))
    for said in (now, [quote for quote in quotes if quote not in now]):
        for quote in said:
            yield quote, [(ref, ask) for ref, ask in questions if after[ask] and fits(after[ask], quote)]
        for quote in said:
            yield quote, [(ref, ask) for ref, ask in questions if not after[ask]]


def fits(after: Sequence[str], quote: str) -> bool:
    """Whether one of the words that a question may follow is among these, or it may follow any; a year is no number."""
    quote = _YEAR.sub("", quote)
    words = (_FIGURE if word == "#" else re.escape(word) + (r"\b" if len(word) < STEM else "") for word in after)
    return not after or re.search(rf"\b(?:{'|'.join(words)})", quote, re.IGNORECASE) is not None


def _sayable(quotes: Sequence[str]) -> list[str]:
    """The words of each quote that can be said back: in their order, but what goes to its end before what is cut.

    Left out is what is too short, asks something, heads a list, or was said before: "like I said, ...".
    """
    said = (x for x in quotes if "?" not in x and not reminds(x) and not complains(x) and not _HEADED.match(x))
    words = {x: fragment(x, SAID_BACK) for x in said}
    ordered = sorted(words, key=lambda quote: not quote.rstrip(" .!?").endswith(words[quote]))
    return [words[quote] for quote in ordered if len(words[quote].split()) >= QUOTED]


def _running(state: State) -> int:
    """Questions on what was shown since the last of another kind."""
    asked = [moved.move.ref or "" for moved in state.moved if moved.text and moved.move.kind is MoveKind.PROBE]
    return len(list(takewhile(lambda ref: ref.startswith(_DEEPER), reversed(asked))))
