"""Second opinions in the store."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sparring.domain.evidence import Polarity
from sparring.domain.opinion import Opinion, Quoted, Rewrite, SecondOpinion, Standing
from sparring.llm import Choice
from sparring.session import opinions
from sparring.session.errors import LessThanBefore
from sparring.store import Store, UnknownSession
from sparring.store.store import OPINION

QUOTED = Quoted(1, "I decided to roll back first", Polarity.PLUS, "a call of their own")
WHOLE = SecondOpinion(
    "llama/prompts-1",
    (Opinion("ownership", 3, (QUOTED,)), Opinion("outcome", None, ())),
    (("problem", "No form."),),
    2,
    (Rewrite(1, QUOTED.quote, "I decided to roll back first, because [what it cost each minute]."),),
)
FOUND = Standing(70, 72, 0.71, 0.82, 0.53, 0.5)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "sparring.db")
    made.create("one", datetime.now(UTC), {"round": "behavioral"})
    return made


def test_what_is_kept_comes_back_whole(store: Store) -> None:
    assert opinions.kept(store, "one") is None
    opinions.keep(store, "one", WHOLE)
    assert opinions.kept(store, "one") == WHOLE
    opinions.keep(store, "one", replace(WHOLE, standing=FOUND))
    assert opinions.kept(store, "one") == replace(WHOLE, standing=FOUND)
    opinions.drop(store, "one")
    assert opinions.kept(store, "one") is None


def test_one_from_before_raters_were_measured_is_read(store: Store) -> None:
    opinions.keep(store, "one", WHOLE)
    old = dict(store.kept(OPINION, "one") or {})
    del old["standing"]
    store.keep(OPINION, "one", old)
    assert opinions.kept(store, "one") == WHOLE


def test_what_was_measured_is_of_a_model_and_its_address(store: Store) -> None:
    here, there = Choice("llama", "http://127.0.0.1:1/v1"), Choice("llama", "http://127.0.0.1:2/v1")
    opinions.keep_standing(store, here, FOUND)
    assert opinions.standing(store, here) == FOUND
    assert opinions.standing(store, there) is None and opinions.standing(store, Choice("other:x")) is None
    opinions.keep_standing(store, here, replace(FOUND, error=1.5))
    assert opinions.standing(store, here) == replace(FOUND, error=1.5)
    # A key is nothing that the figures hang on.
    assert opinions.standing(store, replace(here, key="secret")) is not None


def test_a_scrap_does_not_take_the_place_of_a_whole_one(store: Store) -> None:
    opinions.keep(store, "one", WHOLE)
    scrap = SecondOpinion("llama/prompts-1", WHOLE.opinions[:1], (("outcome", "Its quota is used up."),))
    with pytest.raises(LessThanBefore, match=r"1 signals were answered, 2 the last time.*Its quota"):
        opinions.keep(store, "one", scrap)
    assert opinions.kept(store, "one") == WHOLE


def test_it_goes_with_its_session_and_comes_to_none_that_is_not_there(store: Store) -> None:
    opinions.keep(store, "one", WHOLE)
    store.delete("one")
    assert opinions.kept(store, "one") is None
    with pytest.raises(UnknownSession):
        opinions.keep(store, "one", WHOLE)
