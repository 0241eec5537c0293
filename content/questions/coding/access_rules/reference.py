"""Who may do what: the nearest resource with a grant for a person decides, and there a deny beats an allow."""

from collections.abc import Iterator

ALLOW, DENY = "allow", "deny"
ANY = "*"
"""The action of a grant that covers every action."""

_Place = tuple[str, str, str]
"""A resource, an effect and an action."""

_NOBODY: frozenset[str] = frozenset()


class AccessRules:
    """Grants to people and groups, on resources within resources. Not safe to share between threads.

    A check costs something for each group of the user and each level above the resource, whatever else is granted.
    """

    def __init__(self) -> None:
        self._parent_of: dict[str, str | None] = {}
        self._groups_of: dict[str, set[str]] = {}
        """The groups that a user or a group is in directly."""
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

    def remove_member(self, group: str, member: str) -> None:
        """Take a user or a group out of a group, if it is in there."""
        self._groups_of.get(member, set()).discard(group)

    def grant(self, subject: str, action: str, resource: str, effect: str = ALLOW) -> None:
        """Allow or deny a user or a group an action on a resource and all beneath it."""
        if resource not in self._parent_of:
            raise ValueError(f"no resource {resource!r}")
        if effect not in (ALLOW, DENY):
            raise ValueError(f"effect must be {ALLOW!r} or {DENY!r}, not {effect!r}")
        self._holders.setdefault((resource, effect, action), set()).add(subject)

    def revoke(self, subject: str, action: str, resource: str, effect: str = ALLOW) -> bool:
        """Take back exactly this grant; whether there was one."""
        place = (resource, effect, action)
        holders = self._holders.get(place)
        if holders is None or subject not in holders:
            return False
        holders.remove(subject)
        if not holders:
            del self._holders[place]
        return True

    def can(self, user: str, action: str, resource: str) -> bool:
        """Whether a user may do something to a resource. No grant means no, and so does an unknown name."""
        if action == ANY:
            raise ValueError(f"{ANY!r} is for grants; ask for one action")
        subjects = self._subjects_of(user)
        for level in self._levels(resource):
            effect = self._effect_at(level, action, subjects)
            if effect is not None:
                return effect == ALLOW
        return False

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


def _is_group(name: str) -> bool:
    return name.startswith("@")
