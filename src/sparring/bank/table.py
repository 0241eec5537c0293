"""A TOML table that is read key by key and notes what is wrong instead of stopping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from sparring.bank.problem import ContentProblem, Finding, KeyPath, short
from sparring.bank.source import Source

EnumT = TypeVar("EnumT", bound=StrEnum)
ID = re.compile(r"[a-z0-9_]+")
_MISSING = object()


class Table:
    """One table of a document. Each reader returns a value of its type; a wrong one is noted, an empty one returned.

    A document with problems is refused as a whole, so the empty values go nowhere.
    """

    def __init__(self, source: Source, problems: list[ContentProblem], path: KeyPath = (), data: object = None) -> None:
        self._source = source
        self._problems = problems
        self._path = path
        self._data: Mapping[str, object] = data if isinstance(data, dict) else {}
        self._absent = not isinstance(data, dict)
        """There is no table: that was noted once, its keys need no note each."""

        self._known: set[str] = set()

    @classmethod
    def of(cls, source: Source, problems: list[ContentProblem]) -> Table:
        """The whole document; problems are added to the list."""
        return cls(source, problems, (), dict(source.data))

    def note(self, key: str | tuple[str | int, ...], expected: str, got: str) -> None:
        """Note that a key is not as expected."""
        path = self._path + (key if isinstance(key, tuple) else (key,))
        self._problems.append(self._source.problem(Finding(path, expected, got)))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._data

    def text(self, key: str, optional: bool = False) -> str:
        """A text that is not blank; where `optional`, it may be missing or empty."""
        value = self._take(key, "" if optional else _MISSING, "text")
        if value is _MISSING:
            return ""
        if not isinstance(value, str):
            self.note(key, "text", short(value))
            return ""
        if not value.strip() and not optional:
            self.note(key, "text", "none")
        return value.strip()

    def block(self, key: str) -> str:
        """A text in which white space counts."""
        self.text(key)
        value = self._data.get(key)
        return value if isinstance(value, str) else ""

    def id(self, key: str) -> str:
        """An id: lower-case letters, digits, underscores."""
        value = self.text(key)
        if value and not ID.fullmatch(value):
            self.note(key, "lower-case letters, digits and underscores", short(value))
        return value

    def texts(self, key: str, least: int = 1, exactly: int | None = None, optional: bool = False) -> tuple[str, ...]:
        """A list of texts, none blank; at least so many, or exactly so many."""
        values = self._list(key, 0 if optional else least, exactly, optional)
        for i, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                self.note((key, i), "text", short(value))
        return tuple(value.strip() for value in values if isinstance(value, str))

    def choice(self, key: str, kind: type[EnumT], default: EnumT | None = None) -> EnumT:
        """One of an enumeration's values."""
        value = self._take(key, default if default is not None else _MISSING, _one_of(kind))
        try:
            return kind(str(value))
        except ValueError:
            if value is not _MISSING:
                self.note(key, _one_of(kind), short(value))
            return next(iter(kind))

    def choices(self, key: str, kind: type[EnumT]) -> tuple[EnumT, ...]:
        """A list of an enumeration's values."""
        found: list[EnumT] = []
        for i, value in enumerate(self.texts(key)):
            try:
                found.append(kind(value))
            except ValueError:
                self.note((key, i), _one_of(kind), short(value))
        return tuple(found)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._take(key, _MISSING, "true or false")
        if value is not _MISSING and not isinstance(value, bool):
            self.note(key, "true or false", short(value))
        return value is True

    def number(self, key: str, least: float, most: float) -> float:
        """A number in a range."""
        value = self._take(key, _MISSING, "a number")
        return least if value is _MISSING else self._number(key, value, least, most)

    def numbers(self, key: str, least: float, most: float, exactly: int) -> tuple[float, ...]:
        """A list of so many numbers in a range; none where it is missing."""
        if not self.has(key):
            return ()
        found = enumerate(self._list(key, 0, exactly, False))
        return tuple(self._number((key, i), value, least, most) for i, value in found)

    def integer(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number in a range."""
        value = self._take(key, default if default is not None else _MISSING, "a whole number")
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        if value is not _MISSING:
            self.note(key, f"a whole number from {least} to {most}", short(value))
        return least

    def value(self, key: str) -> object:
        """Anything; None where it is missing."""
        self._known.add(key)
        return self._data.get(key)

    def table(self, key: str) -> Table:
        """A table inside this one."""
        value = self._take(key, _MISSING, "a table")
        if value is not _MISSING and not isinstance(value, dict):
            self.note(key, "a table", short(value))
        return Table(self._source, self._problems, (*self._path, key), value)

    def tables(
        self, key: str, least: int = 1, exactly: int | None = None, most: int | None = None
    ) -> tuple[Table, ...]:
        """An array of tables."""
        values = self._list(key, least, exactly, optional=least == 0 and not exactly)
        if most is not None and len(values) > most:
            self.note(key, f"at most {most}", str(len(values)))
        for i, value in enumerate(values):
            if not isinstance(value, dict):
                self.note((key, i), "a table", short(value))
        return tuple(
            Table(self._source, self._problems, (*self._path, key, i), value) for i, value in enumerate(values)
        )

    def by(self, key: str, kind: type[EnumT], needed: Iterable[EnumT]) -> dict[EnumT, str]:
        """A table of texts by an enumeration's values, `needed` ones at least, in the enumeration's order."""
        return self.table(key).each(kind, needed)

    def each(self, kind: type[EnumT], needed: Iterable[EnumT]) -> dict[EnumT, str]:
        """This table as texts by an enumeration's values; see `by`."""
        wanted = set(needed)
        found = {member: self.text(member.value) for member in kind if member in wanted or self.has(member.value)}
        self.close()
        return found

    def close(self) -> None:
        """Refuse every key that was not asked for."""
        for key in self._data:
            if key not in self._known:
                known = ", ".join(sorted(self._known))
                self.note(
                    key, f"one of the known keys ({known})" if known else "no keys", f"the unknown key {short(key)}"
                )

    def keys(self) -> tuple[str, ...]:
        """Every key, as written."""
        return tuple(self._data)

    def _take(self, key: str, default: object, expected: str) -> object:
        self._known.add(key)
        if key in self._data:
            return self._data[key]
        if default is _MISSING and not self._absent:
            self.note(key, expected, "nothing; add the key")
        return default

    def _number(self, key: str | tuple[str | int, ...], value: object, least: float, most: float) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return float(value)
        self.note(key, f"a number from {least:g} to {most:g}", short(value))
        return least

    def _list(self, key: str, least: int, exactly: int | None, optional: bool) -> list[object]:
        value = self._take(key, [] if optional else _MISSING, "a list")
        if value is _MISSING:
            return []
        if not isinstance(value, list):
            self.note(key, "a list", short(value))
            return []
        if exactly is not None and len(value) != exactly:
            self.note(key, f"exactly {exactly}", str(len(value)))
        elif len(value) < least:
            self.note(key, f"at least {least}", str(len(value)))
        return value


def _one_of(kind: type[StrEnum]) -> str:
    return f"one of {', '.join(member.value for member in kind)}"
