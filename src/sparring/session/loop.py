"""A loop of rounds: which comes next, and the verdict over all of them, down-level included."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sparring.bank import Bank
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.round import Altitude, Round, Verdict
from sparring.session.config import RoundConfig
from sparring.session.planning import configure
from sparring.session.starting import recent
from sparring.store import Store
from sparring.store.row import SessionRow

ORDER = (Round.CODING, Round.SYSTEM_DESIGN, Round.BEHAVIORAL)
"""The order of an onsite: code first while fresh, then design, then stories."""


def new_loop(started: datetime) -> str:
    """The id that the rounds of a new loop share."""
    return f"loop-{started:%m%d-%H%M%S}"


def held(rows: Iterable[SessionRow], loop: str) -> dict[Round, str]:
    """Round to session id of a loop's rounds that have begun; of retakes the first, as rows come newest first."""
    return {Round(str(row.config["round"])): row.id for row in rows if row.config.get("loop") == loop}


def left(rows: Iterable[SessionRow], loop: str) -> tuple[Round, ...]:
    """The rounds of a loop that have not begun, in order."""
    begun = held(rows, loop)
    return tuple(round_ for round_ in ORDER if round_ not in begun)


def following(bank: Bank, store: Store, config: RoundConfig, minutes: float | None = None) -> RoundConfig | None:
    """The next round of the loop that `config` belongs to; None where all have begun."""
    open_rounds = left(store.sessions(), config.loop)
    if not open_rounds:
        return None
    return configure(
        bank,
        open_rounds[0],
        minutes=minutes,
        level=config.level,
        interviewer=config.interviewer,
        pressure=config.pressure,
        seed=config.seed,
        fast=config.fast,
        recent=recent(store, open_rounds[0]),
        loop=config.loop,
    )


@dataclass(frozen=True, slots=True)
class LoopVerdict:
    """What a hiring committee would say over all rounds."""

    verdict: Verdict
    at_level: Altitude | None
    """The level of an offer; below the target where the candidate would be hired, but lower. None without an offer."""

    too_close: bool
    reason: str


def over(debriefs: Sequence[Debrief]) -> LoopVerdict:
    """One weak round can be carried by the others, two cannot; a strong no hire, or a junior's round, never is.

    An offer below the target is made at the lowest altitude shown in any round, and not below mid; design is the one
    round that the others do not carry.
    """
    target = debriefs[0].target_level
    unread = [debrief for debrief in debriefs if not any(isinstance(x, Rating) for x in debrief.scores)]
    if unread and len(unread) < len(debriefs):
        said = over([debrief for debrief in debriefs if debrief not in unread])
        left_out = ", ".join(debrief.round.label for debrief in unread)
        return replace(said, too_close=True, reason=f"{said.reason} Nothing could be rated in {left_out}.")
    ranks = [debrief.verdict.value.rank for debrief in debriefs]
    weak = [debrief for debrief in debriefs if debrief.verdict.value.rank <= Verdict.NO_HIRE.rank]
    close = any(debrief.verdict.too_close for debrief in debriefs)
    names = ", ".join(debrief.round.label for debrief in weak)
    if not weak:
        verdict = Verdict.STRONG_HIRE if min(ranks) == Verdict.STRONG_HIRE.rank else Verdict.HIRE
        return LoopVerdict(verdict, target, close, f"Every round came out at or above the {target.value} bar.")
    lowest = min(debrief.altitude.value.rank for debrief in debriefs)
    broken = min(ranks) == Verdict.STRONG_NO_HIRE.rank
    sound = not broken and lowest >= Altitude.MID.rank
    if len(weak) == 1 and sound and weak[0].round is not Round.SYSTEM_DESIGN:
        return LoopVerdict(Verdict.HIRE, target, True, f"Carried by the other rounds; {names} was below the bar.")
    if sound and lowest < target.rank:
        lower = Altitude.of_rank(lowest)
        return LoopVerdict(
            Verdict.NO_HIRE,
            lower,
            close,
            f"Not at {target.value}: {names} stayed below it. "
            f"The rounds together would support an offer at {lower.value}.",
        )
    worst = Verdict.STRONG_NO_HIRE if broken and len(weak) > 1 else Verdict.NO_HIRE
    return LoopVerdict(
        worst, None, close, f"{names[:1].upper()}{names[1:]} stayed below the bar, and nothing carries it."
    )
