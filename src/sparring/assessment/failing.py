"""The cases that the submitted code did not pass, with what each does and what it wants."""

from sparring.assessment.grading import Material
from sparring.domain.debrief import FailedCase
from sparring.domain.question import Case


def failed_cases(m: Material) -> tuple[FailedCase, ...]:
    """Every failed case that the question still has, in its order."""
    failed = set(m.transcript.tests.failed) if m.transcript.tests is not None else set()
    return tuple(FailedCase(x.why, x.stage, x.run.strip(), _expected(x)) for x in m.cases if x.why in failed)


def _expected(case: Case) -> str:
    return f"raises {case.raises}" if case.raises else repr(case.expect)
