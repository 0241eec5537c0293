"""A key-value store with transactions, which knows how often a value is used."""

from collections import Counter


class NoTransaction(Exception):
    """`commit` or `rollback` with no transaction open."""


class Store:
    """Strings by key; changes can be taken back.

    The current state is in one place, so reads do not notice transactions. While one is open, each change records what
    it replaced. A transaction that is never closed keeps those records. For one caller at a time.
    """

    def __init__(self) -> None:
        self._current: dict[str, str] = {}
        self._uses: Counter[str] = Counter()
        """How many keys hold each value now."""
        self._replaced: list[tuple[str, str | None]] = []
        """Keys with what they held before a change, None where they were absent; oldest change first."""
        self._begun_at: list[int] = []
        """How many records there were when each open transaction began, outermost first."""

    def get(self, key: str) -> str | None:
        """The value of a key, or None where there is none."""
        return self._current.get(key)

    def set(self, key: str, value: str) -> None:
        """Set the value of a key."""
        if value is None:
            raise ValueError("None is no value; use delete")
        self._change(key, value)

    def delete(self, key: str) -> bool:
        """Remove a key; whether there was one."""
        existed = key in self._current
        if existed:
            self._change(key, None)
        return existed

    def count(self, value: str) -> int:
        """How many keys hold a value now, uncommitted changes included."""
        return self._uses[value]

    def begin(self) -> None:
        """Open a transaction, inside the one that is open, if any."""
        self._begun_at.append(len(self._replaced))

    def commit(self) -> None:
        """Close the innermost transaction; its changes now belong to the one around it, or are final."""
        self._close("commit")
        if not self._begun_at:
            self._replaced.clear()

    def rollback(self) -> None:
        """Close the innermost transaction and put everything back as it was when it began."""
        begun_at = self._close("rollback")
        while len(self._replaced) > begun_at:
            self._put(*self._replaced.pop())

    def _close(self, what: str) -> int:
        if not self._begun_at:
            raise NoTransaction(f"{what} with no transaction open")
        return self._begun_at.pop()

    def _change(self, key: str, value: str | None) -> None:
        if self._begun_at:
            self._replaced.append((key, self._current.get(key)))
        self._put(key, value)

    def _put(self, key: str, value: str | None) -> None:
        """The only place where the current state changes; None makes a key absent."""
        before = self._current.pop(key, None)
        if before is not None:
            self._uses[before] -= 1
            if not self._uses[before]:
                del self._uses[before]
        if value is not None:
            self._current[key] = value
            self._uses[value] += 1
