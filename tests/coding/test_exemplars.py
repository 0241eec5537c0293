from a_coding_question import a_case, a_question

from sparring.coding.exemplars import exemplars
from sparring.domain.question import Flawed, Stage

GOOD = "def double(x):\n    return x * 2\n"
BAD = "def double(x):\n    return x + 2\n"
CASES = (a_case("result = double(2)", 4), a_case("result = double(3)", 6, id="b", stage=2))


def test_good_solutions_give_no_problem(isolated: None) -> None:
    question = a_question(
        *CASES, reference=GOOD, stages=(Stage(2, "More.", GOOD),), flawed=(Flawed("adds", BAD, "", 2),)
    )
    assert list(exemplars(question)) == []


def test_each_wrong_solution_is_named(isolated: None) -> None:
    question = a_question(
        *CASES,
        reference="def double(x):\n    return 0\n",
        stages=(Stage(2, "More.", BAD), Stage(3, "Most.", "def (")),
        flawed=(Flawed("adds", BAD, "", 1), Flawed("broken", "def (", "")),
    )
    said = "\n".join(exemplars(question))
    assert "the reference fails case 'a' (failed: 0)" in said
    assert "the reference of stage 2 fails case 'b'" in said
    assert "the reference of stage 3 does not load" in said
    assert "the flawed solution 'adds' passes every case of stage 1" in said
    assert "the flawed solution 'broken' does not load" in said
