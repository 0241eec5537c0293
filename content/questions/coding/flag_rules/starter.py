"""Feature flags with rules."""


class Flags:
    """Which features are on for whom.

    A rule is a dictionary such as
        {"when": [{"attribute": "country", "op": "in", "value": ["DE", "AT"]}], "percent": 25}
    where `op` is "is", "in", "not_in" or "at_least". A user is a dictionary such as
        {"id": "u-17", "country": "DE", "age": 33}
    """

    def define(self, flag, rules):
        """Set the rules of a flag."""

    def is_on(self, flag, user, default=False):
        """Whether a flag is on for a user."""
