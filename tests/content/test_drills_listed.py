"""Every design question says which drills are its own; how well they fit is measured in `training/fitting.py`."""

import pytest

from sparring.bank import Bank
from sparring.domain.question import DesignQuestion, Standing
from sparring.domain.round import Round

BANK = Bank()


@pytest.mark.parametrize("id_", BANK.questions(Round.SYSTEM_DESIGN))
def test_what_a_question_turns_on_is_drilled_at_its_heart(id_: str) -> None:
    question = BANK.question(id_)
    assert isinstance(question, DesignQuestion)
    stands = {
        topic.id: [question.standing((topic.id, side.id, k)) for side in topic.facets for k in range(len(side.drills))]
        for topic in BANK.topics().values()
    }
    heart = sum(each.count(Standing.HEART) for each in stands.values())
    natural = sum(each.count(Standing.NATURAL) for each in stands.values())
    assert 40 < heart < natural < 450
    assert any(stands[topic].count(Standing.HEART) > len(stands[topic]) / 4 for topic in question.crux)
