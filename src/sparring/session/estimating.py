"""An estimate pad: lines of sums with units, worked out as they are typed.

`dau = 20M users` names a number, `dau * 12 requests/day in 1/s` uses it; words that are no unit count things.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sparring.listening import units

LONGEST_LINE, MOST_LINES = 300, 200
BIGGEST_POWER = 12
SUFFIXES = {"k": "e3", "K": "e3", "m": "e6", "M": "e6", "B": "e9", "G": "e9", "T": "e12"}
"""Written right after a number and before no letter: 20M, 3k. A space makes it a unit: 3 B is three bytes."""

_MULTIPLES = frozenset("kKMGT")
"""Suffixes that are no unit, so that a space before them changes nothing: 10 M users."""

RENAMED = {"mo": "month", "mins": "minute", "hrs": "hour", "kb": "kB", "mb": "MB", "gb": "GB", "tb": "TB", "pb": "PB"}
"""As people write them; Pint would read `mb` as millibits."""

RATES = ("qps", "rps", "tps")
LINES = {"bps": 1.0, "kbps": 1e3, "mbps": 1e6, "gbps": 1e9, "tbps": 1e12}
"""Bits a second, in any case."""

SCALES = ((1e15, "P"), (1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
COUNTS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))
SPANS = ((365 * 86400.0, "years"), (86400.0, "days"), (3600.0, "h"), (60.0, "min"), (1.0, "s"), (1e-3, "ms"))
OPERATORS: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_NUMBER = r"(?<![\w.])(\d+\.?\d*(?:[eE][-+]?\d+)?)"


@dataclass(frozen=True, slots=True)
class Worked:
    """One line of the pad."""

    value: str
    """The result with its unit; empty where there is none to show."""

    problem: str = ""
    """Why there is no result, as a sentence."""


class _Refused(Exception):
    """Why a line has no value."""


def work_out(text: str) -> tuple[Worked, ...]:
    """Every line's result, in order; a name stands for its value in the lines after it. What follows `#` is a note."""
    names: dict[str, Any] = {}
    return tuple(_line(line, names) for line in text.splitlines()[:MOST_LINES])


def shown(quantity: Any) -> str:
    """A quantity as a person says it: `2.3k /s`, `14.6 TB`, `3.2 days`."""
    base = quantity.to_base_units()
    if not math.isfinite(float(base.magnitude)):
        raise OverflowError
    size, powers = float(base.magnitude), {name: power for name, power in base.dimensionality.items() if power}
    if powers == {"[information]": 1}:
        return _scaled(size / 8, SCALES, "B")
    if powers == {"[information]": 1, "[time]": -1}:
        return _scaled(size / 8, SCALES, "B/s")
    if powers == {"[time]": -1}:
        return _scaled(size, COUNTS, "/s") if abs(size) >= 1 else _scaled(size * 86400, COUNTS, "/day")
    if powers == {"[time]": 1}:
        return _span(size)
    return _scaled(size, COUNTS, "") if not powers else f"{size:.4g} {base.units:~}"


def _line(line: str, names: dict[str, Any]) -> Worked:
    line = line.split("#", maxsplit=1)[0].strip()
    if not line:
        return Worked("")
    if len(line) > LONGEST_LINE:
        return Worked("", f"A line has at most {LONGEST_LINE} characters.")
    named = re.match(r"([A-Za-z_]\w*)\s*=\s*", line)
    body = line[named.end() :] if named else line
    try:
        sum_, _, target = re.sub(r"\s+(?:in|to|as)\s+(?=[^()]*$)", "\0", body).partition("\0")
        value = _value(sum_, names)
        text = (
            shown(value) if not target else f"{_round(float((value / _value(target, {})).to('').magnitude))} {target}"
        )
    except _Refused as refusal:
        return Worked("", str(refusal))
    except ArithmeticError:
        return Worked("", "That divides by zero or has no end.")
    except Exception as error:  # Pint's errors share no root but Exception
        return Worked("", f"The units do not fit: {error}."[:200])
    if named:
        names[named[1]] = value
    return Worked(text)


def _value(expression: str, names: Mapping[str, Any]) -> Any:
    try:
        tree = ast.parse(_written(expression), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _Refused("Write a sum such as `20M users * 5 requests / day`.") from None
    return units.registry().Quantity(1.0) * _reckon(tree.body, names)


def _written(expression: str) -> str:
    """The expression in Python's grammar: 1,000 and 20M as numbers, `×` and `per` as signs, products spelled out."""
    text = re.sub(r"(?<=\d)(?:,(?=\d{3}\b)|_(?=\d))", "", expression)
    text = text.replace("×", "*").replace("÷", "/").replace("^", "**")
    text = re.sub(r"\bper\b", "/", text).replace("%", " percent ")
    text = re.sub(r"(?<=[\s\d)])[x](?=[\s\d(])", "*", text)
    text = re.sub(rf"{_NUMBER}([kKmMBGT])(?![\w])", lambda found: found[1] + SUFFIXES[found[2]], text)
    # A number and the unit behind it are one thing: `50M / 10 minutes` divides by ten minutes.
    text = re.sub(rf"{_NUMBER}\s*(?![eE][-+\d])([A-Za-z_]\w*)", r"(\1*\2)", text)
    return re.sub(rf"({_NUMBER}|\))\s*(?=[A-Za-z_(])(?![eE][-+\d])", r"\1*", text).strip()


def _reckon(node: ast.expr, names: Mapping[str, Any]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            return names[name] if name in names else _unit(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -1.0 * _reckon(operand, names)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as power)) if power <= BIGGEST_POWER:
            return _reckon(left, names) ** power
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](_reckon(left, names), _reckon(right, names))
    raise _Refused("Numbers, names, units and + - * / ** ( ) are understood here.")


def _unit(name: str) -> Any:
    """A unit, or 1 for a word that counts things: `users`, `tweets`."""
    known = units.registry()
    if name.lower() in RATES:
        return 1.0 / known.Quantity(1.0, "second")
    if name.lower() in LINES:
        return LINES[name.lower()] * known.Quantity(1.0, "bit") / known.Quantity(1.0, "second")
    wanted = RENAMED.get(name, name)
    if name in _MULTIPLES:
        return float(f"1{SUFFIXES[name]}")
    if wanted in known:
        return known.Quantity(1.0, wanted)
    return 1.0


def _scaled(size: float, scales: tuple[tuple[float, str], ...], unit: str) -> str:
    for scale, prefix in scales:
        if abs(size) >= scale * 0.9995:
            joined = f"{prefix}{unit}" if unit.startswith("B") else f"{prefix} {unit}"
            return f"{_round(size / scale)}{' ' if unit.startswith('B') else ''}{joined}".strip()
    return f"{_round(size)} {unit}".strip()


def _span(seconds: float) -> str:
    for length, name in SPANS:
        if abs(seconds) >= length:
            return f"{_round(seconds / length)} {name}"
    return f"{_round(seconds * 1e6)} µs"


def _round(number: float) -> str:
    """Three figures, as estimates have; thousands kept whole."""
    return f"{number:,.0f}" if abs(number) >= 999.5 else f"{number:.3g}"
