"""A coding question to judge by, and limits that do not keep the tests waiting."""

from sparring.coding.limits import Limits
from sparring.domain.question import Case, CaseCategory, CodingQuestion, Complexity, Flawed, Stage
from sparring.domain.round import Altitude, Round

QUICK = Limits(seconds=1.0, wall_seconds=2.5)
"""Limits for attacks, so that the tests do not wait two seconds for each."""


def a_case(run: str, expect: object = 1, **more: object) -> Case:
    fields: dict[str, object] = {"id": "a", "stage": 1, "category": CaseCategory.HAPPY, "open": True, "why": "Why."}
    return Case(**{**fields, "run": run, "expect": expect, **more})  # type: ignore[arg-type]


def a_question(
    *cases: Case, reference: str = "", flawed: tuple[Flawed, ...] = (), stages: tuple[Stage, ...] = ()
) -> CodingQuestion:
    cost = Complexity("O(1)", "O(1)", "Nothing grows.")
    return CodingQuestion(
        id="doubling",
        uuid="00000000-0000-4000-8000-000000000000",
        round=Round.CODING,
        title="Doubling",
        statement="Double it.",
        facts=(),
        phases=(),
        probes=(),
        hints=(),
        guarded=(),
        topics=(),
        altitudes={},
        exemplars=(),
        language="python",
        starter="",
        reference=reference,
        good=cost,
        naive=cost,
        cases=cases,
        flawed=flawed,
        stages=stages,
        review={Altitude.MID: ""},
    )
