"""What an interviewer puts on purpose under pressure is told in the debrief."""

from pathlib import Path

import pytest
from evals.play import play

from sparring.bank import Bank
from sparring.domain.debrief import CurveballKind
from sparring.domain.round import Round
from sparring.session.debriefing import debriefed, stored_transcript
from sparring.store import Store


@pytest.mark.parametrize(
    ("round_", "pressure", "kinds"),
    [
        (Round.SYSTEM_DESIGN, 1, {CurveballKind.CHANGE}),
        (Round.SYSTEM_DESIGN, 3, {CurveballKind.CHANGE, CurveballKind.WRONG_HINT}),
        (Round.BEHAVIORAL, 3, {CurveballKind.TRAP}),
    ],
)
def test_every_curveball_of_a_round_is_told(
    round_: Round, pressure: int, kinds: set[CurveballKind], tmp_path: Path
) -> None:
    bank = Bank()
    with Store.open(tmp_path / "sparring.db") as store:
        held = play(store, bank, "strong", round_, minutes=25, pressure=pressure)
        transcript = stored_transcript(store, bank, held.name)
    told = debriefed(bank, transcript).curveballs
    assert {each.kind for each in told} == kinds
    assert [each.turn for each in told] == [turn.i for turn in transcript.turns if turn.curveball is not None]
    assert all(each.meant and each.quote in transcript.turns[each.answer].text for each in told)
