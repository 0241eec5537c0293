"""From what a candidate asks for to a plan of the round."""

from collections.abc import Sequence

from sparring.bank import Bank
from sparring.domain.question import AnyQuestion
from sparring.domain.round import Altitude, Round
from sparring.engine.draw import one_of
from sparring.engine.plan import Plan
from sparring.session.config import RoundConfig
from sparring.session.errors import UnknownChoice

MINUTES = {Round.SYSTEM_DESIGN: 45.0, Round.CODING: 45.0, Round.BEHAVIORAL: 25.0}
"""Length of a round where none is asked for."""

SHORTEST, LONGEST = 3.0, 120.0


def configure(
    bank: Bank,
    round_: Round,
    *,
    question: str | None = None,
    minutes: float | None = None,
    level: Altitude = Altitude.SENIOR,
    interviewer: str | None = None,
    pressure: int = 1,
    seed: int = 0,
    fast: bool = False,
    recent: Sequence[str] = (),
    loop: str = "",
) -> RoundConfig:
    """A complete config; what was left open is drawn from the seed, questions met recently come last."""
    length = MINUTES[round_] if minutes is None else minutes
    if not SHORTEST <= length <= LONGEST:
        raise UnknownChoice(f"A round lasts {SHORTEST:.0f} to {LONGEST:.0f} minutes; {length:g} was asked for.")
    if question is None:
        pool = bank.questions(round_)
        if not pool:
            raise UnknownChoice(f"The bank has no {round_.label} question. Run `sparring content check`.")
        fresh = [one for one in pool if one not in recent]
        question = one_of(fresh or pool, seed, "question", round_)
    elif bank.question(question).round is not round_:
        held = bank.question(question).round.label
        raise UnknownChoice(f"'{question}' is a {held} question; say `sparring spar {held.replace(' ', '_')}`.")
    who = _named(bank, interviewer) if interviewer else one_of(sorted(bank.interviewers()), seed, "interviewer")
    return RoundConfig(round_, question, length, level, who, pressure, seed, fast, loop)


def _named(bank: Bank, wanted: str) -> str:
    """The interviewer's id, asked for by id or by name."""
    everybody = bank.interviewers()
    for who in sorted(everybody):
        if wanted.casefold() in (who.casefold(), everybody[who].name.casefold()):
            return who
    there_are = ", ".join(f"{who} ({everybody[who].name})" for who in sorted(everybody))
    raise UnknownChoice(f"No interviewer is called '{wanted}'. There are: {there_are}.")


def plan_for(bank: Bank, config: RoundConfig) -> Plan:
    """The plan a config stands for."""
    question: AnyQuestion = bank.question(config.question)
    rubric = bank.rubric()
    return Plan(
        question=question,
        interviewer=bank.interviewer(config.interviewer),
        topics=bank.topics(),
        generic_probes={signal.id: signal.probes for signal in rubric.signals[config.round]},
        deeper={signal.id: signal.deeper for signal in rubric.signals[config.round]},
        minutes=config.minutes,
        level=config.level,
        pressure=config.pressure,
        seed=config.seed,
    )
