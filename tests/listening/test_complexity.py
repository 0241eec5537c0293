"""Stated growth, against what the question allows."""

# ruff: noqa: E501 - a table of sentences is read a line a row

from dataclasses import replace

import pytest

from sparring.domain.heard import ClaimKind
from sparring.domain.question import CodingQuestion, Complexity
from sparring.domain.round import Round
from sparring.listening.complexity import canonical, check, find

QUESTION = CodingQuestion(
    id="merge", uuid="", round=Round.CODING, title="", statement="", facts=(), phases=(), probes=(), hints=(), guarded=(), topics=(),
    altitudes={}, exemplars=(), language="python", starter="", reference="", good=Complexity("O(n log n)", "O(n)", ""),
    naive=Complexity("O(n^2)", "O(1)", ""), cases=(), flawed=(), stages=(), review={},
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("O(n log n)", "n log n"), ("O(N*log(N))", "n log n"), ("n log n", "n log n"), ("O(log n · n)", "n log n"), ("O(V + E)", "e + v"),
        ("e plus v", "e + v"), ("O(n²)", "n^2"), ("O(n**2)", "n^2"), ("n squared", "n^2"), ("O(n*n)", "n^2"), ("O(1)", "1"), ("one", "1"),
        ("O(m n)", "m n"), ("O(n·m)", "m n"), ("O(2^n)", "2^n"), ("two to the n", "2^n"), ("O(n log k)", "n log k"), ("O(√n)", "sqrt n"),
    ],
)  # fmt: skip
def test_canonical_forms(said: str, form: str) -> None:
    assert canonical(said) == form


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("that's O(n log n) and O of one memory", [("n log n", "time"), ("1", "space")]),
        ("it's linear time and constant space", [("n", "time"), ("1", "space")]),
        ("so o of n squared", [("n^2", "time")]),
        ("um its oh of one", [("1", "time")]),
        ("that's quadratic", [("n^2", "time")]),
        ("n log n time", [("n log n", "time")]),
        ("the memory is o of n", [("n", "space")]),
        ("a linear scan over the list", []),
        ("the constant factor is small", []),
        ("one of n servers", []),
    ],
)
def test_growth_in_speech(said: str, expected: list[tuple[str, str]]) -> None:
    assert [(stated.form, stated.of) for stated in find(said)] == expected


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("Sorting dominates, so it's O(n log n).", [True]),
        ("the brute force would be n squared", [True]),
        ("so overall the time complexity is O(n)", [False]),
        ("my solution runs in constant time", [False]),
        ("overall the time complexity is exponential", [False]),
        ("a lookup in the map is O(1)", []),
        ("Overall auxiliary space is O(n^2).", []),
        ("My solution runs without an O(n^3) blowup.", []),
        ("The whole thing is nowhere near O(n^3).", []),
        ("could we get it down to O(n)", []),
        ("could the time complexity be O(n)?", []),
        ("each push is log n", []),
        ("it is space O(n)", [True]),
        ("i use a linear scan", []),
    ],
)
def test_claims_against_the_question(said: str, holds: list[bool]) -> None:
    claims = check(said, QUESTION)
    assert [claim.holds for claim in claims] == holds
    assert all(claim.kind is ClaimKind.COMPLEXITY and claim.quote == said for claim in claims)
    assert not any("O(" in claim.ask or "log" in claim.ask for claim in claims)


def test_another_accepted_form_holds() -> None:
    question = replace(QUESTION, good=Complexity("O(1)", "O(n)", "", also=("O(log n) per call",)))
    assert [claim.holds for claim in check("so a call is log n", question)] == [True]


def test_growth_in_several_variables_is_never_called_wrong() -> None:
    question = replace(QUESTION, good=Complexity("O(V + E)", "O(V)", ""))
    assert check("overall the time complexity is O(n)", question) == ()


CACHE = replace(
    QUESTION, good=Complexity("O(1)", "O(n)", "", also=("O(1) amortised",)), naive=Complexity("O(n)", "O(n)", "")
)


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("So everything is O(1) time and O(1) space.", [True, False]),
        ("it's O(1) time and O(1) space", [True, False]),
        ("everything is O(1) time and O(n) space", [True, True]),
        ("the whole cache is constant space", [False]),
        ("linked list removal is constant", []),
        ("the lookup is O(1)", []),
        ("moving a node to the front takes O(1)", []),
        ("the extra space per get is O(1)", []),
        ("each get needs O(1) space", []),
        ("it's amortized", []),
        ("it's amortized constant time", [True]),
        ("is everything O(1) space?", []),
        ("if it was one entry it's O(1) time and O(1) space", [True]),
    ],
)
def test_what_a_cache_is_said_to_cost(said: str, holds: list[bool]) -> None:
    assert [claim.holds for claim in check(said, CACHE)] == holds


def test_a_sort_is_not_linear_but_where_it_is() -> None:
    (claim,) = check("Sorted is O of n because Timsort is linear.", QUESTION)
    assert not claim.holds and claim.kind is ClaimKind.COMPLEXITY
    for said in (
        "An almost sorted list is linear to sort, sorting is linear then.",
        "Merging is easy and a merge sort is linear.",
    ):
        assert not [x for x in check(said, QUESTION) if x.ref == "complexity:time:sort"]
