import pytest

from sparring.assessment.scans import scans
from sparring.bank import Bank

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


def test_no_reference_solution_of_the_bank_is_accused() -> None:
    bank = Bank()
    sources = [getattr(bank.question(name), "reference", "") for name in bank.questions()]
    assert sum(map(bool, sources)) >= 4
    assert [scans(source) for source in sources if scans(source)] == []
