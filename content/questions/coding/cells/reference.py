"""A small spreadsheet that keeps every value up to date."""

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

_NAME = r"[A-Z]+[1-9][0-9]*"
_NUMBER = r"[0-9]+"
_FORMULA = re.compile(rf"=\s*(?:{_NAME}|{_NUMBER})(?:\s*[+-]\s*(?:{_NAME}|{_NUMBER}))*")
_TERM = re.compile(rf"([=+-])\s*({_NAME}|{_NUMBER})")


class CycleError(Exception):
    """A cell would depend on itself."""


@dataclass(frozen=True)
class _Formula:
    """A constant plus other cells, each with how often it is added (or taken away)."""

    constant: int
    weights: Mapping[str, int]

    def value(self, values: Mapping[str, int]) -> int:
        return self.constant + sum(weight * values.get(cell, 0) for cell, weight in self.weights.items())


class Sheet:
    """Cells that hold whole numbers or sums over other cells. Values are kept, so reading calculates nothing."""

    def __init__(self) -> None:
        self._formulas: dict[str, _Formula] = {}
        """What each cell that is not empty holds."""
        self._values: dict[str, int] = {}
        self._used_by: defaultdict[str, set[str]] = defaultdict(set)

    def set(self, cell: str, content: str) -> None:
        """Put a number, a formula or nothing into a cell. A change that is refused leaves no trace."""
        _check_name(cell)
        formula, before = _parsed(content), self._formulas.get(cell)
        self._replace(cell, formula)
        try:
            order = self._order_after(cell)
        except CycleError:
            self._replace(cell, before)
            raise
        for changed in order:
            self._calculate(changed)

    def get(self, cell: str) -> int | None:
        """The value of a cell, None if it is empty."""
        _check_name(cell)
        return self._values.get(cell)

    def _replace(self, cell: str, formula: _Formula | None) -> None:
        for used in self._uses(cell):
            self._used_by[used].discard(cell)
        if formula is None:
            self._formulas.pop(cell, None)
        else:
            self._formulas[cell] = formula
        for used in self._uses(cell):
            self._used_by[used].add(cell)

    def _uses(self, cell: str) -> Mapping[str, int]:
        formula = self._formulas.get(cell)
        return formula.weights if formula else {}

    def _order_after(self, cell: str) -> list[str]:
        """The cell and all that follow from it, each after everything that it uses."""
        affected = self._affected_by(cell)
        unready = {name: len(self._uses(name).keys() & affected) for name in affected}
        order = [name for name, count in unready.items() if count == 0]
        for name in order:
            for user in self._used_by.get(name, ()):
                unready[user] -= 1
                if unready[user] == 0:
                    order.append(user)
        if len(order) < len(affected):
            raise CycleError(f"{cell} would depend on itself")
        return order

    def _affected_by(self, cell: str) -> Set[str]:
        affected, open_ends = {cell}, [cell]
        while open_ends:
            found = self._used_by.get(open_ends.pop(), set()) - affected
            affected |= found
            open_ends.extend(found)
        return affected

    def _calculate(self, cell: str) -> None:
        formula = self._formulas.get(cell)
        if formula is None:
            self._values.pop(cell, None)
        else:
            self._values[cell] = formula.value(self._values)


def _check_name(cell: str) -> None:
    if not re.fullmatch(_NAME, cell):
        raise ValueError(f"not a cell: {cell!r}")


def _parsed(content: str) -> _Formula | None:
    text = content.strip()
    if not text:
        return None
    if re.fullmatch(rf"-?{_NUMBER}", text):
        return _Formula(int(text), {})
    if not _FORMULA.fullmatch(text):
        raise ValueError(f"neither a number nor a formula: {content!r}")
    constant, weights = 0, defaultdict[str, int](int)
    for operator, term in _TERM.findall(text):
        sign = -1 if operator == "-" else 1
        if term.isdigit():
            constant += sign * int(term)
        else:
            weights[term] += sign
    return _Formula(constant, dict(weights))
