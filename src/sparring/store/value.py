"""Values as the database keeps them: JSON in plain ASCII.

ASCII because PostgreSQL refuses NUL in text and SQLite refuses lone surrogates; escaped, both keep every character.
"""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime

from sparring.domain.event import Json
from sparring.store.errors import NotStorable

DEEPEST = 100
"""Levels of nesting a value may have."""


def clean(text: str) -> str:
    """The text with surrogate pairs joined and lone surrogates replaced by U+FFFD, so that it can be shown and sent."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def encode(value: Mapping[str, Json], what: str) -> str:
    """One JSON object as ASCII text. Tuples become lists; for surrogates see `clean`.

    Raises NotStorable for NaN, infinities, and anything that JSON has no word for.
    """
    try:
        return json.dumps(_plain(value, what, 0), ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise NotStorable(what, "a JSON value", str(error)) from error


def decode(text: str) -> Mapping[str, Json]:
    """What `encode` was given."""
    value: Mapping[str, Json] = json.loads(text)
    return value


def _plain(value: object, what: str, depth: int) -> Json:
    if depth > DEEPEST:
        raise NotStorable(what, f"at most {DEEPEST} levels of nesting", "more")
    match value:
        case None | bool() | int():
            return value
        case str():
            return clean(value)
        case float() if math.isfinite(value):
            return value
        case Mapping():
            return {_key(key, what): _plain(item, f"{what}.{key}", depth + 1) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item, f"{what}[{i}]", depth + 1) for i, item in enumerate(value)]
    raise NotStorable(what, "a JSON value", f"{value!r} ({type(value).__name__})"[:200])


def _key(key: object, what: str) -> str:
    if not isinstance(key, str):
        raise NotStorable(what, "text as key", f"{key!r} ({type(key).__name__})"[:200])
    return clean(key)


def instant(at: datetime) -> str:
    """A moment as text that sorts by time. A time without zone raises NotStorable."""
    if at.tzinfo is None:
        raise NotStorable("started_at", "a time with its zone", at.isoformat())
    return at.astimezone(UTC).isoformat(timespec="microseconds")
