import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from a_coding_question import QUICK, a_case, a_question

from sparring.coding.judge import judge
from sparring.coding.judgement import Judgement, Verdict

Judge = Callable[..., Judgement]

DOUBLE = "def double(x):\n    return x * 2\n"


def verdict(judgement: Judgement) -> Verdict:
    return judgement.cases[0].verdict


def test_a_right_result_passes(run_case: Judge) -> None:
    judgement = run_case(DOUBLE, "result = (double(2), double('a'))", [4, "aa"])
    assert verdict(judgement) is Verdict.PASSED
    assert (judgement.passed, judgement.total, judgement.broken) == (1, 1, None)


def test_a_wrong_result_fails_and_says_what_came(run_case: Judge) -> None:
    judgement = run_case(DOUBLE, "result = double(2)", 5)
    assert (verdict(judgement), judgement.cases[0].got) == (Verdict.FAILED, "4")
    assert judgement.test_run.failed == ("Why.",)


def test_an_exception_names_its_line(run_case: Judge) -> None:
    judgement = run_case("def f(x):\n    y = 1\n    return x / 0\n", "result = f(1)")
    assert verdict(judgement) is Verdict.ERROR
    assert judgement.cases[0].got == "line 3: ZeroDivisionError: division by zero"


@pytest.mark.parametrize(
    ("raises", "wanted"),
    [("ValueError", Verdict.PASSED), ("LookupError", Verdict.ERROR), ("Exception", Verdict.PASSED)],
)
def test_an_expected_exception_passes_with_its_subclasses(run_case: Judge, raises: str, wanted: Verdict) -> None:
    source = "class TooBig(ValueError):\n    pass\n\ndef f():\n    raise TooBig('big')\n"
    assert verdict(run_case(source, "f()", None, raises=raises)) is wanted


def test_an_expected_exception_that_does_not_come_fails(run_case: Judge) -> None:
    assert verdict(run_case("def f():\n    return None\n", "result = f()", None, raises="ValueError")) is Verdict.FAILED


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("x = 1\ndef f(:\n    pass\n", 2, "SyntaxError"),
        ("x = 1\n\nimport numpy_of_nowhere\n", 3, "ModuleNotFoundError"),
        ("raise SystemExit(0)\n", 1, "SystemExit"),
        ("def f():\n\treturn 1\n        return 2\n", 3, "TabError"),
        ("x = '\0'\n", None, "null bytes"),
        ("x = '\ud800'\n", None, "Error"),
        ("while True:\n    pass\n", None, "timeout"),
        ("import os\nos._exit(3)\n", None, "status 3"),
        ("(" * 100_000, 1, "SyntaxError"),
        ("#" * 2_000_000, None, "characters"),
    ],
)
def test_what_does_not_load_is_broken(run_case: Judge, source: str, line: int | None, says: str) -> None:
    judgement = run_case(source, "result = 1")
    assert judgement.broken is not None
    assert says in judgement.broken
    assert judgement.broken_line == line
    assert verdict(judgement) is Verdict.ERROR


def test_cases_do_not_see_each_other(isolated: None) -> None:
    source = "seen = []\n\ndef see(x):\n    seen.append(x)\n    return seen\n"
    question = a_question(a_case("result = see(1)", [1]), a_case("result = see(2)", [2]))
    assert judge(question, source).passed == 2


def test_a_stage_brings_its_own_cases_and_those_before(isolated: None) -> None:
    question = a_question(
        a_case("result = 1"),
        a_case("result = 1", stage=2),
        a_case("result = 1", stage=3),
        a_case("result = 1", open=False),
    )
    assert [judge(question, "", stage=stage).total for stage in (1, 2, 3)] == [2, 3, 4]
    assert judge(question, "", only_open=True).total == 1


def test_same_submission_same_judgement(isolated: None) -> None:
    question = a_question(a_case("result = list({'a', 'b', 'c', 'd'})", ["?"]), a_case("print(object)\nresult = 1"))
    assert judge(question, DOUBLE) == judge(question, DOUBLE)


def test_a_byte_order_mark_is_no_error(run_case: Judge) -> None:
    assert verdict(run_case("\ufeff" + DOUBLE, "result = double(1)", 2)) is Verdict.PASSED


def test_dataclasses_and_threads_work(run_case: Judge) -> None:
    source = (
        "import threading\nfrom dataclasses import dataclass, field\n\n"
        "@dataclass\nclass Box:\n    items: list[int] = field(default_factory=list)\n\n"
        "def fill(n):\n    box = Box()\n"
        "    threads = [threading.Thread(target=box.items.append, args=(i,)) for i in range(n)]\n"
        "    [t.start() for t in threads]\n    [t.join() for t in threads]\n    return len(box.items)\n"
    )
    assert verdict(run_case(source, "result = fill(12)", 12)) is Verdict.PASSED


def test_after_four_timeouts_the_rest_is_not_run(isolated: None) -> None:
    question = a_question(*[a_case("while True: pass")] * 4, a_case("result = 1"))
    judgement = judge(question, "", limits=QUICK)
    assert {case.verdict for case in judgement.cases} == {Verdict.TIMEOUT}
    assert judgement.cases[4].got.startswith("not run")


def run_python(program: str, path: str) -> str:
    environment = {**os.environ, "PATH": path}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


ASK = """
from sparring.coding.errors import NoIsolation
from sparring.coding.sandbox import available
try:
    print(available())
except NoIsolation as error:
    print("refused:", error)
"""


def test_without_bubblewrap_nothing_runs_and_the_remedy_is_said(tmp_path: Path) -> None:
    said = run_python(ASK, str(tmp_path))
    assert said.startswith("refused:")
    assert "apt-get install bubblewrap" in said


def test_a_bubblewrap_that_may_not_isolate_is_refused(tmp_path: Path) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    said = run_python(ASK, str(tmp_path))
    assert said.startswith("refused:")
    assert "No permissions to create new namespace" in said


def test_a_bubblewrap_that_isolates_nothing_is_refused(tmp_path: Path) -> None:
    fake = tmp_path / "bwrap"
    fake.write_text(
        f"#!{sys.executable}\nimport os, sys\nos.execv({sys.executable!r}, ['python', '-P', *sys.argv[-2:]])\n"
    )
    fake.chmod(0o755)
    assert run_python(ASK, str(tmp_path)).startswith("refused:")
