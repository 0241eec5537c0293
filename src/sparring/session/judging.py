"""Runs a session's code against its question's cases."""

import json

from sparring.coding.errors import CodingError
from sparring.coding.judge import judge
from sparring.coding.judgement import CaseResult, Judgement, Verdict
from sparring.domain.question import CodingQuestion
from sparring.session.conductor import Conductor

Judged = tuple[int, int, tuple[str, ...], str]
"""Passed, total, why-lines of the failed cases, and what kept us from judging (ours, never the candidate's)."""


def judged(conductor: Conductor, *, only_open: bool = False) -> Judged:
    """The latest code against the cases of the present stage and those before it."""
    judgement, problem = _judgement(conductor, only_open=only_open)
    if judgement is None:
        return 0, 0, (), problem
    if judgement.unjudged:
        return 0, 0, (), f"{judgement.unjudged} cases could not be run; that is our fault and counts for nothing."
    return judgement.passed, judgement.total, tuple(result.case.why for result in judgement.failed), ""


def open_results(conductor: Conductor) -> tuple[list[tuple[str, bool]], str]:
    """(what the case shows, passed) of every open case, and what kept us from running them."""
    judgement, problem = _judgement(conductor, only_open=True)
    if judgement is None:
        return [], problem
    if judgement.broken:
        return [], f"Your file does not run: {judgement.broken}"
    lines = []
    for result in judgement.cases:
        passed = result.verdict is Verdict.PASSED
        lines.append((f"{result.case.id}: {result.case.why}" + ("" if passed else _difference(result)), passed))
    return lines, ""


def _difference(result: CaseResult) -> str:
    """What was expected and what came, of a case that is open anyway."""
    expected = result.case.raises or json.dumps(result.case.expect, ensure_ascii=False)
    return f"\n          after:    {'; '.join(result.case.run.split(chr(10))).strip('; ')}\n" + (
        f"          expected: {expected}\n          came:     {result.got}"
    )


def _judgement(conductor: Conductor, *, only_open: bool) -> tuple[Judgement | None, str]:
    question = conductor.plan.question
    code = conductor.transcript.code
    if not isinstance(question, CodingQuestion):
        return None, "There is nothing to run in this round."
    source = code[-1].text if code else question.starter
    try:
        return judge(question, source, stage=conductor.state.stage, only_open=only_open), ""
    except CodingError as error:
        return None, str(error)
