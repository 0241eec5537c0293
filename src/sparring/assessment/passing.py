"""Which conditions of correctness the tests settle."""

from sparring.assessment.grading import NEARLY_ALL, Material, failures_known, plain_cases_pass
from sparring.domain.question import CaseCategory

_PLAIN, _EDGE, _NEARLY, _EVERY = (
    "passes the plain cases",
    "handles at least one edge case",
    "passes nearly all cases",
    "passes every case",
)


def by_tests(condition: str, m: Material) -> float | None:
    """How likely the tests make a condition of correctness: 1 or 0 where they settle it, 0.5 where it is not known
    which cases failed; None where it is none of theirs, or nothing was run."""
    tests = m.transcript.tests
    if tests is None or not tests.total or condition not in (_PLAIN, _EDGE, _NEARLY, _EVERY):
        return None
    if condition in (_NEARLY, _EVERY):
        return float(tests.passed >= tests.total * (NEARLY_ALL if condition == _NEARLY else 1))
    if tests.passed == tests.total:
        return 1.0
    if not failures_known(tests):
        return 0.5
    if condition == _PLAIN:
        return float(plain_cases_pass(m, tests))
    edges = [case for case in m.cases[: tests.total] if case.category is CaseCategory.EDGE]
    return float(any(case.why not in tests.failed for case in edges)) if edges else 0.5
