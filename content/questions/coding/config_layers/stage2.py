"""Settings out of several layers, with references between them, to the layers below, and with fallbacks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ESCAPE_OR_REFERENCE = re.compile(r"\$\$|\$\{([^}|]*)(?:\|([^}]*))?\}")
_SWITCHES = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class ConfigError(Exception):
    """A setting cannot be had; `keys` leads from the key that was asked for to the one at fault."""

    def __init__(self, keys: Sequence[str], reason: str) -> None:
        super().__init__(f"{' -> '.join(keys)}: {reason}")
        self.keys = list(keys)


@dataclass(frozen=True, slots=True)
class _Place:
    """One key in one layer, by the layer's position."""

    key: str
    layer: int


@dataclass(frozen=True, slots=True)
class _Reference:
    """A key and the text that stands in for it where it is not set; None for no such text."""

    key: str
    fallback: str | None


_Step = tuple[str, str | None, str | None]


class Settings:
    """Settings merged from layers, later ones winning.

    A reference means the merged value of its key; a reference of a key to itself means its value in the layers below.
    Everything is worked out when it is asked for, once, so that a broken setting troubles only those who need it.
    """

    def __init__(self, layers: Sequence[tuple[str, Mapping[str, str | None]]], types: Mapping[str, type] | None = None) -> None:
        """`layers` are names with their settings, None taking a key away; `types` has int, float, bool or str."""
        self._layers = list(layers)
        self._types = types or {}
        self._texts: dict[_Place, str] = {}

    def get(self, key: str) -> Any:
        """The value of a key, in its type; ConfigError if it cannot be had."""
        place = self._place(key)
        if place is None:
            raise ConfigError([key], "is not set")
        text = self._text(place, {})
        kind = self._types.get(key, str)
        try:
            return _converted(text, kind)
        except ValueError:
            raise ConfigError([key], f"{text!r} is no {kind.__name__}") from None

    def explain(self, key: str) -> list[_Step]:
        """All that the value is made of, as (key, layer, text), each once; a key that is not set has None twice."""
        steps: dict[_Place | str, _Step] = {}
        self._explain(key, self._place(key), steps)
        return list(steps.values())

    def _place(self, key: str, below: int | None = None) -> _Place | None:
        """Where a key is decided, among all layers or those below one; None if it is not set there."""
        top = len(self._layers) if below is None else below
        for layer in reversed(range(top)):
            values = self._layers[layer][1]
            if key in values:
                return None if values[key] is None else _Place(key, layer)
        return None

    def _referred(self, place: _Place, key: str) -> _Place | None:
        """What a reference to `key` means at that place."""
        return self._place(key, below=place.layer if key == place.key else None)

    def _raw(self, place: _Place) -> str:
        return self._layers[place.layer][1][place.key]

    def _text(self, place: _Place, path: dict[_Place, None]) -> str:
        """The text with references replaced; `path` holds, in order, the places that are being worked out."""
        if place in self._texts:
            return self._texts[place]
        if place in path:
            raise ConfigError(_keys(path, place.key), "refers to itself")
        path[place] = None
        text = _replaced(self._raw(place), lambda reference: self._referred_text(place, reference, path))
        del path[place]
        self._texts[place] = text
        return text

    def _referred_text(self, place: _Place, reference: _Reference, path: dict[_Place, None]) -> str:
        target = self._referred(place, reference.key)
        if target is not None:
            return self._text(target, path)
        if reference.fallback is None:
            raise ConfigError(_keys(path, reference.key), "is not set")
        return reference.fallback

    def _explain(self, key: str, place: _Place | None, steps: dict[_Place | str, _Step]) -> None:
        if place is None:
            steps.setdefault(key, (key, None, None))
            return
        if place in steps:
            return
        raw = self._raw(place)
        steps[place] = (key, self._layers[place.layer][0], raw)
        for reference in _references(raw):
            self._explain(reference.key, self._referred(place, reference.key), steps)


def _keys(path: dict[_Place, None], last: str) -> list[str]:
    return [place.key for place in path] + [last]


def _replaced(raw: str, text_of: Callable[[_Reference], str]) -> str:
    """The text with `$$` as a dollar and references replaced, in one pass: what comes in is not looked at again."""
    return _ESCAPE_OR_REFERENCE.sub(
        lambda found: "$" if found[1] is None else text_of(_Reference(found[1], found[2])), raw
    )


def _references(raw: str) -> Iterator[_Reference]:
    matches = _ESCAPE_OR_REFERENCE.finditer(raw)
    return (_Reference(found[1], found[2]) for found in matches if found[1] is not None)


def _converted(text: str, kind: type) -> Any:
    """The value of a text; ValueError if it is none of that type."""
    if kind is not bool:
        return kind(text)
    switch = _SWITCHES.get(text.strip().lower())
    if switch is None:
        raise ValueError(text)
    return switch
