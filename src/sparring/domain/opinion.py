"""What a second rater said of a round, before the program weighs it."""

from dataclasses import dataclass

from sparring.domain.evidence import Polarity
from sparring.domain.rubric import SignalId


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a second rater cites."""

    turn: int
    quote: str
    """Verbatim in that turn of the candidate: what is not there is dropped before it gets here."""

    polarity: Polarity
    why: str
    """In a clause, in the rater's words."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second rater said of one signal."""

    signal: SignalId
    rating: int | None
    """1 to 4; None where the rater saw no chance to show the signal, or cited nothing that stands in the transcript."""

    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A passage as the same person could have said it one level up."""

    turn: int
    quote: str
    """The passage, verbatim."""

    says: str
    """Has no number that the round does not have; what is missing stands in square brackets."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a second rater did on rounds that experts had labelled."""

    ratings: int
    """How many it gave with a quote that stands, of those that experts and the local raters gave too."""

    asked: int
    """How many it was asked for."""

    kappa: float
    """Agreement with the experts: quadratic-weighted kappa, 1 for always the same, 0 for chance."""

    local: float
    """Agreement of the local raters with them, on the same ratings."""

    error: float
    """Mean squared distance of a rating from the mean of two experts'."""

    cited: float
    """Share of its quotes that an expert had cited for that signal too."""


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What a second rater said of a whole round."""

    rater: str
    """Name of the language model and version of the prompts, e.g. `llama3.1/prompts-1`."""

    opinions: tuple[Opinion, ...]
    """In the rubric's order; signals that got no answer are missing."""

    failed: tuple[tuple[SignalId, str], ...] = ()
    """Signals that got no usable answer, each with why."""

    dropped: int = 0
    """Quotes that stand nowhere in the candidate's words, and were dropped."""

    rewrites: tuple[Rewrite, ...] = ()
    """Of the passages that the debrief by both raters takes one level up."""

    standing: Standing | None = None
    """How this rater did on labelled rounds; None where nobody has measured it."""

    def of(self, signal: SignalId) -> Opinion | None:
        """What was said of a signal."""
        return next((x for x in self.opinions if x.signal == signal), None)

    def rewritten(self, turn: int, quote: str) -> str:
        """A passage one level up; empty where there is none."""
        return next((x.says for x in self.rewrites if (x.turn, x.quote) == (turn, quote)), "")
