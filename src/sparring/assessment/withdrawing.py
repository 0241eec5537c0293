"""Figures that a candidate takes back: "that came off a slide, I don't stand by it"."""

import re
from dataclasses import dataclass

from sparring.domain.round import Round
from sparring.domain.rubric import SignalId
from sparring.domain.transcript import Transcript
from sparring.listening.model.sentences import sentences
from sparring.listening.numbers import every

RESTS_ON_FIGURES: frozenset[SignalId] = frozenset({"problem", "outcome", "tradeoffs"})
"""Signals of which a quote with a figure in it is worth little without the figure."""

_IT = r"(?:it|that|this|those|them|the (?:number|figure)s?)"
_TAKES_BACK = re.compile(
    rf"\b(?:(?:don't|do not|wouldn't|would not|can't|cannot|couldn't)(?: really| actually| quite)? "
    rf"(?:stand by|vouch for|defend|put my name to|swear to) {_IT}\b(?! (?:decision|choice|call|design))"
    rf"|(?:figure|number|{_IT})(?:'s| is| was)? (?:just |only |straight |really )*(?:came|comes|taken|lifted|copied)?"
    r"(?: straight)? ?(?:off|from|out of) (?:a|the|some|our|somebody's|marketing's) "
    r"(?:slide|deck|business case|pitch|press release)"
    r"|i (?:never|didn't|did not)(?: actually| really)? "
    rf"(?:check|checked|compute|computed|measure|measured|verif\w+|count|counted) {_IT}"
    r"|i (?:made|pulled) (?:that|the|this)(?: (?:number|figure))? (?:up|out of)"
    r"|(?:take|taking|took) (?:that|the|this) (?:number|figure) back|scratch that (?:number|figure)"
    r"|(?:that|the|this) (?:number|figure) (?:isn't|is not|wasn't|was not) (?:mine|real|right|measured))\b",
    re.IGNORECASE,
)
"""Says of a figure that it does not hold."""

_LEAST = 2.0
"""A "one" is hardly ever a figure."""

_BEFORE = 2
"""Sentences before the one that takes a figure back in which it may stand."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A figure that is taken back."""

    turn: int
    end: int
    """End of the sentence that takes it back, in its turn."""

    value: float


def withdrawn(transcript: Transcript) -> tuple[Withdrawn, ...]:
    """Every figure of a story that the candidate takes back, with where; of a design most figures are assumptions."""
    if transcript.round is not Round.BEHAVIORAL:
        return ()
    found: list[Withdrawn] = []
    for turn in transcript.candidate_turns:
        if not _TAKES_BACK.search(turn.text):
            continue
        spans = sentences(turn.text)
        for k, (start, end) in enumerate(spans):
            if _TAKES_BACK.search(turn.text, start, end):
                near = turn.text[spans[max(0, k - _BEFORE)][0] : end]
                found += [Withdrawn(turn.i, end, value) for value in sorted(figures(near))]
    return tuple(found)


def figures(text: str) -> frozenset[float]:
    """The numbers of a text that may be figures."""
    return frozenset(number.value for number in every(text) if number.value >= _LEAST)


def rests_on(turn: int, start: int, quote: str, signal: SignalId, taken_back: tuple[Withdrawn, ...]) -> bool:
    """Whether a quote for a signal rests on a figure that was taken back after it was given."""
    if signal not in RESTS_ON_FIGURES:
        return False
    later = {x.value for x in taken_back if (x.turn, x.end) > (turn, start)}
    return bool(later & figures(quote)) if later else False
