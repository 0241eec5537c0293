"""Rule: a question's numbers follow from each other, units included."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING, Any

from sparring.bank.problem import Finding, short
from sparring.domain.question import AnyQuestion, DesignQuestion, Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

_WORDS = """
    attempt block bucket call change channel check chunk click client comment connection copy counter customer delivery
    device document download email entry event feed file folder follower friend image item job key link machine member
    message node notification object order partition photo post push query read recipient record region replica request
    retry row rule send server session shard sms subscriber task tenant token topic update upload url user video view
    worker write
"""
COUNTS = tuple(_WORDS.split())
"""Words that count things; to Pint each is 1."""

TOLERANCE = 0.1
_DEEPEST_POWER = 6
_VALUE = re.compile(
    r"\s*(?P<number>[-+]?[\d_]*\.?\d+(?:[eE][-+]?\d+)?)"
    # Possessive: words stand side by side, and trying every way to cut one would take for ever.
    r"\s*(?P<unit>(?:[*/]?\s*[A-Za-z_]++(?:\s*\*\*\s*[1-3])?\s*+)*+)"
)
_OPERATORS: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}


class _Refused(Exception):
    """Why an expression has no value."""


def formulas_come_out(question: AnyQuestion) -> Iterator[Finding]:
    """Every value is a number with a known unit, every formula comes to its value within 10 %."""
    if not isinstance(question, DesignQuestion):
        return
    values: dict[str, Any] = {}
    for i, quantity in enumerate(question.quantities):
        try:
            values[quantity.id] = _value(quantity.value)
        except _Refused as refusal:
            yield Finding(("quantities", i, "value"), "a number and its unit, like '2e3 request/second'", str(refusal))
    for i, quantity in enumerate(question.quantities):
        if quantity.formula is not None and quantity.id in values:
            yield from _comes_out(i, quantity, values)


def _comes_out(i: int, quantity: Quantity, values: Mapping[str, Any]) -> Iterator[Finding]:
    path = ("quantities", i, "formula")
    stated = values[quantity.id]
    try:
        others = {id_: value for id_, value in values.items() if id_ != quantity.id}
        computed = _computed(str(quantity.formula), others)
        if not computed.is_compatible_with(stated):
            raise _Refused(f"{computed.units}, which is no {stated.units}")
        got = computed.to(stated.units).magnitude
    except _Refused as refusal:
        yield Finding(path, "an expression over the other quantities' ids", str(refusal))
        return
    if not math.isclose(got, stated.magnitude, rel_tol=TOLERANCE):
        unit = f" {stated.units:~D}".rstrip()
        yield Finding(path, f"{quantity.value} within 10 %", f"{got:.4g}{unit}")


@cache
def _registry() -> UnitRegistry[float]:
    import pint

    registry: UnitRegistry[float] = pint.UnitRegistry()
    for word in COUNTS:
        registry.define(f"{word} = 1 count")
    return registry


def _value(text: str) -> Any:
    found = _VALUE.fullmatch(text)
    if found is None:
        raise _Refused(short(text))
    return _registry().Quantity(float(found["number"]), _unit(found["unit"]))


def _unit(text: str) -> Any:
    import pint

    words = text.strip()
    try:
        return _registry().parse_units(
            f"1{words}" if words.startswith("/") else re.sub(r"(?<=\w)\s+(?=[A-Za-z])", "*", words)
        )
    except (pint.PintError, AttributeError, ValueError) as error:
        raise _Refused(f"{short(text)} ({error})") from error


def _computed(formula: str, values: Mapping[str, Any]) -> Any:
    """A formula's value. A whitelist of syntax, never `eval`: content may come from a stranger."""
    import pint

    try:
        tree = ast.parse(formula.strip(), mode="eval")
        return _registry().Quantity(1) * _node(tree.body, values)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _Refused(f"{short(formula)} ({error})") from error
    except (pint.PintError, ArithmeticError, AttributeError) as error:
        raise _Refused(str(error)) from error


def _node(node: ast.expr, values: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            return values[name] if name in values else _named(name, values)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_node(operand, values)
        case ast.BinOp(left=base, op=ast.Pow(), right=ast.Constant(value=int() as power)) if (
            0 <= power <= _DEEPEST_POWER
        ):
            return _node(base, values) ** power
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return _OPERATORS[type(operator)](_node(left, values), _node(right, values))
    raise _Refused(f"{ast.unparse(node)!r}; only numbers, ids, units, + - * / and small powers")


def _named(name: str, values: Mapping[str, Any]) -> Any:
    try:
        return _registry().Quantity(1.0, _unit(name))
    except _Refused as refusal:
        raise _Refused(f"{name!r}, which is neither a unit nor one of {', '.join(values)}") from refusal
