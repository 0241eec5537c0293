"""What the model has an output for, in the order of its outputs."""

from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId

VERDICT = "verdict"
"""Name of the rating head for the verdict."""

ALTITUDE = "altitude"
"""Name of the rating head for the altitude."""

EVIDENCE_HEADS: tuple[tuple[Round, SignalId, Polarity], ...] = tuple(
    sorted((round_, signal, polarity) for round_ in SIGNALS for signal in SIGNALS[round_] for polarity in Polarity)
)
"""One logit a sentence for each of these: is it evidence of the signal, for better or for worse?"""

SIGNAL_HEADS: tuple[tuple[Round, SignalId], ...] = tuple(
    sorted((round_, signal) for round_ in SIGNALS for signal in SIGNALS[round_])
)
"""One output for every signal of every round."""

RATING_HEADS: tuple[tuple[Round, str], ...] = (
    *SIGNAL_HEADS,
    *(
        (round_, whole)
        for round_ in (Round.BEHAVIORAL, Round.SYSTEM_DESIGN, Round.CODING)
        for whole in (VERDICT, ALTITUDE)
    ),
)
"""Three ordinal logits a session for each of these: is the value above 1, above 2, above 3?"""


def evidence_columns(round_: Round) -> tuple[tuple[int, SignalId, Polarity], ...]:
    """The evidence heads of a round, with their columns."""
    return tuple((i, head[1], head[2]) for i, head in enumerate(EVIDENCE_HEADS) if head[0] is round_)


def rating_rows(round_: Round) -> tuple[tuple[int, str], ...]:
    """The rating heads of a round, verdict and altitude among them, with their rows."""
    return tuple((i, head[1]) for i, head in enumerate(RATING_HEADS) if head[0] is round_)


def signal_columns(round_: Round) -> tuple[tuple[int, SignalId], ...]:
    """The signals of a round, with their places in `SIGNAL_HEADS`."""
    return tuple((i, signal) for i, (held, signal) in enumerate(SIGNAL_HEADS) if held is round_)
