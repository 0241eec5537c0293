"""A text that can be edited, with undo and redo."""


class Buffer:
    """Holds the text of an editor and remembers how it came about."""

    def __init__(self, text=""):
        """`text` is what the buffer holds at first."""

    def text(self):
        """What the buffer holds."""
        return ""

    def insert(self, at, text):
        """Put `text` in at the position `at`."""

    def delete(self, start, end):
        """Take out what lies between two positions."""

    def begin_group(self):
        """From here on edits belong together."""

    def end_group(self):
        """Up to here."""

    def undo(self):
        """Take back a step."""

    def redo(self):
        """Take back an undo."""
