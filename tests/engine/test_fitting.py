"""What makes a drill worth asking."""

from dataclasses import replace

import pytest

from sparring.domain.heard import Depth
from sparring.domain.question import Standing
from sparring.engine import fitting
from sparring.engine.fitting import Signs, Talk, worth
from sparring.engine.state import State
from tests.engine.scene import CACHE, QUESTION, TALK, heard, plan

SIGNS = Signs(
    away=1, nearest=0.2, now=0.5, often=1.0, named=1, crux=0, supposes=0, deeper=0, given=0, heart=0, natural=1
)
EVICTION = CACHE.facet("eviction")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (SIGNS._replace(away=0), SIGNS._replace(away=3)),
        (SIGNS._replace(crux=1), SIGNS),
        (SIGNS._replace(heart=1, natural=0), SIGNS),
        (SIGNS, SIGNS._replace(natural=0)),
        (SIGNS, SIGNS._replace(given=1.4)),
        (SIGNS, SIGNS._replace(supposes=1)),
        (SIGNS, SIGNS._replace(nearest=0.0, now=0.0)),
    ],
)
def test_what_was_just_spoken_of_and_not_told_is_worth_more(better: Signs, worse: Signs) -> None:
    assert 0 < worth(worse) < worth(better) < 1


def test_before_anything_is_said_there_is_nothing_to_go_by() -> None:
    signs = Talk(State.begin(plan()), "cache").signs(EVICTION, 0)
    assert (signs.away, signs.nearest, signs.now, signs.given) == (fitting.AWAY, 0, 0, 0)


def test_phrases_of_an_answer_add_up_over_turns_and_count_once() -> None:
    state = State.begin(plan())
    about = heard(mentions=(("cache", None, Depth.NAMED),))
    for at, phrases in enumerate(({"least recently"}, {"least recently", "by age"}, set())):
        turn = replace(about, answers={("cache", "eviction", 0): frozenset(phrases)})
        state = state.after_candidate(TALK, turn, 60.0 * at)
    assert state.answers["cache", "eviction", 0] == {"least recently", "by age"}
    assert Talk(state, "cache").signs(EVICTION, 0).given > Talk(state, "cache").signs(EVICTION, 1).given == 0


def test_the_nearest_turn_counts_however_long_ago_it_was() -> None:
    state = State.begin(plan())
    for near in (0.4, 0.1):
        turn = replace(heard(), sides={("cache", "eviction"): near, ("cache", "cold_start"): 0.2})
        state = state.after_candidate(TALK, turn, 60.0)
    signs = Talk(state, "cache").signs(EVICTION, 0)
    assert (signs.nearest, signs.now) == (0.4, 0.5)


def test_a_drill_stands_as_the_narrowest_line_says_and_between_where_nothing_is_listed() -> None:
    listed = {"cache": Standing.NATURAL, "cache:eviction:1": Standing.HEART}
    state = State.begin(replace(plan(), question=replace(QUESTION, drills=listed)))
    stands = [Talk(state, "cache").signs(EVICTION, k)[-3:-1] for k in (0, 1)]
    assert stands == [(0, 1), (1, 0)]
    aside = State.begin(replace(plan(), question=replace(QUESTION, drills={"queue": Standing.HEART})))
    assert Talk(aside, "cache").signs(EVICTION, 0)[-3:-1] == (0, 0)
    unlisted = Talk(State.begin(plan()), "cache").signs(EVICTION, 0)
    assert 0 < unlisted.heart < 1 and 0 < unlisted.natural < 1
