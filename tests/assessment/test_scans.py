import pytest

from sparring.assessment.reviewing import review
from sparring.assessment.scans import scans
from sparring.bank import Bank
from sparring.domain.question import CodingQuestion
from sparring.domain.round import Round
from sparring.domain.transcript import Snapshot, Transcript

LRU = """
class Cache:
    def __init__(self):
        self.data = {}
        self.order = []

    def get(self, key):
        self._touch(key)
        return self.data.get(key)

    def _touch(self, key):
        self.order.remove(key)
        self.order.append(key)
"""
REBUILT = """
class A:
    def __init__(self):
        self.q = []
    def f(self):
        self.q = [x for x in self.q if x]
"""


def test_a_removal_from_a_list_is_found_where_a_public_method_reaches_it() -> None:
    (found,) = scans(LRU)
    assert (found.line, found.code, found.method) == (12, "self.order.remove(key)", "get")


@pytest.mark.parametrize(
    "source",
    [
        LRU.replace("self.order = []", "self.order = set()"),
        "def f(items):\n    items.remove(1)\n    return sorted(items)\n",
        "class Broken(:\n",
        REBUILT,
    ],
)
def test_nothing_is_said_of_what_is_not_certain(source: str) -> None:
    assert scans(source) == ()


def written(source: str) -> Transcript:
    code = (Snapshot(0.0, "python", source),)
    return Transcript("t", Round.CODING, "q", "Q", (), code=code)


MEANT: dict[str, set[str]] = {
    "batcher": {"flush"},
    "config_layers": {"set"},
    "pool": {"close"},
    "room_booking": {"earliest", "free"},
    "search_filter": {"put"},
    "window_metrics": {"count", "percentile", "record"},
}
"""Methods of the bank's reference solutions that go through all they hold, by question."""


def test_no_reference_solution_of_the_bank_is_accused() -> None:
    bank = Bank()
    questions = [question for name in bank.questions(Round.CODING) if (question := bank.question(name))]
    assert len(questions) >= 4
    for question in questions:
        assert isinstance(question, CodingQuestion)
        for source in (question.reference, *(stage.reference for stage in question.stages)):
            assert review(written(source), question).scans == (), question.id
            assert {scan.method for scan in scans(source)} <= MEANT.get(question.id, set()), question.id


def test_a_scan_that_no_reference_makes_is_still_found() -> None:
    question = Bank().question("lru_ttl")
    assert isinstance(question, CodingQuestion)
    slow = next(flawed.source for flawed in question.flawed if flawed.name == "scans_for_the_oldest")
    assert review(written(slow), question).scans


def test_lines_are_counted_as_the_parser_counts_them() -> None:
    odd = LRU.replace("self.data = {}", "self.data = {}  # \x0c \u2028")
    assert [(x.line, x.code) for x in scans(odd)] == [(12, "self.order.remove(key)")]
