"""The verdict over a loop."""

from dataclasses import replace

import pytest

from sparring.assessment.assess import assess
from sparring.bank import Bank
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.evidence import Source
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.session.loop import over

SAID = (Turn(0, 0.0, Speaker.INTERVIEWER, "Tell me."), Turn(1, 5.0, Speaker.CANDIDATE, "I led it, and I measured it."))


def debrief(round_: Round, verdict: Verdict, altitude: Altitude) -> Debrief:
    bare = assess(Transcript("t", round_, "q", "Q", SAID), rubric=Bank().rubric(), question=None, topics={}, model=None)
    called = replace(bare.verdict, value=verdict, too_close=False)
    return replace(bare, verdict=called, altitude=replace(bare.altitude, value=altitude))


def loop(weak: Round, verdict: Verdict, altitude: Altitude) -> list[Debrief]:
    sound = (Verdict.HIRE, Altitude.SENIOR)
    return [debrief(round_, *((verdict, altitude) if round_ is weak else sound)) for round_ in Round]


@pytest.mark.parametrize(
    ("weak", "verdict", "altitude", "called", "at"),
    [
        (Round.CODING, Verdict.NO_HIRE, Altitude.SENIOR, Verdict.HIRE, Altitude.SENIOR),
        (Round.CODING, Verdict.NO_HIRE, Altitude.MID, Verdict.HIRE, Altitude.SENIOR),
        (Round.CODING, Verdict.NO_HIRE, Altitude.JUNIOR, Verdict.NO_HIRE, None),
        (Round.CODING, Verdict.STRONG_NO_HIRE, Altitude.MID, Verdict.NO_HIRE, None),
        (Round.SYSTEM_DESIGN, Verdict.NO_HIRE, Altitude.MID, Verdict.NO_HIRE, Altitude.MID),
        (Round.SYSTEM_DESIGN, Verdict.HIRE, Altitude.SENIOR, Verdict.HIRE, Altitude.SENIOR),
    ],
)
def test_one_weak_round_is_carried_and_a_weaker_one_never_more(
    weak: Round, verdict: Verdict, altitude: Altitude, called: Verdict, at: Altitude | None
) -> None:
    found = over(loop(weak, verdict, altitude))
    assert (found.verdict, found.at_level) == (called, at)


def test_a_round_in_which_nothing_could_be_rated_is_left_out() -> None:
    rounds = loop(Round.SYSTEM_DESIGN, Verdict.NO_HIRE, Altitude.MID)
    one = Rating("ownership", 3, 2.5, 3.5, (), (), (), "", Source.MEASURED)
    told = [replace(x, scores=() if x.round is Round.SYSTEM_DESIGN else (one,)) for x in rounds]
    found = over(told)
    assert found.verdict is Verdict.HIRE and found.too_close
    assert found.reason.endswith("Nothing could be rated in system design.")


def test_two_weak_rounds_are_an_offer_one_level_down() -> None:
    rounds = loop(Round.CODING, Verdict.NO_HIRE, Altitude.MID)
    rounds[1] = replace(rounds[1], verdict=replace(rounds[1].verdict, value=Verdict.NO_HIRE))
    assert over(rounds).at_level is Altitude.MID
