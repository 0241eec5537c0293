"""Merges two edited copies of a document, lists with ids included; conflicts can be decided by rule."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

MISSING = object()
"""Stands for the value of a key that is not there; None is a value."""

Document = dict[str, Any]
Path = tuple[str, ...]


Decide = Callable[[list[str], Any, Any, Any], Any]
"""Gets path, base, mine and theirs; returns what shall stand there, or raises Undecided."""
_Settle = Callable[[Path, Any, Any, Any], Any]


class Undecided(Exception):
    """Leaves a conflict to be reported."""


def merge(
    base: Document, mine: Document, theirs: Document, decide: Decide | None = None
) -> tuple[Document, list[dict[str, Any]]]:
    """The document with the changes of both sides, and the conflicts by path; where they conflict, mine stands.

    `decide` is asked about each conflict, in the order of their paths; those it settles are not reported. The
    arguments are left as they are, and the result shares nothing with them.
    """
    conflicts: list[dict[str, Any]] = []

    def settle(path: Path, before: Any, my_value: Any, their_value: Any) -> Any:
        try:
            if decide is not None:
                return decide(list(path), _copy(before), _copy(my_value), _copy(their_value))
        except Undecided:
            pass
        conflicts.append(_conflict(path, my_value, their_value))
        return my_value

    return _merge_dicts(base, mine, theirs, (), settle), conflicts


def _merge_dicts(base: Any, mine: Document, theirs: Document, path: Path, settle: _Settle) -> Document:
    """Looks at the keys in order, so that conflicts are found in order; keeps the keys as mine and then theirs have them."""
    before = base if isinstance(base, dict) else {}
    keys = {**mine, **theirs}
    merged = {}
    for key in sorted(keys):
        values = (document.get(key, MISSING) for document in (before, mine, theirs))
        merged[key] = _merge_values(*values, (*path, key), settle)
    return {key: merged[key] for key in keys if merged[key] is not MISSING}


def _merge_values(base: Any, mine: Any, theirs: Any, path: Path, settle: _Settle) -> Any:
    """Values are compared only where the walk ends, so that none is looked at once for each level above it."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _merge_dicts(base, mine, theirs, path, settle)
    if _has_ids(mine) and _has_ids(theirs):
        return _merge_lists(base, mine, theirs, path, settle)
    if _same(base, mine):
        return _copy(theirs)
    if not _same(base, theirs) and not _same(mine, theirs):
        return _copy(settle(path, base, mine, theirs))
    return _copy(mine)


def _merge_lists(base: Any, mine: list, theirs: list, path: Path, settle: _Settle) -> list[Document]:
    """In the order of mine, then what only they have, in their order."""
    before = _by_id(base) if _has_ids(base) else {}
    return list(_merge_dicts(before, _by_id(mine), _by_id(theirs), path, settle).values())


def _has_ids(value: Any) -> bool:
    """Whether this is a list of dictionaries, each with a string of its own under `id`."""
    if not isinstance(value, list):
        return False
    ids = [element.get("id") for element in value if isinstance(element, dict)]
    return len(ids) == len(value) and all(isinstance(each, str) for each in ids) and len(set(ids)) == len(ids)


def _by_id(elements: list[Document]) -> Document:
    return {element["id"]: element for element in elements}


def _conflict(path: Path, mine: Any, theirs: Any) -> dict[str, Any]:
    sides = {"mine": mine, "theirs": theirs}
    return {"path": list(path)} | {side: _copy(value) for side, value in sides.items() if value is not MISSING}


def _copy(value: Any) -> Any:
    return value if value is MISSING else deepcopy(value)


def _same(a: Any, b: Any) -> bool:
    """Equal as JSON: True is not 1, and 1 is not 1.0."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_same(value, b[key]) for key, value in a.items())
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return a == b
