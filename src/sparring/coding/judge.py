"""Runs the cases of a question against a submission and says how each ended."""

from collections.abc import Sequence

from sparring.coding.checker import same
from sparring.coding.errors import SandboxDied
from sparring.coding.isolation import Isolation
from sparring.coding.judgement import CaseResult, Judgement, Verdict
from sparring.coding.limits import LIMITS, Limits
from sparring.coding.sandbox import Report, Sandbox, available
from sparring.domain.question import Case, CodingQuestion

SHOWN = 200
PRINTED_SHOWN = 2000


def judge(
    question: CodingQuestion, source: str, *, stage: int = 1, only_open: bool = False, limits: Limits = LIMITS
) -> Judgement:
    """Judge a submission against the cases of `stage` and of every stage before it.

    Each case gets a fresh process. `only_open` leaves the hidden cases out. Raises NoIsolation where nothing isolates.
    """
    cases = [case for case in question.cases if case.stage <= stage and (case.open or not only_open)]
    isolation = available()
    if len(source) > limits.source:
        long = f"the submission has {len(source)} characters, at most {limits.source} are read"
        return _broken(stage, cases, long, None)
    with _Stand(isolation, source.removeprefix("\ufeff"), limits) as stand:
        loaded = stand.ask("result = None")
        if loaded is not None and (problem := _load_problem(loaded)):
            return _broken(stage, cases, problem, loaded.line)
        return Judgement(stage, tuple(_judged(stand, cases, limits)))


def judge_case(case: Case, source: str, limits: Limits = LIMITS) -> CaseResult:
    """One case against a submission, in a process of its own. Raises NoIsolation where nothing isolates."""
    with _Stand(available(), source.removeprefix("\ufeff")[: limits.source], limits) as stand:
        return _verdict(case, stand.ask(case.run), limits)


class _Stand:
    """A sandbox that is replaced when it dies, and knows whether the submission is to blame."""

    def __init__(self, isolation: Isolation, source: str, limits: Limits) -> None:
        self._isolation, self._source, self._limits = isolation, source, limits
        self._sandbox = Sandbox(isolation, limits)

    def __enter__(self) -> "_Stand":
        self._sandbox.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._sandbox.__exit__(None, None, None)

    def ask(self, run: str) -> Report | None:
        """Run statements after the submission; None where we ourselves are at fault."""
        try:
            return self._sandbox.ask(self._source, run)
        except SandboxDied:
            return self._blame()

    def _blame(self) -> Report | None:
        """A fresh sandbox that works with an empty submission says that this submission ended the last one."""
        self._sandbox.__exit__(None, None, None)
        self._sandbox = Sandbox(self._isolation, self._limits)
        self._sandbox.__enter__()
        try:
            return Report(died="brought the sandbox down") if self._sandbox.ask("", "result = 1").value == 1 else None
        except SandboxDied:
            return None


def _judged(stand: _Stand, cases: Sequence[Case], limits: Limits) -> list[CaseResult]:
    results: list[CaseResult] = []
    for case in cases:
        late = sum(result.verdict is Verdict.TIMEOUT for result in results)
        if late >= limits.timeouts:
            results.append(CaseResult(case, Verdict.TIMEOUT, f"not run: {late} cases had run out of time already"))
        else:
            results.append(_verdict(case, stand.ask(case.run), limits))
    return results


def _verdict(case: Case, report: Report | None, limits: Limits) -> CaseResult:
    """Our own fault first, then what stopped it, then what it said."""
    if report is None:
        return CaseResult(case, Verdict.INTERNAL_ERROR, "the sandbox failed; this says nothing about the code")
    printed = _printable(report.printed, keep="\n\t")[:PRINTED_SHOWN]
    if report.stopped:
        return CaseResult(case, Verdict(report.stopped), _stopped(report.stopped, limits), printed)
    if report.died:
        return CaseResult(case, Verdict.ERROR, _short(report.died), printed)
    if report.raised:
        return CaseResult(case, _of_exception(case, report), _exception(report), printed)
    passed = case.raises is None and same(report.value, case.expect)
    return CaseResult(case, Verdict.PASSED if passed else Verdict.FAILED, _short(repr(report.value)), printed)


def _of_exception(case: Case, report: Report) -> Verdict:
    if report.raised[0] == "MemoryError":
        return Verdict.MEMORY
    return Verdict.PASSED if case.raises in report.raised and not report.loading else Verdict.ERROR


def _load_problem(report: Report) -> str | None:
    """Why the submission does not load, in one line."""
    if report.raised:
        return _exception(report)
    if report.stopped:
        return f"loading it stopped: {report.stopped}"
    return f"loading it {report.died}" if report.died else None


def _broken(stage: int, cases: Sequence[Case], problem: str, line: int | None) -> Judgement:
    results = tuple(CaseResult(case, Verdict.ERROR, "the submission does not load") for case in cases)
    return Judgement(stage, results, problem, line)


def _stopped(limit: str, limits: Limits) -> str:
    return {
        "timeout": f"stopped after {limits.seconds:g} s of computing or {limits.wall_seconds:g} s of waiting",
        "memory": f"used more than {limits.memory // (1024 * 1024)} MiB",
        "output_limit": f"printed more than {limits.printed // 1024} KiB",
    }[limit]


def _exception(report: Report) -> str:
    where = "" if report.line is None else f"line {report.line}: "
    what = f"{report.raised[0]}: {report.message}" if report.message else report.raised[0]
    return _short(where + what)


def _short(text: str) -> str:
    line = _printable(text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _printable(text: str, keep: str = "") -> str:
    """Text that cannot drive a terminal."""
    return "".join(character if character.isprintable() or character in keep else " " for character in text)
