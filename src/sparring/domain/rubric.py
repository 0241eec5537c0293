"""What a round is there to observe, and how it is rated."""

from collections.abc import Mapping
from dataclasses import dataclass

from sparring.domain.round import Altitude, Round

SignalId = str
"""A signal's short name, unique within a round, e.g. `tradeoffs`."""

MistakeId = str
"""A mistake's short name, e.g. `we_not_i`."""

SIGNALS: Mapping[Round, tuple[SignalId, ...]] = {
    Round.BEHAVIORAL: (
        "problem",
        "ownership",
        "action",
        "influence",
        "ambiguity",
        "tradeoffs",
        "outcome",
        "failure_ownership",
        "reflection",
    ),
    Round.SYSTEM_DESIGN: (
        "requirements",
        "estimation",
        "drive",
        "tradeoffs",
        "depth",
        "data_model",
        "resilience",
        "coherence",
    ),
    Round.CODING: (
        "clarify",
        "approach",
        "complexity",
        "correctness",
        "code_quality",
        "testing",
        "communication",
        "adaptability",
    ),
}
"""Every signal of every round, in the order a debrief shows them."""

DECIDING: Mapping[Round, tuple[SignalId, ...]] = {
    Round.SYSTEM_DESIGN: ("requirements", "tradeoffs", "depth"),
    Round.CODING: ("correctness", "complexity", "communication"),
    Round.BEHAVIORAL: ("ownership",),
}
"""Signals of which a 1 alone rules out a hire; a behavioral question adds its own target signal."""

MISTAKES: tuple[MistakeId, ...] = (
    "mid_level_altitude",
    "skipped_requirements",
    "undersold_tradeoffs",
    "textbook_design",
    "no_measurable_outcome",
    "we_not_i",
    "no_reflection",
    "blames_others",
    "silent_coding",
    "bluff",
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What one rating of one signal looks like, so that a stranger could rate by it."""

    rating: int
    """1 to 4."""

    text: str
    met_when: tuple[str, ...] = ()
    """Short observable conditions ("names an alternative and its price"); the debrief ticks them off."""

    difficulty: tuple[float, ...] = ()
    """For each condition, the rating of its signal (on the scale 1 to 4, and beyond its ends) at which half of the
    candidates meet it, by expert raters; empty where nobody looked. The difficulty of an item in item response theory.
    """


@dataclass(frozen=True, slots=True)
class Deeper:
    """A question on what somebody said, put after their own words."""

    ask: str
    after: tuple[str, ...] = ()
    """How words begin of which one has to be among theirs, `#` for a figure (digits, or a word from ten up); none
    where it fits after anything."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One behaviour that a round is there to observe."""

    id: SignalId
    round: Round
    title: str
    question: str
    """What the interviewer asks themselves: "Did they scope before they drew?"."""

    anchors: tuple[Anchor, ...]
    """Four, from rating 1 to rating 4."""

    sounds_like: Mapping[Altitude, str]
    """One invented sentence per altitude."""

    one_level_up: Mapping[int, str]
    """From a rating of 1, 2 or 3: what the answer would have to contain to reach the next."""

    rep: str
    """The exercise that trains it, in one imperative sentence or two."""

    probes: tuple[str, ...]
    """Questions that give a chance to show it and do not help."""

    deeper: tuple[Deeper, ...] = ()
    """Questions on what was shown of it, asked after the words that showed it."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named pattern that costs senior candidates the round."""

    id: MistakeId
    title: str
    rounds: tuple[Round, ...]
    pattern: str
    costs: str
    """Why an interviewer marks it down."""

    instead: str
    """What to do instead, one or two sentences."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """The whole rubric: signals of every round, mistakes, what each altitude means."""

    signals: Mapping[Round, tuple[Signal, ...]]
    mistakes: tuple[Mistake, ...]
    altitudes: Mapping[Altitude, Mapping[Round, str]]
    """What each altitude sounds like in each round, one or two sentences."""

    def signal(self, round_: Round, id_: SignalId) -> Signal:
        """The signal of a round by its id; KeyError if there is none."""
        for signal in self.signals[round_]:
            if signal.id == id_:
                return signal
        raise KeyError(id_)

    def mistake(self, id_: MistakeId) -> Mistake:
        """The mistake by its id; KeyError if there is none."""
        for mistake in self.mistakes:
            if mistake.id == id_:
                return mistake
        raise KeyError(id_)
