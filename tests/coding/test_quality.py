import pytest

from sparring.coding.errors import Unreadable
from sparring.coding.quality import Quality, quality

MESSY = """import os
def f(a, tmp=[]):
    q = 0
    for i in range(a):
        if i > 1:
            for j in range(a):
                if j == None:
                    while True:
                        q = q + 1
    unused = 3
    return q
    print("never")

def first(items):
    items.sort()
    items.reverse()
    items.append(1)
    items.pop(0)
    return items

def second(items):
    items.sort()
    items.reverse()
    items.append(1)
    items.pop(0)
    return items

def _nobody():
    return missing_name
"""

CLEAN = '''"""Doubles numbers."""


def double(number: int) -> int:
    """Twice the number."""
    return 2 * number
'''


def said(found: Quality) -> dict[int, set[str]]:
    return {line: {f.what for f in found.findings if f.line == line} for line in {f.line for f in found.findings}}


def test_what_a_reviewer_would_point_at() -> None:
    whats = "\n".join(f"{finding.line}: {finding.what}" for finding in quality(MESSY).findings)
    for expected in (
        "1: an import is never used",
        "2: a mutable default argument",
        "2: the name `a` says nothing",
        "2: `f` nests 5 levels deep",
        "3: the name `q` says nothing",
        "7: None is compared",
        "10: a variable is never used",
        "12: this can never be reached",
        "22: the same statements as from line 15",
        "28: `_nobody` is never used",
        "29: a name that is defined nowhere",
    ):
        assert expected in whats, whats


def test_a_finding_quotes_its_line() -> None:
    assert all(finding.quote == MESSY.splitlines()[finding.line - 1].strip() for finding in quality(MESSY).findings)


def test_clean_code_has_no_findings() -> None:
    found = quality(CLEAN)
    assert found.findings == ()
    assert [(f.name, f.line, f.complexity, f.nesting) for f in found.functions] == [("double", 4, 1, 0)]


def test_methods_and_nested_functions_are_measured() -> None:
    source = (
        "class A:\n    def one(self, x):\n        if x:\n            return 1\n        elif x > 2:\n            pass\n"
    )
    (one,) = quality(source).functions
    assert (one.complexity, one.nesting) == (3, 1)
    assert one.cognitive > 0


def test_loop_letters_and_lambdas_are_usual() -> None:
    assert quality("total = sum(v * v for v in [1])\nfor i in [total]:\n    print(i)\n").findings == ()


def test_a_long_function_is_worth_a_word() -> None:
    body = "".join(f"    print({i})\n" for i in range(50))
    assert any("has 51 lines" in finding.what for finding in quality(f"def talk():\n{body}").findings)


def test_comments_cannot_silence_it() -> None:
    assert quality("# ruff: noqa\nimport os  # noqa\n").findings


@pytest.mark.parametrize(
    ("source", "line"), [("x = (", 1), ("a\0b", None), ("def f():\nreturn", 2), ("x = " + "1 + " * 5000 + "1", None)]
)
def test_what_is_no_python_is_unreadable(source: str, line: int | None) -> None:
    with pytest.raises(Unreadable) as refused:
        quality(source)
    assert refused.value.line == line


def test_nothing_at_all() -> None:
    assert quality("") == Quality((), (), 0)


def test_same_code_same_findings() -> None:
    assert quality(MESSY) == quality(MESSY)
