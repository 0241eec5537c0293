import pytest

from sparring.coding.checker import same

NAN = float("nan")


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (1, 1.0),
        ([1, [2, {"a": None}]], (1, (2, {"a": None}))),
        (NAN, NAN),
        ({"a": 1, "b": 2}, {"b": 2.0, "a": 1}),
        (True, True),
        ("x", "x"),
        (None, None),
        (10**40, 10**40),
        (10**400, 10**400),
    ],
)
def test_equal_values_are_the_same(got: object, expected: object) -> None:
    assert same(got, expected)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (True, 1),
        (0, False),
        ("1", 1),
        (None, 0),
        (None, False),
        ([1], [1, 2]),
        ([1, 2], [2, 1]),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({}, []),
        (NAN, 0.0),
        (10**400, 5),
        (10**400, NAN),
        ("", []),
    ],
)
def test_different_values_are_not(got: object, expected: object) -> None:
    assert not same(got, expected)
