"""Settings out of several layers, with references between them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ESCAPE_OR_REFERENCE = re.compile(r"\$\$|\$\{([^}]*)\}")
_SWITCHES = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class ConfigError(Exception):
    """A setting cannot be had; `keys` leads from the key that was asked for to the one at fault."""

    def __init__(self, keys: Sequence[str], reason: str) -> None:
        super().__init__(f"{' -> '.join(keys)}: {reason}")
        self.keys = list(keys)


@dataclass(frozen=True, slots=True)
class _Setting:
    """The text of a key as it stands in the layer that decides."""

    layer: str
    raw: str


class Settings:
    """Settings merged from layers, later ones winning; a reference means the merged value of its key.

    Everything is worked out when it is asked for, once, so that a broken setting troubles only those who need it.
    """

    def __init__(self, layers: Sequence[tuple[str, Mapping[str, str | None]]], types: Mapping[str, type] | None = None) -> None:
        """`layers` are names with their settings, None taking a key away; `types` has int, float, bool or str."""
        self._settings = _merged(layers)
        self._types = types or {}
        self._texts: dict[str, str] = {}

    def get(self, key: str) -> Any:
        """The value of a key, in its type; ConfigError if it cannot be had."""
        text = self._text(key, {})
        kind = self._types.get(key, str)
        try:
            return _converted(text, kind)
        except ValueError:
            raise ConfigError([key], f"{text!r} is no {kind.__name__}") from None

    def explain(self, key: str) -> list[tuple[str, str | None, str | None]]:
        """All that the value is made of, as (key, layer, text), each key once; a key that is not set has None twice."""
        steps: dict[str, tuple[str, str | None, str | None]] = {}
        self._explain(key, steps)
        return list(steps.values())

    def _text(self, key: str, path: dict[str, None]) -> str:
        """The text with references replaced; `path` holds, in order, the keys that are being worked out."""
        if key in self._texts:
            return self._texts[key]
        if key in path:
            raise ConfigError([*path, key], "refers to itself")
        if key not in self._settings:
            raise ConfigError([*path, key], "is not set")
        path[key] = None
        text = _replaced(self._settings[key].raw, lambda name: self._text(name, path))
        del path[key]
        self._texts[key] = text
        return text

    def _explain(self, key: str, steps: dict[str, tuple[str, str | None, str | None]]) -> None:
        if key in steps:
            return
        if key not in self._settings:
            steps[key] = (key, None, None)
            return
        setting = self._settings[key]
        steps[key] = (key, setting.layer, setting.raw)
        for name in _references(setting.raw):
            self._explain(name, steps)


def _merged(layers: Sequence[tuple[str, Mapping[str, str | None]]]) -> dict[str, _Setting]:
    settings: dict[str, _Setting] = {}
    for layer, values in layers:
        for key, raw in values.items():
            if raw is None:
                settings.pop(key, None)
            else:
                settings[key] = _Setting(layer, raw)
    return settings


def _replaced(raw: str, text_of: Callable[[str], str]) -> str:
    """The text with `$$` as a dollar and references replaced, in one pass: what comes in is not looked at again."""
    return _ESCAPE_OR_REFERENCE.sub(lambda found: "$" if found[1] is None else text_of(found[1]), raw)


def _references(raw: str) -> Iterator[str]:
    return (found[1] for found in _ESCAPE_OR_REFERENCE.finditer(raw) if found[1] is not None)


def _converted(text: str, kind: type) -> Any:
    """The value of a text; ValueError if it is none of that type."""
    if kind is not bool:
        return kind(text)
    switch = _SWITCHES.get(text.strip().lower())
    if switch is None:
        raise ValueError(text)
    return switch
