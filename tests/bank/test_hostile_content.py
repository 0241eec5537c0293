"""Whatever a content file holds, the answer is a value or a ContentError; the check always reports."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.bank import Bank, ContentError, check

FILES = (
    "topics/cache.toml",
    "questions/system_design/limiter.toml",
    "questions/behavioral/unclear_goal.toml",
    "questions/coding/counter/question.toml",
    "questions/coding/counter/cases.toml",
    "rubric/coding.toml",
    "rubric/mistakes.toml",
    "rubric/altitudes.toml",
    "interviewers/warm.toml",
    "guides/altitude.md",
)
WRONG = st.sampled_from(
    ['""', '" "', "0", "-1", "1e400", "nan", "true", "[]", "[[]]", "[0]", '[""]', "{}", "{ a = 1 }", "1979-05-27",
     '"\\u0000\\u001b[2J"', '"{"', '"?"', "[{}]", "9" * 5000]
)  # fmt: skip

quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_all(content: Path) -> None:
    bank = Bank(content)
    for load in (bank.topics, bank.rubric, bank.interviewers, bank.guides):
        load()
    for id_ in bank.questions():
        bank.question(id_)


@quick
@given(name=st.sampled_from(FILES), share=st.floats(0, 1), wrong=WRONG)
def test_any_value_replaced(content: Path, name: str, share: float, wrong: str) -> None:
    file = content / name
    before = file.read_text(encoding="utf-8")
    lines = before.split("\n")
    assigned = [i for i, line in enumerate(lines) if " = " in line and not line.startswith(" ")]
    at = assigned[min(len(assigned) - 1, int(share * len(assigned)))]
    lines[at] = f"{lines[at].split(' = ')[0]} = {wrong}"
    try:
        file.write_text("\n".join(lines), encoding="utf-8")
        refused = False
        try:
            read_all(content)
        except ContentError as error:
            refused = True
            assert error.file == f"content/{name}"
            assert str(error).isprintable()
        problems = check(content).problems
        assert all(str(problem).isprintable() and problem.line >= 1 for problem in problems)
        assert not refused or problems
    finally:
        file.write_text(before, encoding="utf-8")


@quick
@given(name=st.sampled_from(FILES), share=st.floats(0, 1), junk=st.binary(max_size=8), cut=st.integers(0, 40))
def test_any_bytes_replaced(content: Path, name: str, share: float, junk: bytes, cut: int) -> None:
    file = content / name
    before = file.read_bytes()
    at = int(share * len(before))
    try:
        file.write_bytes(before[:at] + junk + before[at + cut :])
        try:
            read_all(content)
        except ContentError as error:
            assert error.file.startswith("content/")
            assert check(content).problems
    finally:
        file.write_bytes(before)


@pytest.mark.parametrize("depth", [50, 2000])
def test_nesting_is_an_error_with_a_line(content: Path, depth: int) -> None:
    (content / "topics/cache.toml").write_text("title = " + "[" * depth + "]" * depth + "\n")
    with pytest.raises(ContentError, match=r"content/topics/cache\.toml:1: "):
        Bank(content).topic("cache")


def test_a_formula_is_never_run_as_code(content: Path, tmp_path: Path) -> None:
    file = content / "questions/system_design/limiter.toml"
    trace = tmp_path / "trace"
    text = file.read_text().replace('formula = "average_rate"', f"formula = \"open('{trace}', 'w')\"")
    assert "open(" in tomllib.loads(text)["quantities"][1]["formula"]
    file.write_text(text)
    assert [problem.key for problem in check(content).problems] == ["quantities[1].formula"]
    assert not trace.exists()
