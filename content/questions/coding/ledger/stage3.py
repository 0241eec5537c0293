"""A ledger with holds that run out and movements of many legs."""

import heapq
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from itertools import count


class InsufficientFunds(Exception):
    """There is not enough money for it."""


class UnknownAccount(Exception):
    """Nobody opened that account."""


class UnknownHold(Exception):
    """Nobody made that hold."""


class HoldClosed(Exception):
    """The hold is over."""


class KeyReused(Exception):
    """The key belongs to another request."""


@dataclass(slots=True)
class _Account:
    unlimited: bool
    balance: int = 0
    held: int = 0
    history: list[tuple[int, int]] = field(default_factory=list)

    @property
    def available(self) -> int:
        return self.balance - self.held

    def require(self, amount: int) -> None:
        if not self.unlimited and amount > self.available:
            raise InsufficientFunds(f"{amount} wanted, {self.available} available")


@dataclass(slots=True)
class _Hold:
    account: str
    amount: int
    is_open: bool = True
    capture: tuple[str, int, int] | None = None
    """Where it went, how much of it, and as which movement."""


class Ledger:
    """Accounts, what moves between them, and what is set aside.

    All balances together are zero after every call, and a call that raises has changed nothing. Keys are kept for
    ever. Not safe to share between threads.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` returns seconds and never goes back."""
        self._clock = clock
        self._accounts: dict[str, _Account] = {}
        self._holds: dict[int, _Hold] = {}
        self._done: dict[Hashable, tuple[tuple[Hashable, ...], int]] = {}
        self._movements = count(1)
        self._deadlines: list[tuple[float, int]] = []
        """When holds run out and which; those that were closed before stay until their turn."""

    def open(self, account: str, unlimited: bool = False) -> None:
        """Open an account; an unlimited one may go below zero."""
        if account in self._accounts:
            raise ValueError(f"account {account!r} is open already")
        self._accounts[account] = _Account(unlimited)

    def transfer(self, key: Hashable, source: str, target: str, amount: int) -> int:
        """Move an amount once for each key; returns the number of the movement."""
        return self._once(key, ("transfer", source, target, amount), lambda: self._transfer(source, target, amount))

    def post(self, key: Hashable, legs: Iterable[tuple[str, int]]) -> int:
        """Move several amounts that sum to zero as one movement, once for each key; returns its number."""
        fixed = tuple((account, amount) for account, amount in legs)
        return self._once(key, ("post", fixed), lambda: self._post_checked(fixed))

    def hold(self, key: Hashable, account: str, amount: int, lasts: float | None = None) -> int:
        """Set an amount aside once for each key, for `lasts` seconds if given; returns the id of the hold."""
        return self._once(key, ("hold", account, amount, lasts), lambda: self._reserve(account, amount, lasts))

    def capture(self, hold: int, target: str, amount: int | None = None) -> int:
        """Move what was set aside, or a part of it and free the rest; returns the number of the movement."""
        self._close_due()
        reserved = self._hold(hold)
        amount = reserved.amount if amount is None else _positive(amount)
        if reserved.capture is not None and reserved.capture[:2] == (target, amount):
            return reserved.capture[2]
        if not reserved.is_open:
            raise HoldClosed(f"hold {hold} is over")
        if amount > reserved.amount:
            raise ValueError(f"{amount} is more than the {reserved.amount} that hold {hold} has")
        self._check_ends(reserved.account, target)
        self._close(reserved)
        movement = self._post(((reserved.account, -amount), (target, amount)))
        reserved.capture = (target, amount, movement)
        return movement

    def release(self, hold: int) -> None:
        """Make what was set aside available again."""
        reserved = self._hold(hold)
        if reserved.capture is not None:
            raise HoldClosed(f"hold {hold} was captured")
        if reserved.is_open:
            self._close(reserved)

    def balance(self, account: str) -> int:
        """What the account has, with what is set aside."""
        return self._account(account).balance

    def available(self, account: str) -> int:
        """What the account could spend: its balance less its open holds."""
        self._close_due()
        return self._account(account).available

    def history(self, account: str) -> list[tuple[int, int]]:
        """The movements of an account with their signed amounts, oldest first."""
        return list(self._account(account).history)

    def _once(self, key: Hashable, request: tuple[Hashable, ...], perform: Callable[[], int]) -> int:
        """Comes before every check: what has happened stays so, whatever has become of the money."""
        if key not in self._done:
            self._done[key] = (request, perform())
        earlier, result = self._done[key]
        if earlier != request:
            raise KeyReused(f"key {key!r} belongs to {earlier}")
        return result

    def _transfer(self, source: str, target: str, amount: int) -> int:
        _positive(amount)
        self._check_ends(source, target)
        return self._post_checked(((source, -amount), (target, amount)))

    def _post_checked(self, legs: tuple[tuple[str, int], ...]) -> int:
        _check_legs(legs)
        changes: Counter[str] = Counter()
        for account, amount in legs:
            changes[account] += amount
        self._close_due()
        for account, change in changes.items():
            owner = self._account(account)
            if change < 0:
                owner.require(-change)
        return self._post(legs)

    def _reserve(self, account: str, amount: int, lasts: float | None) -> int:
        _positive(amount)
        if lasts is not None and lasts <= 0:
            raise ValueError(f"a hold lasts more than zero seconds, not {lasts}")
        self._close_due()
        holder = self._account(account)
        holder.require(amount)
        holder.held += amount
        hold = len(self._holds) + 1
        self._holds[hold] = _Hold(account, amount)
        if lasts is not None:
            heapq.heappush(self._deadlines, (self._clock() + lasts, hold))
        return hold

    def _post(self, legs: tuple[tuple[str, int], ...]) -> int:
        """The one place that changes balances: every leg, or the caller has raised before."""
        movement = next(self._movements)
        for account, amount in legs:
            changed = self._accounts[account]
            changed.balance += amount
            changed.history.append((movement, amount))
        return movement

    def _close_due(self) -> None:
        now = self._clock()
        while self._deadlines and self._deadlines[0][0] <= now:
            _, hold = heapq.heappop(self._deadlines)
            if self._holds[hold].is_open:
                self._close(self._holds[hold])

    def _close(self, reserved: _Hold) -> None:
        reserved.is_open = False
        self._accounts[reserved.account].held -= reserved.amount

    def _check_ends(self, source: str, target: str) -> None:
        self._account(source)
        self._account(target)
        if source == target:
            raise ValueError(f"from {source!r} to itself")

    def _account(self, account: str) -> _Account:
        if account not in self._accounts:
            raise UnknownAccount(account)
        return self._accounts[account]

    def _hold(self, hold: int) -> _Hold:
        if hold not in self._holds:
            raise UnknownHold(hold)
        return self._holds[hold]


def _positive(amount: int) -> int:
    if not isinstance(amount, int) or amount <= 0:
        raise ValueError(f"an amount is a whole number of cents above zero, not {amount!r}")
    return amount


def _check_legs(legs: tuple[tuple[str, int], ...]) -> None:
    if not legs or sum(amount for _, amount in legs) != 0:
        raise ValueError("a movement has legs, and they sum to zero")
    for _, amount in legs:
        _positive(abs(amount))
