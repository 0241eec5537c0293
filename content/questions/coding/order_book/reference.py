"""An order book for one instrument."""

import heapq
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

Trade = tuple[Hashable, int, int]
"""The waiting order, the price, the quantity."""

OTHER = {"buy": "sell", "sell": "buy"}


@dataclass(slots=True)
class _Level:
    """What waits at one price, the first to come at the front."""

    orders: OrderedDict[Hashable, int] = field(default_factory=OrderedDict)
    total: int = 0

    def add(self, order_id: Hashable, quantity: int) -> None:
        self.orders[order_id] = quantity
        self.total += quantity

    def remove(self, order_id: Hashable) -> None:
        self.total -= self.orders.pop(order_id)

    def fill_first(self, wanted: int) -> tuple[Hashable, int]:
        """Fill the first order as far as wanted; what remains of it keeps its place."""
        order_id = next(iter(self.orders))
        quantity = min(wanted, self.orders[order_id])
        self.orders[order_id] -= quantity
        self.total -= quantity
        if self.orders[order_id] == 0:
            del self.orders[order_id]
        return order_id, quantity


class _Side:
    """The waiting orders of one side. Ranks are prices turned so that the lowest rank is the best."""

    def __init__(self, side: str) -> None:
        self._sign = -1 if side == "buy" else 1
        self._levels: dict[int, _Level] = {}
        self._ranks: list[int] = []
        """A heap with the rank of each level once; an emptied level goes when it comes to the top."""

    def add(self, order_id: Hashable, price: int, quantity: int) -> None:
        if price not in self._levels:
            self._levels[price] = _Level()
            heapq.heappush(self._ranks, self._sign * price)
        self._levels[price].add(order_id, quantity)

    def remove(self, order_id: Hashable, price: int) -> None:
        self._levels[price].remove(order_id)

    def best(self) -> tuple[int, _Level] | None:
        while self._ranks:
            price = self._sign * self._ranks[0]
            level = self._levels[price]
            if level.orders:
                return price, level
            heapq.heappop(self._ranks)
            del self._levels[price]
        return None

    def accepts(self, price: int, limit: int) -> bool:
        """Whether an order that waits here at `price` suits somebody whose limit is `limit`."""
        return self._sign * price <= self._sign * limit


class Book:
    """Orders that wait, and the trades between them.

    The best price goes first, and at one price the first to come. A trade has the price of the order that waited.
    The same calls give the same trades. Remembers every id that was ever used; not safe to share between threads.
    """

    def __init__(self) -> None:
        self._sides = {side: _Side(side) for side in OTHER}
        self._waiting: dict[Hashable, tuple[str, int]] = {}
        self._used: set[Hashable] = set()

    def submit(self, order_id: Hashable, side: str, price: int, quantity: int) -> list[Trade]:
        """Trade what can be traded, let the rest wait; returns the trades in their order."""
        _check_side(side)
        _check_positive("price", price)
        _check_positive("quantity", quantity)
        if order_id in self._used:
            raise ValueError(f"id {order_id!r} was used before")
        self._used.add(order_id)
        return self._enter(order_id, side, price, quantity)

    def cancel(self, order_id: Hashable) -> bool:
        """Take out what still waits of an order; whether there was anything."""
        if order_id not in self._waiting:
            return False
        side, price = self._waiting.pop(order_id)
        self._sides[side].remove(order_id, price)
        return True

    def best(self, side: str) -> tuple[int, int] | None:
        """The best price of a side and all that waits there."""
        _check_side(side)
        best = self._sides[side].best()
        return None if best is None else (best[0], best[1].total)

    def _enter(self, order_id: Hashable, side: str, price: int, quantity: int) -> list[Trade]:
        trades = self._match(side, price, quantity)
        rest = quantity - sum(traded for _, _, traded in trades)
        if rest:
            self._sides[side].add(order_id, price, rest)
            self._waiting[order_id] = (side, price)
        return trades

    def _match(self, side: str, limit: int, wanted: int) -> list[Trade]:
        waiting = self._sides[OTHER[side]]
        trades: list[Trade] = []
        while wanted and (best := waiting.best()) is not None and waiting.accepts(best[0], limit):
            price, level = best
            order_id, quantity = level.fill_first(wanted)
            if order_id not in level.orders:
                del self._waiting[order_id]
            trades.append((order_id, price, quantity))
            wanted -= quantity
        return trades


def _check_side(side: str) -> None:
    if side not in OTHER:
        raise ValueError(f"a side is 'buy' or 'sell', not {side!r}")


def _check_positive(name: str, value: int) -> None:
    if not isinstance(value, int) or value <= 0:
        raise ValueError(f"{name} must be a whole number above zero, not {value!r}")
