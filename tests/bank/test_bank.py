"""What the bank reads, and what it says of what it cannot find."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.bank import (
    Bank,
    ContentError,
    ContentMissing,
    UnknownGuide,
    UnknownInterviewer,
    UnknownQuestion,
    UnknownTopic,
    check,
    content_root,
)
from sparring.domain.question import BehavioralQuestion, CodingQuestion, DesignQuestion, FactKind
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import MISTAKES, SIGNALS

Change = Callable[[str, str, str], Path]


def test_questions_are_listed_by_round(content: Path) -> None:
    bank = Bank(content)
    assert bank.questions() == ("counter", "limiter", "unclear_goal")
    assert bank.questions(Round.CODING) == ("counter",)
    assert bank.questions(Round.SYSTEM_DESIGN) == ("limiter",)
    assert bank.questions(Round.BEHAVIORAL) == ("unclear_goal",)


def test_a_design_question(content: Path) -> None:
    question = Bank(content).question("limiter")
    assert isinstance(question, DesignQuestion)
    assert question.round is Round.SYSTEM_DESIGN
    assert question.statement == "Our public interface is being hammered.\nDesign something that protects it."
    assert [fact.kind for fact in question.facts] == [FactKind.FACT, FactKind.YOUR_CALL]
    assert question.phases[0].minutes == {45: 20, 20: 7.5}
    assert [quantity.formula for quantity in question.quantities][:2] == [None, "average_rate"]
    assert question.exemplars[1].turns[1] == ("candidate", "With the senior answer.")
    assert question.exemplars[1].altitude is Altitude.SENIOR
    assert list(question.altitudes) == [Altitude.MID, Altitude.SENIOR, Altitude.STAFF]
    assert question.board.startswith("flowchart LR")


def test_a_behavioral_question(content: Path) -> None:
    question = Bank(content).question("unclear_goal")
    assert isinstance(question, BehavioralQuestion)
    assert (question.target, question.expects, question.hints) == ("ambiguity", ("ambiguity", "ownership"), ())
    assert question.traps[0].watch_for == "Hides behind the manager."


def test_a_coding_question(content: Path) -> None:
    question = Bank(content).question("counter")
    assert isinstance(question, CodingQuestion)
    assert question.id == "counter"
    assert question.starter == "def count(items):\n    ...\n"
    assert [case.expect for case in question.cases] == [0, None, None]
    assert [case.raises for case in question.cases] == [None, "TypeError", None]
    assert question.cases[0].run == "result = count([])\n"
    assert [stage.number for stage in question.stages] == [2, 3]
    assert question.flawed[0].source == "def count(items):\n    return 0\n"
    assert question.good.also == ("constant",)
    assert question.naive.also == ()


def test_topics_interviewers_guides_and_rubric(content: Path) -> None:
    bank = Bank(content)
    assert list(bank.topics()) == ["cache", "queues"]
    assert bank.topic("cache").facet("facet_2").drills[1] == "What happens when it is full?"
    assert list(bank.interviewers()) == ["warm"]
    assert bank.interviewer("warm").wordings["probe_quoting"][0] == "So: {quote} {ask}"
    assert list(bank.guides()) == ["altitude"]
    assert bank.guide("altitude").body == "# Altitude\n\nText."
    rubric = bank.rubric()
    assert {round_: tuple(signal.id for signal in rubric.signals[round_]) for round_ in Round} == SIGNALS
    assert tuple(mistake.id for mistake in rubric.mistakes) == MISTAKES
    assert rubric.signal(Round.CODING, "testing").one_level_up[2] == "Say why."
    assert rubric.altitudes[Altitude.JUNIOR][Round.CODING] == "C"


def test_the_rubric_comes_in_its_own_order_whatever_the_files(content: Path) -> None:
    file = content / "rubric/coding.toml"
    first, *others = file.read_text().split("\n[[signals]]\n")[1:]
    file.write_text("".join(f"\n[[signals]]\n{each}" for each in (*others, first)))
    assert tuple(signal.id for signal in Bank(content).rubric().signals[Round.CODING]) == SIGNALS[Round.CODING]
    assert check(content).problems == ()


def test_the_same_value_twice(content: Path) -> None:
    bank = Bank(content)
    assert bank.question("limiter") is bank.question("limiter")
    assert bank.rubric() is bank.rubric()
    assert Bank(content).question("limiter") == bank.question("limiter")


def test_only_what_is_asked_for_is_read(content: Path) -> None:
    for broken in ("topics/queues.toml", "questions/behavioral/unclear_goal.toml", "rubric/coding.toml"):
        (content / broken).write_text("= not toml")
    bank = Bank(content)
    assert bank.questions(Round.BEHAVIORAL) == ("unclear_goal",)
    assert bank.question("limiter").title == "Design a limiter"
    assert bank.topic("cache").title == "Caching"
    for broken_call in (lambda: bank.question("unclear_goal"), bank.topics, bank.rubric):
        with pytest.raises(ContentError, match=r"\.toml:1: expected valid TOML"):
            broken_call()


def test_an_unknown_id_names_the_nearest(content: Path) -> None:
    bank = Bank(content)
    with pytest.raises(UnknownQuestion, match="no question 'limitr'; the nearest: limiter"):
        bank.question("limitr")
    with pytest.raises(UnknownQuestion, match="there are: counter, limiter, unclear_goal"):
        bank.question("zzzzzzz")
    with pytest.raises(UnknownTopic, match="queues"):
        bank.topic("queue")
    with pytest.raises(UnknownInterviewer, match="warm"):
        bank.interviewer("../warm")
    with pytest.raises(UnknownGuide, match="altitude"):
        bank.guide("altitudes")


def test_an_empty_folder_is_an_empty_bank(tmp_path: Path) -> None:
    bank = Bank(tmp_path)
    assert (bank.questions(), dict(bank.topics()), dict(bank.guides())) == ((), {}, {})
    with pytest.raises(UnknownQuestion, match="there are none"):
        bank.question("limiter")
    with pytest.raises(ContentError, match=r"rubric/coding\.toml:1: expected a readable file"):
        bank.rubric()


def test_own_content_adds(content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "mine"
    (own / "topics").mkdir(parents=True)
    (own / "topics/locks.toml").write_text((content / "topics/cache.toml").read_text())
    for bank in (Bank(content, own=own), with_environment(monkeypatch, content, own)):
        assert list(bank.topics()) == ["cache", "locks", "queues"]
        assert bank.questions() == ("counter", "limiter", "unclear_goal")
        assert bank.shadowed == ()
    report = check(content, own=own)
    assert report.problems == ()
    assert report.counts["topics"] == 3


def with_environment(monkeypatch: pytest.MonkeyPatch, content: Path, own: Path) -> Bank:
    monkeypatch.setenv("SPARRING_CONTENT", str(content))
    monkeypatch.setenv("SPARRING_OWN_CONTENT", str(own))
    return Bank()


def test_own_content_never_shadows(content: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine"
    (own / "topics").mkdir(parents=True)
    mine = own / "topics/cache.toml"
    mine.write_text((content / "topics/cache.toml").read_text().replace("Caching", "Mine"))
    bank = Bank(content, own=own)
    assert bank.topic("cache").title == "Caching"
    assert bank.shadowed == (mine,)
    assert [str(problem) for problem in check(content, own=own).problems] == [
        "mine/topics/cache.toml:1: expected its own topic id, got that of content/topics/cache.toml; rename the file"
    ]


def test_where_the_content_is(content: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPARRING_CONTENT", str(content))
    assert content_root() == content
    monkeypatch.setenv("SPARRING_CONTENT", str(tmp_path / "nowhere"))
    with pytest.raises(ContentMissing, match=r"nowhere.*SPARRING_CONTENT"):
        content_root()
    with pytest.raises(ContentMissing, match=r"nowhere.*SPARRING_OWN_CONTENT"):
        Bank(content, own=tmp_path / "nowhere")
    for call in (lambda: check(tmp_path / "nowhere"), lambda: check(content, own=tmp_path / "nowhere")):
        with pytest.raises(ContentMissing):
            call()
    monkeypatch.delenv("SPARRING_CONTENT")
    assert (content_root() / "rubric").is_dir()


def test_windows_line_ends_and_crlf_count_the_same(content: Path, change: Change) -> None:
    file = change("topics/cache.toml", "How do you know that it works?", "How")
    before = check(content).problems
    assert before
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert check(content).problems == before


def test_reading_a_question_imports_nothing_heavy(content: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from sparring.bank import Bank; bank = Bank(Path(sys.argv[1]));"
        "bank.question('counter'); bank.topics(); bank.rubric();"
        "print([name for name in ('pint', 'pydantic', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(content)], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("difficulty", "says"),
    [
        ("[1.0, 2.0]", "expected exactly 1, got 2"),
        ('["hard"]', "expected a number from -4 to 9"),
        ("[12]", "expected a number from -4 to 9"),
        ("2.0", "expected a list"),
    ],
)
def test_a_difficulty_is_one_number_for_each_condition(content: Path, difficulty: str, says: str) -> None:
    file = content / "rubric/coding.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('met_when = ["seen"]', f'met_when = ["seen"]\ndifficulty = {difficulty}', 1))
    with pytest.raises(ContentError, match=re.escape(says)):
        Bank(content).rubric()
    file.write_text(text.replace('met_when = ["seen"]', 'met_when = ["seen"]\ndifficulty = [2.5]', 1))
    assert Bank(content).rubric().signals[Round.CODING][0].anchors[0].difficulty == (2.5,)
