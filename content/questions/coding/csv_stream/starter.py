"""Delimited text that arrives in pieces."""


class Reader:
    """Turns pieces of text into rows, which are lists of strings."""

    def __init__(self, delimiter=","):
        """Nothing has arrived yet."""

    def feed(self, chunk):
        """Take the next piece; the rows that it completes."""
        return []

    def finish(self):
        """There are no more pieces; the rows that are left."""
        return []
