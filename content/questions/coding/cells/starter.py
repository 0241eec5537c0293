"""A small spreadsheet."""


class CycleError(Exception):
    """A cell would depend on itself."""


class Sheet:
    """Cells that hold numbers or formulas over other cells."""

    def set(self, cell, content):
        """Put something into a cell."""

    def get(self, cell):
        """The value of a cell."""
