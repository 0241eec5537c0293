"""The few numbers of the rule layer, fitted on sessions that the model had not seen. docs/benchmark.md says how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sparring.assessment.weighing import Weights
from sparring.domain.round import Round

RULES = "2026-12.2"
"""Version of the rules that no number tells: raised by hand whenever a rule of assessment or listening changes."""


JUST_UNDER = 0.05
"""How far below a cut a value stays that must not reach it."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Thresholds and widths of the rule layer."""

    weights: Weights = field(default_factory=Weights)
    """How a sentence is weighed as evidence."""

    shown: Mapping[Round, float] = field(
        default_factory=lambda: MappingProxyType(
            {Round.BEHAVIORAL: 0.31, Round.SYSTEM_DESIGN: 0.26, Round.CODING: 0.26}
        )
    )
    """Likelihood from which a sentence is shown for a signal: more is asked where more of what is shown was wrong."""

    against: float = 0.36
    """Likelihood from which a sentence is shown against a signal: a wrong reproach costs more than a missed one."""

    supported: float = 0.1
    """Likelihood from which the likeliest sentence is shown where a clear rating has no other."""

    sure_cue: float = 0.45
    """Strength from which a rule's cue needs little support of the model."""

    by_rule: float = 0.07
    """Likelihood from which a sentence with a sure cue is shown."""

    last_resort: float = 0.1
    """Likelihood from which a sentence with a sure cue is shown for a signal that has nothing else."""

    cue: float = 0.5
    """Strength from which a rule's cue is shown where no model was run."""

    per_signal: int = 5
    """Pieces of evidence shown for a signal and polarity."""

    mix: tuple[float, float, float] = (0.7, 0.1, 0.2)
    """Shares of the model's rating, the mean of all its ratings and the evidence count in a rating."""

    ran: float = 0.22
    """What each step of correctness is worth in the other ratings of a coding round whose code was run."""

    ran_usual: float = 2.8
    """Correctness from which that is counted: the mean of labelled sessions."""

    cuts: tuple[float, float, float] = (1.6, 2.4, 3.35)
    """Expected values above which a rating is 2, 3, 4."""

    bar: tuple[float, float, float] = (0.2, 0.2, 0.6)
    """Shares of the model's verdict, the model's altitude and the mean rating in the score that decides the round."""

    verdict_cuts: tuple[float, float, float] = (1.65, 2.55, 3.3)
    """Scores above which the verdict at the senior bar is no hire, hire, strong hire."""

    altitude_cuts: tuple[float, float, float] = (1.55, 2.55, 3.2)
    """Scores above which the altitude is mid, senior, staff; the second equals that of the verdict."""

    staff: float = 0.4
    """Probability of staff by the model from which a score above the last cut is called that."""

    rating_width: Mapping[Round, float] = field(
        default_factory=lambda: MappingProxyType(
            {Round.BEHAVIORAL: 0.71, Round.SYSTEM_DESIGN: 0.70, Round.CODING: 0.82}
        )
    )
    """Half of the 80 % interval of a rating (split conformal)."""

    whole_width: float = 0.6
    """Half of the 80 % interval of the score that decides the round."""

    second: float = 0.5
    """Share of a second rater that nobody has measured in a rating that both gave."""

    second_width: float = 0.4
    """Half of the 80 % interval of a rating that two raters agree on."""

    second_error: float = 0.28
    """Mean squared distance from the labels of the second rater that the width was set with."""

    second_least: float = 0.2
    """Share below which a second rater is not used."""

    alone_error: float = 0.31
    """Mean squared distance of the local raters' expected value from the mean of two experts."""

    shared_error: float = 0.28
    """Correlation of the local raters' errors with those of a second rater."""

    second_apart: float = 0.3
    """What each step between two raters adds to that."""

    second_bar: tuple[float, float, float] = (0.1, 0.15, 0.75)
    """`bar` where a second rater has a say in the ratings."""

    @property
    def uncited(self) -> float:
        """What a rating without a sentence to cite is held to: no more than a 2."""
        return round(self.cuts[1] - JUST_UNDER, 2)


SHIPPED = Calibration()
"""What the shipped weights are used with."""

COUNTS: Mapping[tuple[int, int], float] = MappingProxyType(
    {
        (0, 0): 1.9,
        (0, 1): 1.4,
        (0, 2): 1.3,
        (1, 0): 3.0,
        (1, 1): 2.1,
        (1, 2): 1.7,
        (2, 0): 3.4,
        (2, 1): 2.5,
        (2, 2): 2.0,
        (3, 0): 3.7,
        (3, 1): 3.1,
        (3, 2): 2.2,
    }
)
"""Mean rating that expert raters gave by pieces of evidence for (up to 3) and against (up to 2).

Fitted when a little more was shown; the means of today, up to .4 higher where there is little, agree less with raters.
"""
