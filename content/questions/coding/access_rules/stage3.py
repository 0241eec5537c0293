"""Who may do what, asked from either end: the nearest grant for a person decides, and a deny before an allow."""

import heapq
import time
from collections.abc import Callable, Iterable, Iterator

ALLOW, DENY = "allow", "deny"
ANY = "*"
"""The action of a grant that covers every action."""

_Place = tuple[str, str, str]
"""A resource, an effect and an action."""

_Grant = tuple[str, _Place]
"""Who has a grant, and what it is for."""

_NOBODY: frozenset[str] = frozenset()


class _Ends:
    """When grants end. Entries that were overtaken stay in the queue until their turn, or until they are half of it."""

    def __init__(self) -> None:
        self._end_of: dict[_Grant, float] = {}
        self._queue: list[tuple[float, _Grant]] = []

    def set(self, grant: _Grant, until: float) -> None:
        self._end_of[grant] = until
        heapq.heappush(self._queue, (until, grant))
        if len(self._queue) > 2 * len(self._end_of) + 16:
            self._queue = [(end, held) for held, end in self._end_of.items()]
            heapq.heapify(self._queue)

    def forget(self, grant: _Grant) -> None:
        self._end_of.pop(grant, None)

    def pop_due(self, now: float) -> Iterator[_Grant]:
        """The grants whose time is over, each once."""
        while self._queue and self._queue[0][0] <= now:
            until, grant = heapq.heappop(self._queue)
            if self._end_of.get(grant) == until:
                del self._end_of[grant]
                yield grant


class AccessRules:
    """Grants to people and groups, on resources within resources. Not safe to share between threads.

    A check costs something for each group of the user and each level above the resource, whatever else is granted.
    Grants that are over are dropped by the next question, grant or revoke, which pays for all of them.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """`clock` returns seconds and never goes back."""
        self._clock = clock
        self._ends = _Ends()
        self._parent_of: dict[str, str | None] = {}
        self._groups_of: dict[str, set[str]] = {}
        """The groups that a user or a group is in directly."""
        self._members_of: dict[str, set[str]] = {}
        """The same, seen from the groups."""
        self._holders: dict[_Place, set[str]] = {}
        """Who has a grant, by what it is for; no entry is empty."""

    def add_resource(self, resource: str, parent: str | None = None) -> None:
        """Add a resource, or move one with everything beneath it."""
        if parent is not None and parent not in self._parent_of:
            raise ValueError(f"no resource {parent!r}")
        if parent is not None and resource in self._parent_of and resource in self._levels(parent):
            raise ValueError(f"{resource!r} cannot be moved beneath itself")
        self._parent_of[resource] = parent

    def add_member(self, group: str, member: str) -> None:
        """Put a user or a group into a group; groups may contain each other."""
        if not _is_group(group):
            raise ValueError(f"{group!r} is no group")
        self._groups_of.setdefault(member, set()).add(group)
        self._members_of.setdefault(group, set()).add(member)

    def remove_member(self, group: str, member: str) -> None:
        """Take a user or a group out of a group, if it is in there."""
        self._groups_of.get(member, set()).discard(group)
        self._members_of.get(group, set()).discard(member)

    def grant(self, subject: str, action: str, resource: str, effect: str = ALLOW, until: float | None = None) -> None:
        """Allow or deny a user or a group an action on a resource and all beneath it, for good or `until` a moment."""
        if resource not in self._parent_of:
            raise ValueError(f"no resource {resource!r}")
        if effect not in (ALLOW, DENY):
            raise ValueError(f"effect must be {ALLOW!r} or {DENY!r}, not {effect!r}")
        self._drop_ended()
        place = (resource, effect, action)
        self._holders.setdefault(place, set()).add(subject)
        if until is None:
            self._ends.forget((subject, place))
        else:
            self._ends.set((subject, place), until)

    def revoke(self, subject: str, action: str, resource: str, effect: str = ALLOW) -> bool:
        """Take back exactly this grant; whether there was one."""
        self._drop_ended()
        place = (resource, effect, action)
        if subject not in self._holders.get(place, _NOBODY):
            return False
        self._ends.forget((subject, place))
        self._drop(subject, place)
        return True

    def can(self, user: str, action: str, resource: str) -> bool:
        """Whether a user may do something to a resource. No grant means no, and so does an unknown name."""
        _must_be_one(action)
        self._drop_ended()
        subjects = self._subjects_of(user)
        for level in self._levels(resource):
            effect = self._effect_at(level, action, subjects)
            if effect is not None:
                return effect == ALLOW
        return False

    def who_can(self, action: str, resource: str) -> list[str]:
        """The users that `can` would say yes to now, in order.

        Costs something for each grant that bears on the resource and for whoever is named or reached by one, once.
        """
        _must_be_one(action)
        self._drop_ended()
        effect_on: dict[str, str] = {}
        for level in self._levels(resource):
            for effect in (DENY, ALLOW):
                self._spread(effect, self._holders_at(level, effect, action), effect_on)
        return sorted(name for name, effect in effect_on.items() if effect == ALLOW and not _is_group(name))

    def _spread(self, effect: str, subjects: Iterable[str], effect_on: dict[str, str]) -> None:
        """Enter an effect for subjects and all their members, as far as nothing stronger has got there before.

        Where a group is entered already, so is everybody in it: no group is ever opened twice.
        """
        pending = list(subjects)
        while pending:
            subject = pending.pop()
            if subject not in effect_on:
                effect_on[subject] = effect
                pending.extend(self._members_of.get(subject, _NOBODY))

    def _holders_at(self, level: str, effect: str, action: str) -> Iterator[str]:
        for covering in (action, ANY):
            yield from self._holders.get((level, effect, covering), _NOBODY)

    def _drop_ended(self) -> None:
        for subject, place in self._ends.pop_due(self._clock()):
            self._drop(subject, place)

    def _drop(self, subject: str, place: _Place) -> None:
        holders = self._holders[place]
        holders.remove(subject)
        if not holders:
            del self._holders[place]

    def _effect_at(self, level: str, action: str, subjects: set[str]) -> str | None:
        """What the grants at one resource say to these subjects; None if they say nothing."""
        for effect in (DENY, ALLOW):
            for covering in (action, ANY):
                # isdisjoint goes through the smaller of two sets: a level may have fifty thousand holders.
                if not subjects.isdisjoint(self._holders.get((level, effect, covering), _NOBODY)):
                    return effect
        return None

    def _levels(self, resource: str) -> Iterator[str]:
        """A resource, what it is in, and so on to its root; nothing for an unknown one."""
        level = resource if resource in self._parent_of else None
        while level is not None:
            yield level
            level = self._parent_of[level]

    def _subjects_of(self, user: str) -> set[str]:
        """A user and every group that the user is in, nested ones and rings included."""
        subjects = {user}
        pending = [user]
        while pending:
            for group in self._groups_of.get(pending.pop(), _NOBODY):
                if group not in subjects:
                    subjects.add(group)
                    pending.append(group)
        return subjects


def _must_be_one(action: str) -> None:
    if action == ANY:
        raise ValueError(f"{ANY!r} is for grants; ask for one action")


def _is_group(name: str) -> bool:
    return name.startswith("@")
