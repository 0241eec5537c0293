"""Whether a result is the expected one."""

import math


def same(got: object, expected: object) -> bool:
    """Whether two JSON values are equal: numbers by value, NaN equal to NaN, lists and objects all the way down.

    A truth value is no number: `True` is not `1`. Tuples count as lists.
    """
    if isinstance(got, bool) or isinstance(expected, bool):
        return got is expected
    if isinstance(got, int | float) and isinstance(expected, int | float):
        return got == expected or (_is_nan(got) and _is_nan(expected))
    if isinstance(got, list | tuple) and isinstance(expected, list | tuple):
        return len(got) == len(expected) and all(same(*pair) for pair in zip(got, expected, strict=True))
    if isinstance(got, dict) and isinstance(expected, dict):
        return got.keys() == expected.keys() and all(same(got[key], expected[key]) for key in expected)
    return type(got) is type(expected) and got == expected


def _is_nan(number: float) -> bool:
    """Whether it is no number; a whole number can be too large to be asked."""
    return isinstance(number, float) and math.isnan(number)
