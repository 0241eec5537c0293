"""Manners that are told apart by every move."""

from collections import Counter
from itertools import pairwise

from sparring.bank import Bank
from sparring.domain.interviewer import WORDINGS
from sparring.engine.plan import PATIENCE_FACTOR


def test_every_manner_there_is(bank: Bank) -> None:
    assert set(bank.interviewers()) >= {
        "warm", "terse", "challenger", "hands_off", "rushed", "bar_raiser", "specialist", "inexperienced",
    }  # fmt: skip


def test_no_two_interviewers_share_a_sentence(bank: Bank) -> None:
    everybody = bank.interviewers().values()
    for key, slots in WORDINGS.items():
        bare = "".join(f"{{{slot}}}" for slot in slots)
        said = Counter(template for who in everybody for template in set(who.wordings[key]) - {bare})
        assert [template for template, times in said.items() if times > 1] == [], key


def test_a_variant_is_no_copy_of_another(bank: Bank) -> None:
    for who in bank.interviewers().values():
        for key, templates in who.wordings.items():
            assert len(set(templates)) == len(templates), (who.id, key)


def test_a_wrong_hint_is_not_told_by_its_wording(bank: Bank) -> None:
    for who in bank.interviewers().values():
        assert set(who.wordings["hint"]) & set(who.wordings["wrong_hint"]), who.id


def test_the_pressure_dial_shortens_patience() -> None:
    assert sorted(PATIENCE_FACTOR) == [0, 1, 2, 3]
    assert all(calm > harder for calm, harder in pairwise(PATIENCE_FACTOR[dial] for dial in sorted(PATIENCE_FACTOR)))
