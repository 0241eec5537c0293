"""A second opinion in the terminal."""

import json
import re
from pathlib import Path

from sparring.store import Store
from tests.cli.terminal import TURNS, Terminal
from tests.llm.answering import answering
from tests.llm.second_rater import TALK, VOICED, WORDS, an_expert, citing, first_words

SAID = "I noticed because I kept the calendar"


def told(home: Path, url: str, name: str = "told") -> Terminal:
    class Named(Terminal):
        @property
        def environment(self) -> dict[str, str]:
            return super().environment | {"SPARRING_MODEL": name, "SPARRING_MODEL_URL": url}

    return Named(home)


def test_a_transcript_is_rated_by_both(tmp_path: Path) -> None:
    (tmp_path / "mock.txt").write_text(TALK)
    with answering(citing(WORDS, 2)) as model:
        done = told(tmp_path / "home", model.url).run(
            "debrief", str(tmp_path / "mock.txt"), "--round", "behavioral", "--second", "--json"
        )
    assert done.returncode == 0, done.stderr
    assert "goes to told on this machine" in done.stderr
    made = json.loads(done.stdout)
    assert {pair["second"] for pair in made["opinions"].values()} == {2}
    ups = made["one_level_up"]
    assert ups and {up["sounds"] for up in ups} == {VOICED}
    assert len(model.asked) == 9 + len(ups)


def test_it_is_kept_with_a_session_and_can_be_left_out(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with answering(citing(SAID, 1)) as model:
        terminal = told(home, model.url)
        said = "\n".join([*TURNS, "/end", "hire", ""])
        held = terminal.run("spar", "behavioral", "--question", "led_initiative", "--fast", stdin=said)
        assert held.returncode == 0, held.stderr
        [session] = [row.id for row in Store.open(home / "sparring.db").sessions()]
        alone = json.loads(terminal.run("debrief", session, "--json").stdout)
        asked = json.loads(terminal.run("debrief", session, "--second", "--json").stdout)
    kept = json.loads(terminal.run("debrief", session, "--json").stdout)
    assert alone["opinions"] == {} and asked["opinions"] and kept == asked
    assert json.loads(terminal.run("debrief", session, "--local", "--json").stdout) == alone


def test_an_open_round_is_finished_first(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with answering(citing(SAID, 1)) as model:
        terminal = told(home, model.url)
        terminal.run("spar", "behavioral", "--question", "led_initiative", "--fast", stdin=f"{TURNS[0]}\n")
        [session] = [row.id for row in Store.open(home / "sparring.db").sessions()]
        done = terminal.run("debrief", session, "--second")
    assert done.returncode == 2 and "Finish it first" in done.stderr
    assert model.asked == []


def test_without_a_model_nothing_is_read_and_the_remedy_is_said(tmp_path: Path) -> None:
    done = told(tmp_path / "home", "", "").run("debrief", "nowhere.txt", "--second")
    assert done.returncode == 2
    assert "SPARRING_MODEL_URL" in done.stderr and "Traceback" not in done.stderr


def test_a_model_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "mock.txt").write_text(TALK)
    with answering(lambda _: "") as model:
        url = model.url
    done = told(tmp_path / "home", url).run("debrief", str(tmp_path / "mock.txt"), "--round", "behavioral", "--second")
    assert done.returncode == 2
    assert url in done.stderr and "Check that it runs" in done.stderr and "Traceback" not in done.stderr


def test_asking_and_leaving_out_exclude_each_other(tmp_path: Path) -> None:
    done = told(tmp_path / "home", "").run("debrief", "x", "--second", "--local")
    assert done.returncode == 2 and "choose one" in done.stderr


def test_the_doctor_knows_the_model(tmp_path: Path) -> None:
    done = told(tmp_path / "home", "http://127.0.0.1:9/v1").run("doctor")
    assert "told can be asked; a transcript goes to this machine" in " ".join(done.stdout.split())
    done = told(tmp_path / "home", "", "just-a-name").run("doctor")
    assert done.returncode == 1 and "openai:just-a-name" in done.stdout


def test_a_model_is_measured_and_weighs_by_what_comes(tmp_path: Path) -> None:
    (tmp_path / "mock.txt").write_text(TALK)
    asked = "debrief", str(tmp_path / "mock.txt"), "--round", "behavioral", "--second", "--json"
    with answering(lambda request: citing(WORDS, 2)(request) if WORDS in str(request) else an_expert(request)) as model:
        terminal = told(tmp_path / "home", model.url)
        before = json.loads(terminal.run(*asked).stdout)
        measured = terminal.run("calibrate")
        assert measured.returncode == 0, measured.stderr
        after = json.loads(terminal.run(*asked).stdout)
    said = " ".join(measured.stdout.split())
    assert "Nothing of yours does." in said and "its second opinions weigh" in said
    assert not any(WORDS in str(request) for request in model.asked[9 + 3 : -9 - 3])
    assert "was not measured, so it weighs half" in " ".join(before["caveats"])
    assert "it agreed with experts at" in " ".join(after["caveats"])
    assert {pair["second"] for pair in after["opinions"].values()} == {2}


def test_one_that_says_the_same_of_everybody_is_not_asked_any_more(tmp_path: Path) -> None:
    (tmp_path / "mock.txt").write_text(TALK)
    with answering(first_words(3)) as model:
        terminal = told(tmp_path / "home", model.url)
        assert "are not used" in " ".join(terminal.run("calibrate").stdout.split())
        asked = len(model.asked)
        done = terminal.run("debrief", str(tmp_path / "mock.txt"), "--round", "behavioral", "--second")
    assert done.returncode == 2 and "Nothing was sent. Name another" in " ".join(done.stderr.split())
    assert len(model.asked) == asked


def test_one_that_gives_up_on_the_way_is_measured_by_what_came(tmp_path: Path) -> None:
    with answering(lambda request: an_expert(request) if len(model.asked) <= 40 else 401) as model:
        done = told(tmp_path / "home", model.url).run("calibrate")
    assert done.returncode == 0, done.stderr
    told_of = re.search(r"on (\d+) of (\d+) ratings asked for", " ".join(done.stdout.split()))
    assert told_of and 24 <= int(told_of[1]) <= 41 and int(told_of[2]) < 60


def test_one_that_gives_up_at_once_says_why(tmp_path: Path) -> None:
    with answering(lambda _: 401) as model:
        done = told(tmp_path / "home", model.url).run("calibrate")
    assert done.returncode == 2 and "Check its key" in done.stderr


def test_a_model_that_gives_no_form_is_not_measured(tmp_path: Path) -> None:
    with answering(lambda _: "I cannot say.") as model:
        done = told(tmp_path / "home", model.url).run("calibrate")
    assert done.returncode == 2 and "0 ratings" in done.stderr and "Traceback" not in done.stderr
