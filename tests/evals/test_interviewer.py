"""The embedded interviewer against every scripted candidate, in every round, at every pressure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from evals.candidates import CANDIDATES
from evals.checks import CHECKS
from evals.play import play

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.session.ear import ModelEar
from sparring.store import Store


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "evals.db") as opened:
        yield opened


def failures(store: Store, bank: Bank, manner: str, round_: Round, seed: int, pressure: int) -> list[str]:
    played = play(store, bank, manner, round_, seed=seed, pressure=pressure)
    return [f"{name}: {found[:200]}" for name, check in CHECKS.items() for found in check(played)]


@pytest.mark.parametrize("round_", Round, ids=str)
@pytest.mark.parametrize("manner", CANDIDATES)
def test_every_check_holds_for_every_manner(store: Store, bank: Bank, manner: str, round_: Round) -> None:
    assert failures(store, bank, manner, round_, seed=1, pressure=1) == []


@pytest.mark.parametrize("round_", Round, ids=str)
def test_every_check_holds_where_the_model_listens(store: Store, bank: Bank, round_: Round) -> None:
    played = play(store, bank, "strong", round_, seed=2, minutes=20, ear=ModelEar())
    assert [f"{name}: {found[:200]}" for name, check in CHECKS.items() for found in check(played)] == []
    assert any("shown" in event.payload for event in played.events)


@pytest.mark.parametrize("pressure", [0, 2, 3])
@pytest.mark.parametrize("manner", ["strong", "keyword_stuffer", "bluffer", "one_word"])
def test_every_check_holds_at_every_pressure(store: Store, bank: Bank, manner: str, pressure: int) -> None:
    assert failures(store, bank, manner, Round.SYSTEM_DESIGN, seed=pressure, pressure=pressure) == []


def test_the_same_seed_holds_the_same_round(store: Store, bank: Bank, tmp_path: Path) -> None:
    with Store.open(tmp_path / "twin.db") as twin:
        for manner in ("strong", "one_word"):
            one = play(store, bank, manner, Round.BEHAVIORAL, seed=5)
            other = play(twin, bank, manner, Round.BEHAVIORAL, seed=5)
            assert one.conductor.transcript == other.conductor.transcript


def test_two_seeds_do_not_sound_alike(store: Store, bank: Bank) -> None:
    question = "led_initiative"
    first = play(store, bank, "mid", Round.BEHAVIORAL, seed=1, question=question)
    second = play(store, bank, "mid", Round.BEHAVIORAL, seed=2, question=question)
    texts = [[turn.text for turn in played.conductor.transcript.turns] for played in (first, second)]
    assert texts[0] != texts[1]
