"""Who asks: a manner with wording of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

WORDINGS: Mapping[str, tuple[str, ...]] = {
    "open": ("statement",),
    "answer_clarification": ("answer",),
    "your_call": ("answer",),
    "no_fact": (),
    "which_fact": ("which",),
    "as_read": (),
    "go_ahead": (),
    "either": (),
    "no_objection": (),
    "about_us": (),
    "probe": ("ask",),
    "follow_up": ("ask",),
    "probe_quoting": ("quote", "ask"),
    "drill": ("ask",),
    "drill_quoting": ("quote", "ask"),
    "drill_back": ("topic", "ask"),
    "not_yet": ("minutes", "ask"),
    "nudge": (),
    "nudge_working": (),
    "hint": ("hint",),
    "wrong_hint": ("hint",),
    "push_back": ("quote", "ask"),
    "change_requirement": ("change",),
    "time_check": ("minutes",),
    "redirect": ("ask",),
    "next_phase": ("ask",),
    "acknowledge": (),
    "take_your_time": (),
    "move_on": ("ask",),
    "offer_hint": (),
    "repeat": ("statement",),
    "decline": (),
    "stay_polite": (),
    "other_language": (),
    "code_in_chat": (),
    "close": (),
    "close_early": (),
    "close_asked": (),
    "ask_self_assessment": (),
    "corrected": (),
    "reminded": (),
}
"""Every kind of wording an interviewer must have, with the placeholders each template must contain."""

RECEIPTS = ("corrected", "reminded")
"""Wordings that only go before another: a word on what the candidate has just done."""


@dataclass(frozen=True, slots=True)
class Interviewer:
    """A manner: how moves sound, and how eagerly they come. Never what is rated."""

    id: str
    name: str
    """A first name to address: "Priya"."""

    title: str
    """The manner in two or three words: "the warm prober"."""

    about: str
    wordings: Mapping[str, tuple[str, ...]]
    """Templates per key of WORDINGS, with `{placeholders}`; at least six each."""

    patience: float
    """Seconds of silence before a nudge in talk; coding and drawing take three times that, at least 60."""

    digs: int
    """How many drills in a row on one topic, 1 to 3."""

    acknowledges: float
    """0 to 1: how often an answer gets a short acknowledgement before the next question."""

    specialty: tuple[str, ...] = ()
    """Topic ids this interviewer opens first."""
