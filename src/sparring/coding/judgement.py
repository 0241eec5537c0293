"""What the cases said about a submission."""

from dataclasses import dataclass
from enum import StrEnum

from sparring.domain.question import Case
from sparring.domain.transcript import TestRun


class Verdict(StrEnum):
    """How one case ended."""

    PASSED = "passed"
    FAILED = "failed"
    """It ran to its end and the result was another one, or the expected exception did not come."""

    ERROR = "error"
    """An exception nobody expected, a crash, an exit, or a result that is no JSON."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    OUTPUT_LIMIT = "output_limit"
    INTERNAL_ERROR = "internal_error"
    """Our own fault: says nothing about the submission and counts neither way."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case, judged."""

    case: Case
    verdict: Verdict
    got: str
    """What came, in at most 200 printable characters: the value, the exception with its line, or what stopped it."""

    printed: str = ""
    """The start of what the submission printed, control characters taken out."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A submission, judged against the cases of its stage and of every stage before."""

    stage: int
    cases: tuple[CaseResult, ...]
    """In the order of the question."""

    broken: str | None = None
    """Why the submission does not even load, with its line; every case is then an error."""

    broken_line: int | None = None

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(case.verdict is Verdict.PASSED for case in self.cases)

    @property
    def total(self) -> int:
        """How many cases count: all but those that failed by our own fault."""
        return len(self.cases) - self.unjudged

    @property
    def unjudged(self) -> int:
        """How many cases say nothing, by our own fault."""
        return sum(case.verdict is Verdict.INTERNAL_ERROR for case in self.cases)

    @property
    def failed(self) -> tuple[CaseResult, ...]:
        """Every case that counts and did not pass."""
        fine = (Verdict.PASSED, Verdict.INTERNAL_ERROR)
        return tuple(case for case in self.cases if case.verdict not in fine)

    @property
    def test_run(self) -> TestRun:
        """The same as a transcript carries it."""
        return TestRun(self.passed, self.total, tuple(result.case.why for result in self.failed))
