"""A small spreadsheet that takes several changes at once and tells whoever watches a cell."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

_NAME = r"[A-Z]+[1-9][0-9]*"
_NUMBER = r"[0-9]+"
_FORMULA = re.compile(rf"=\s*(?:{_NAME}|{_NUMBER})(?:\s*[+-]\s*(?:{_NAME}|{_NUMBER}))*")
_TERM = re.compile(rf"([=+-])\s*({_NAME}|{_NUMBER})")


Watcher = Callable[[str, int | None, int | None], None]


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
        self._watchers: defaultdict[str, list[Watcher]] = defaultdict(list)
        self._news: deque[tuple[Watcher, str, int | None, int | None]] = deque()
        self._telling = False

    def set(self, cell: str, content: str) -> None:
        """Put a number, a formula or nothing into a cell. A change that is refused leaves no trace."""
        self.update({cell: content})

    def update(self, changes: Mapping[str, str]) -> None:
        """Make all the changes as if at one moment, or none of them."""
        formulas = {_checked_name(cell): _parsed(content) for cell, content in changes.items()}
        before = {cell: self._formulas.get(cell) for cell in formulas}
        self._replace_all(formulas)
        try:
            order = self._order_after(formulas)
        except CycleError:
            self._replace_all(before)
            raise
        for cell, old, new in self._recalculated(order):
            self._news.extend((watcher, cell, old, new) for watcher in self._watchers.get(cell, ()))
        self._tell()

    def watch(self, cell: str, callback: Watcher) -> None:
        """Call `callback(cell, old, new)` after each change that leaves this cell with another value.

        It may change the sheet; what follows from that is told after everything that is being told now.
        """
        self._watchers[_checked_name(cell)].append(callback)

    def get(self, cell: str) -> int | None:
        """The value of a cell, None if it is empty."""
        return self._values.get(_checked_name(cell))

    def _replace_all(self, formulas: Mapping[str, _Formula | None]) -> None:
        for cell, formula in formulas.items():
            self._replace(cell, formula)

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

    def _order_after(self, cells: Iterable[str]) -> list[str]:
        """The cells and all that follow from them, each after everything that it uses."""
        affected = self._affected_by(cells)
        unready = {name: len(self._uses(name).keys() & affected) for name in affected}
        order = [name for name, count in unready.items() if count == 0]
        for name in order:
            for user in self._used_by.get(name, ()):
                unready[user] -= 1
                if unready[user] == 0:
                    order.append(user)
        if len(order) < len(affected):
            raise CycleError(f"these would depend on themselves: {sorted(affected - set(order))}")
        return order

    def _affected_by(self, cells: Iterable[str]) -> Set[str]:
        affected = set(cells)
        open_ends = list(affected)
        while open_ends:
            found = self._used_by.get(open_ends.pop(), set()) - affected
            affected |= found
            open_ends.extend(found)
        return affected

    def _recalculated(self, order: Iterable[str]) -> list[tuple[str, int | None, int | None]]:
        """Bring the values up to date; those that came out different, with old and new."""
        different = []
        for cell in order:
            old, new = self._values.get(cell), self._calculate(cell)
            if new != old:
                different.append((cell, old, new))
        return different

    def _calculate(self, cell: str) -> int | None:
        formula = self._formulas.get(cell)
        if formula is None:
            self._values.pop(cell, None)
            return None
        value = self._values[cell] = formula.value(self._values)
        return value

    def _tell(self) -> None:
        """Call those who watch, the oldest news first. Everybody is told before the first exception goes up."""
        if self._telling:
            return
        failures = []
        self._telling = True
        try:
            while self._news:
                watcher, cell, old, new = self._news.popleft()
                try:
                    watcher(cell, old, new)
                except Exception as failure:
                    failures.append(failure)
        finally:
            self._telling = False
        if failures:
            raise failures[0]


def _checked_name(cell: str) -> str:
    if not re.fullmatch(_NAME, cell):
        raise ValueError(f"not a cell: {cell!r}")
    return cell


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
