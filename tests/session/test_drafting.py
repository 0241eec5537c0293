import tomllib
from pathlib import Path

import pytest

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.session import own
from sparring.session.drafting import Wish, drafted
from sparring.session.errors import UnknownChoice
from sparring.session.own import Kind

STATEMENT = 'Tell me about a time when "nobody" wanted\nwhat you were building.\\ No slides.'


@pytest.mark.parametrize("target", SIGNALS[Round.BEHAVIORAL])
def test_a_draft_passes_the_check_whatever_it_is_about(target: str) -> None:
    text = drafted(Bank().rubric(), Wish("Nobody wanted it", STATEMENT, target, ("influence",)))
    assert own.check(Kind.BEHAVIORAL, "nobody_wanted_it", text) == ()
    read = tomllib.loads(text)
    assert read["statement"] == " ".join(STATEMENT.split())
    assert {target, "influence", "problem"} <= set(read["expects"])
    assert {x["signal"] for x in read["probes"]} == set(read["expects"])


def test_a_draft_can_be_practised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARRING_OWN_CONTENT", str(tmp_path))
    own.keep(Kind.BEHAVIORAL, "nobody", drafted(Bank().rubric(), Wish("Nobody", STATEMENT, "influence")))
    assert own.open_bank().question("nobody").title == "Nobody"


def test_a_signal_of_another_round_is_refused_by_name() -> None:
    with pytest.raises(UnknownChoice, match="'estimation' is no signal of a behavioral round"):
        drafted(Bank().rubric(), Wish("x", "y?", "estimation"))
