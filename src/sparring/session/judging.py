"""Runs a session's code against its question's cases."""

from dataclasses import dataclass

from sparring.coding.errors import CodingError
from sparring.coding.judge import judge, judge_case
from sparring.coding.judgement import CaseResult, Judgement, Verdict
from sparring.domain.question import Case, CaseCategory, CodingQuestion
from sparring.session.conductor import Conductor

Judged = tuple[int, int, tuple[str, ...], str]
"""Passed, total, why-lines of the failed cases, and what kept us from judging (ours, never the candidate's)."""


OURS = "{} cases could not be run; that is our fault and counts for nothing."
"""Said where cases could not be judged."""


def judged(conductor: Conductor) -> Judged:
    """The latest code against the cases of the present stage and those before it."""
    judgement, problem = _judgement(conductor, only_open=False)
    if judgement is None:
        return 0, 0, (), problem
    if judgement.unjudged:
        return 0, 0, (), OURS.format(judgement.unjudged)
    return judgement.passed, judgement.total, tuple(result.case.why for result in judgement.failed), ""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case as the candidate sees it after a run."""

    title: str
    """The case and what it shows."""

    passed: bool
    after: str
    """The statements that were run; empty where the case passed."""

    expected: str
    came: str
    printed: str
    """What the code printed meanwhile."""


@dataclass(frozen=True, slots=True)
class ScratchRun:
    """What came of the candidate's own statements."""

    printed: str
    problem: str
    """Why they stopped, as a sentence; empty where they ran to their end."""


def open_cases(conductor: Conductor) -> tuple[tuple[OpenCase, ...], str]:
    """Every open case of the present stage, and what kept us from running them."""
    judgement, problem = _judgement(conductor, only_open=True)
    if judgement is None:
        return (), problem
    if judgement.broken:
        return (), f"Your file does not run: {judgement.broken}"
    if judgement.unjudged:
        return (), OURS.format(judgement.unjudged)
    return tuple(_shown(result) for result in judgement.cases), ""


def open_results(conductor: Conductor) -> tuple[list[tuple[str, bool]], str]:
    """(what the case shows, passed) of every open case as text, and what kept us from running them."""
    cases, problem = open_cases(conductor)
    return [(case.title + ("" if case.passed else _difference(case)), case.passed) for case in cases], problem


def scratch(conductor: Conductor, statements: str) -> ScratchRun:
    """Run statements of the candidate's own after their code; what is printed is theirs to read, nothing is judged."""
    source = _source(conductor)
    if source is None:
        return ScratchRun("", "There is nothing to run in this round.")
    case = Case("scratch", 1, CaseCategory.HAPPY, True, "", f"{statements}\nresult = None", None)
    try:
        result = judge_case(case, source)
    except CodingError as error:
        return ScratchRun("", str(error))
    return ScratchRun(result.printed, "" if result.verdict is Verdict.PASSED else result.got)


def _shown(result: CaseResult) -> OpenCase:
    title = f"{result.case.id}: {result.case.why}"
    if result.verdict is Verdict.PASSED:
        return OpenCase(title, True, "", "", "", result.printed)
    expected = result.case.raises or repr(result.case.expect)
    return OpenCase(title, False, result.case.run.strip(), expected, result.got, result.printed)


def _difference(case: OpenCase) -> str:
    """What was expected and what came, of a case that is open anyway."""
    run = "; ".join(case.after.split("\n")).strip("; ")
    return f"\n          after:    {run}\n          expected: {case.expected}\n          came:     {case.came}"


def _source(conductor: Conductor) -> str | None:
    """The latest code, the starter where there is none yet; None where the round has no code."""
    question = conductor.plan.question
    if not isinstance(question, CodingQuestion):
        return None
    code = conductor.transcript.code
    return code[-1].text if code else question.starter


def _judgement(conductor: Conductor, *, only_open: bool) -> tuple[Judgement | None, str]:
    question, source = conductor.plan.question, _source(conductor)
    if source is None or not isinstance(question, CodingQuestion):
        return None, "There is nothing to run in this round."
    try:
        return judge(question, source, stage=conductor.state.stage, only_open=only_open), ""
    except CodingError as error:
        return None, str(error)
