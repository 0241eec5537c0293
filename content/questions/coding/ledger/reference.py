"""A ledger with holds."""

from collections.abc import Callable, Hashable
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

    def __init__(self) -> None:
        self._accounts: dict[str, _Account] = {}
        self._holds: dict[int, _Hold] = {}
        self._done: dict[Hashable, tuple[tuple[Hashable, ...], int]] = {}
        self._movements = count(1)

    def open(self, account: str, unlimited: bool = False) -> None:
        """Open an account; an unlimited one may go below zero."""
        if account in self._accounts:
            raise ValueError(f"account {account!r} is open already")
        self._accounts[account] = _Account(unlimited)

    def transfer(self, key: Hashable, source: str, target: str, amount: int) -> int:
        """Move an amount once for each key; returns the number of the movement."""
        return self._once(key, ("transfer", source, target, amount), lambda: self._transfer(source, target, amount))

    def hold(self, key: Hashable, account: str, amount: int) -> int:
        """Set an amount aside once for each key; returns the id of the hold."""
        return self._once(key, ("hold", account, amount), lambda: self._reserve(account, amount))

    def capture(self, hold: int, target: str, amount: int | None = None) -> int:
        """Move what was set aside, or a part of it and free the rest; returns the number of the movement."""
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
        movement = self._post(reserved.account, target, amount)
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
        self._account(source).require(amount)
        return self._post(source, target, amount)

    def _reserve(self, account: str, amount: int) -> int:
        _positive(amount)
        holder = self._account(account)
        holder.require(amount)
        holder.held += amount
        hold = len(self._holds) + 1
        self._holds[hold] = _Hold(account, amount)
        return hold

    def _post(self, source: str, target: str, amount: int) -> int:
        """The one place that changes balances: both sides, or the caller has raised before."""
        movement = next(self._movements)
        for account, change in ((source, -amount), (target, amount)):
            changed = self._accounts[account]
            changed.balance += change
            changed.history.append((movement, change))
        return movement

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
