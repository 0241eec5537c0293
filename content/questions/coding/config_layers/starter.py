"""Settings out of several layers."""


class ConfigError(Exception):
    """A setting cannot be had."""

    def __init__(self, keys, reason):
        """`keys` leads from the key that was asked for to the one at fault."""
        super().__init__(f"{' -> '.join(keys)}: {reason}")
        self.keys = list(keys)


class Settings:
    """Settings merged from layers."""

    def __init__(self, layers, types=None):
        """`layers` is a list of pairs of a name and a dict; `types` gives int, float, bool or str for a key."""

    def get(self, key):
        """The value of a key."""

    def explain(self, key):
        """Where the value comes from: a list of (key, layer, text)."""
