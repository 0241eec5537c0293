"""How good a second rater is, and what it weighs for that."""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sparring.assessment.calibration import SHIPPED
from sparring.assessment.second.answer import Answer
from sparring.assessment.second.standing import FEWEST, labelled, measured
from sparring.assessment.second.verifying import verified
from sparring.assessment.second.worth import counts, share, width, worth
from sparring.assessment.substance import heard_of
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.opinion import Opinion, SecondOpinion, Standing
from sparring.domain.round import Round
from sparring.llm.errors import Unusable
from sparring.session.debriefing import debriefed

LATER = Path(__file__).parents[3] / "training" / "later"
HERE = Path(__file__).parents[3] / "src" / "sparring" / "assessment" / "second" / "labelled"
BANK = Bank()
TRANSCRIPTS = {x.label.id: x.transcript for x, _ in labelled()}


@cache
def recorded() -> Mapping[str, SecondOpinion]:
    """What a strong language model answered about the labelled rounds."""
    said: dict[str, list[Opinion]] = {id_: [] for id_ in TRANSCRIPTS}
    for row in map(json.loads, (LATER / "opinions.jsonl").read_text(encoding="utf-8").splitlines()):
        if row["id"] in said:
            answer = Answer(passages=row["passages"], rating=row["rating"])
            said[row["id"]].append(verified(row["signal"], answer, heard_of(TRANSCRIPTS[row["id"]]))[0])
    return {id_: SecondOpinion("recorded/prompts-1", tuple(opinions)) for id_, opinions in said.items()}


@cache
def local() -> Mapping[str, Debrief]:
    return {id_: debriefed(BANK, transcript) for id_, transcript in TRANSCRIPTS.items()}


def spoilt(rate: Callable[[int], int]) -> Standing:
    """The recorded rater with other ratings in place of its own."""
    return measured(
        {
            id_: replace(
                opinion,
                opinions=tuple(
                    replace(x, rating=rate(x.rating) if x.rating is not None else None) for x in opinion.opinions
                ),
            )
            for id_, opinion in recorded().items()
        },
        local(),
        72,
    )


def given(error: float, ratings: int = 70) -> Standing:
    return Standing(ratings, 72, 0.8, 0.8, error, 0.5)


@pytest.mark.parametrize("name", ["sessions.jsonl", "labels.jsonl", "again.jsonl"])
def test_the_labelled_rounds_are_those_that_were_never_trained_on(name: str) -> None:
    later = (LATER / name).read_text(encoding="utf-8").splitlines()
    here = (HERE / name).read_text(encoding="utf-8").splitlines()
    assert set(here) <= set(later) and len(here) == 9


def test_they_are_of_every_round_and_of_the_whole_scale() -> None:
    rounds = [x.transcript.round for x, _ in labelled()]
    assert {rounds.count(round_) for round_ in Round} == {3}
    for round_ in Round:
        given_ = [r for x, _ in labelled() if x.transcript.round is round_ for r in x.label.ratings.values()]
        assert {1, 2, 3, 4} <= set(given_)


def test_a_strong_rater_weighs_as_much_as_the_local_ones() -> None:
    found = measured(recorded(), local(), 72)
    assert found.ratings >= 60 and found.kappa > 0.8 and 0.4 < found.cited < 0.8
    assert share(SHIPPED, found) == 0.5
    assert "weigh 50% from now on" in worth("told", found)


def test_the_more_it_guesses_the_less_it_weighs() -> None:
    chance = random.Random(1)
    shares = [
        share(SHIPPED, spoilt(lambda own, part=part: chance.randint(1, 4) if chance.random() < part else own))  # type: ignore[misc]
        for part in (0.0, 0.3, 1.0)
    ]
    assert shares == sorted(shares, reverse=True) and shares[0] - shares[-1] > 0.35


@pytest.mark.parametrize("always", [1, 3, 4])
def test_one_that_says_the_same_of_everybody_is_not_used(always: int) -> None:
    found = spoilt(lambda _: always)
    assert abs(found.kappa) < 0.01
    assert not counts(SHIPPED, replace(recorded()["be-k007"], standing=found))
    assert "not used" in worth("told", found)


def test_one_that_nobody_measured_weighs_half_and_is_used_whatever_that_is() -> None:
    assert counts(replace(SHIPPED, second=0.1), recorded()["be-k007"])
    assert share(SHIPPED, None) == 0.5 and width(SHIPPED, None) == SHIPPED.second_width
    assert counts(SHIPPED, recorded()["be-k007"])


def test_as_good_as_the_local_raters_is_half() -> None:
    assert share(SHIPPED, given(SHIPPED.alone_error)) == pytest.approx(0.5)
    assert width(SHIPPED, given(0.28, 10_000)) == pytest.approx(SHIPPED.second_width, rel=0.01)


@pytest.mark.parametrize(("better", "worse"), [(0.33, 0.6), (0.6, 1.5), (1.5, 4.0)])
def test_further_off_weighs_less_and_makes_intervals_wider(better: float, worse: float) -> None:
    assert share(SHIPPED, given(better)) > share(SHIPPED, given(worse))
    assert width(SHIPPED, given(better)) < width(SHIPPED, given(worse))


def test_few_ratings_move_little() -> None:
    assert 0.5 > share(SHIPPED, given(1.0, 24)) > share(SHIPPED, given(1.0, 200)) > 0


def test_too_few_ratings_say_nothing() -> None:
    few = dict(list(recorded().items())[:2])
    with pytest.raises(Unusable, match=f"where it takes {FEWEST}"):
        measured(few, local(), 16)
    with pytest.raises(Unusable, match="0 ratings"):
        measured({}, local(), 0)
