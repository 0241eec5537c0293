"""Which conditions of correctness the tests settle."""

from sparring.assessment.grading import NEARLY_ALL, Material, failures_known, plain_cases_pass
from sparring.domain.question import CaseCategory

_PLAIN, _EDGE, _NEARLY, _EVERY = (
    "passes the plain cases",
    "handles at least one edge case",
    "passes nearly all cases",
    "passes every case",
)


def passed_conditions(m: Material) -> frozenset[str]:
    """Conditions that are met by what passed; nothing is concluded where it is not known which cases failed."""
    tests = m.transcript.tests
    if tests is None or not tests.total:
        return frozenset()
    if tests.passed == tests.total:
        return frozenset({_PLAIN, _EDGE, _NEARLY, _EVERY})
    met = {_NEARLY} if tests.passed >= NEARLY_ALL * tests.total else set()
    met |= {_PLAIN} if plain_cases_pass(m, tests) else set()
    if failures_known(tests):
        edges = [case for case in m.cases[: tests.total] if case.category is CaseCategory.EDGE]
        met |= {_EDGE} if any(case.why not in tests.failed for case in edges) else set()
    return frozenset(met)
