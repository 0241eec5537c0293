"""Feature flags whose rules are checked once and asked often, groups that flags share, and variants that users keep."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol

PLACES = 10_000
"""A roll-out is decided in steps of a hundredth of a percent."""

Test = Callable[[Any], bool]
User = Mapping[str, Any]


class _Condition(Protocol):
    def is_met(self, user: User) -> bool: ...


@dataclass(frozen=True)
class _OnAttribute:
    attribute: str
    test: Test

    def is_met(self, user: User) -> bool:
        value = user.get(self.attribute)
        return isinstance(value, str | int | float) and self.test(value)


@dataclass
class _Segment:
    """A named group of users. Rules hold the group itself, so a new definition reaches all of them."""

    conditions: tuple[_Condition, ...]

    def is_met(self, user: User) -> bool:
        return all(condition.is_met(user) for condition in self.conditions)


@dataclass(frozen=True)
class _Rule:
    conditions: tuple[_Condition, ...]
    places: int
    """How many of all the places have the feature."""

    def applies_to(self, user: User) -> bool:
        return all(condition.is_met(user) for condition in self.conditions)

    def lets_in(self, flag: str, user: User) -> bool:
        if self.places in (0, PLACES):
            return self.places == PLACES
        return user.get("id") is not None and place(flag, user["id"]) < self.places


class _Split:
    """Which variant owns which place. A change of shares moves as few places as it can."""

    def __init__(self) -> None:
        self._owners: list[str | None] = [None] * PLACES

    def owner(self, place: int) -> str | None:
        return self._owners[place]

    def share_out(self, wanted: Mapping[str, int]) -> None:
        """Take away what is too much first, so that there is enough to give."""
        missing = dict(wanted)
        for i, owner in enumerate(self._owners):
            if owner is not None and missing.get(owner, 0) > 0:
                missing[owner] -= 1
            else:
                self._owners[i] = None
        new = (variant for variant, count in missing.items() for _ in range(count))
        for i, owner in enumerate(self._owners):
            if owner is None:
                self._owners[i] = next(new, None)


class Flags:
    """Which features are on for whom. Rules are read when a flag is defined, never while somebody asks."""

    def __init__(self) -> None:
        self._rules: dict[str, tuple[_Rule, ...]] = {}
        self._segments: dict[str, _Segment] = {}
        self._splits: defaultdict[str, _Split] = defaultdict(_Split)

    def define(self, flag: str, rules: Sequence[Mapping[str, Any]]) -> None:
        """Set or replace the rules of a flag; a mistake in them is a ValueError and changes nothing."""
        self._rules[flag] = tuple(self._rule(rule) for rule in rules)

    def segment(self, name: str, conditions: Sequence[Mapping[str, Any]]) -> None:
        """Set or replace a group of users, at once for every flag that names it."""
        checked = tuple(_on_attribute(condition) for condition in conditions)
        self._segments.setdefault(name, _Segment(checked)).conditions = checked

    def is_on(self, flag: str, user: User, default: bool = False) -> bool:
        """What the first rule that applies decides, off if none does; `default` for a flag nobody defined."""
        if flag not in self._rules:
            return default
        for rule in self._rules[flag]:
            if rule.applies_to(user):
                return rule.lets_in(flag, user)
        return False

    def split(self, flag: str, shares: Mapping[str, float]) -> None:
        """Share the users of a flag out among variants; whoever has one keeps it unless its share shrinks."""
        wanted = {variant: _places(percent) for variant, percent in shares.items()}
        if flag not in self._rules:
            raise ValueError(f"no such flag: {flag!r}")
        if sum(wanted.values()) > PLACES:
            raise ValueError(f"more than 100 percent: {dict(shares)!r}")
        self._splits[flag].share_out(wanted)

    def variant(self, flag: str, user: User) -> str | None:
        """The variant of a user for whom the flag is on, None if there is none."""
        if user.get("id") is None or flag not in self._splits or not self.is_on(flag, user):
            return None
        # A place of its own: those within a small roll-out all have low places for the flag itself.
        return self._splits[flag].owner(place(f"{flag}/variant", user["id"]))

    def _rule(self, rule: Mapping[str, Any]) -> _Rule:
        conditions = tuple(self._condition(condition) for condition in rule.get("when", ()))
        return _Rule(conditions, _places(rule.get("percent", 100)))

    def _condition(self, condition: Mapping[str, Any]) -> _Condition:
        if "segment" not in condition:
            return _on_attribute(condition)
        if condition["segment"] not in self._segments:
            raise ValueError(f"no such segment: {condition['segment']!r}")
        return self._segments[condition["segment"]]


def place(flag: str, user_id: str) -> int:
    """Where a user stands for a flag: the same in every process and in every language we ship."""
    return int.from_bytes(sha256(f"{flag}:{user_id}".encode()).digest()[:8], "big") % PLACES


def _places(percent: Any) -> int:
    if not _is_number(percent) or not 0 <= percent <= 100:
        raise ValueError(f"percent must be from 0 to 100, not {percent!r}")
    return round(percent * PLACES / 100)


def _on_attribute(condition: Mapping[str, Any]) -> _OnAttribute:
    op = condition.get("op", "")
    if op not in _TESTS or "attribute" not in condition or "value" not in condition:
        raise ValueError(f"not a condition: {condition!r}")
    return _OnAttribute(condition["attribute"], _TESTS[op](condition["value"]))


def _is(expected: Any) -> Test:
    return lambda value: bool(value == expected)


def _in(expected: Any) -> Test:
    members = _members(expected)
    return lambda value: value in members


def _not_in(expected: Any) -> Test:
    members = _members(expected)
    return lambda value: value not in members


def _at_least(expected: Any) -> Test:
    if not _is_number(expected):
        raise ValueError(f"at_least needs a number, not {expected!r}")
    return lambda value: _is_number(value) and value >= expected


def _is_number(value: Any) -> bool:
    """Python counts True and False among the numbers; we do not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _members(expected: Any) -> frozenset[Any]:
    if not isinstance(expected, list):
        raise ValueError(f"in and not_in need a list, not {expected!r}")
    return frozenset(expected)


_TESTS: Mapping[str, Callable[[Any], Test]] = {"is": _is, "in": _in, "not_in": _not_in, "at_least": _at_least}
