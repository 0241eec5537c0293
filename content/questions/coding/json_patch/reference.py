"""Merges two edited copies of a document."""

from copy import deepcopy
from typing import Any

_MISSING = object()
"""Stands for the value of a key that is not there; None is a value."""

Document = dict[str, Any]
Path = tuple[str, ...]


def merge(base: Document, mine: Document, theirs: Document) -> tuple[Document, list[dict[str, Any]]]:
    """The document with the changes of both sides, and the conflicts by path; where they conflict, mine stands.

    The arguments are left as they are, and the result shares nothing with them.
    """
    conflicts: list[dict[str, Any]] = []
    return _merge_dicts(base, mine, theirs, (), conflicts), conflicts


def _merge_dicts(base: Any, mine: Document, theirs: Document, path: Path, conflicts: list) -> Document:
    """Looks at the keys in order, so that conflicts are found in order; keeps the keys as mine and then theirs have them."""
    before = base if isinstance(base, dict) else {}
    keys = {**mine, **theirs}
    merged = {}
    for key in sorted(keys):
        values = (document.get(key, _MISSING) for document in (before, mine, theirs))
        merged[key] = _merge_values(*values, (*path, key), conflicts)
    return {key: merged[key] for key in keys if merged[key] is not _MISSING}


def _merge_values(base: Any, mine: Any, theirs: Any, path: Path, conflicts: list) -> Any:
    """Values are compared only where the walk ends, so that none is looked at once for each level above it."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _merge_dicts(base, mine, theirs, path, conflicts)
    if _same(base, mine):
        return _copy(theirs)
    if not _same(base, theirs) and not _same(mine, theirs):
        conflicts.append(_conflict(path, mine, theirs))
    return _copy(mine)


def _conflict(path: Path, mine: Any, theirs: Any) -> dict[str, Any]:
    sides = {"mine": mine, "theirs": theirs}
    return {"path": list(path)} | {side: _copy(value) for side, value in sides.items() if value is not _MISSING}


def _copy(value: Any) -> Any:
    return value if value is _MISSING else deepcopy(value)


def _same(a: Any, b: Any) -> bool:
    """Equal as JSON: True is not 1, and 1 is not 1.0."""
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(_same(value, b[key]) for key, value in a.items())
    if isinstance(a, list):
        return len(a) == len(b) and all(map(_same, a, b))
    return a == b
