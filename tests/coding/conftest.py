from collections.abc import Callable

import pytest
from a_coding_question import QUICK, a_case, a_question

from sparring.coding.errors import NoIsolation
from sparring.coding.judge import judge
from sparring.coding.judgement import Judgement
from sparring.coding.sandbox import available


@pytest.fixture(scope="session")
def isolated() -> None:
    try:
        available()
    except NoIsolation as error:
        pytest.skip(str(error))


@pytest.fixture
def run_case(isolated: None) -> Callable[..., Judgement]:
    """Judge one case: (source, run, expect=1)."""

    def judged(source: str, run: str, expect: object = 1, **more: object) -> Judgement:
        return judge(a_question(a_case(run, expect, **more)), source, limits=QUICK)

    return judged
