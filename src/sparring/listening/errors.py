"""What can go wrong in listening.

ListeningError
└── UnreadableQuantity   the author of a quantity: its expression is no number with units
"""


class ListeningError(Exception):
    """Root of the room's errors; what a candidate says never raises one."""


class UnreadableQuantity(ListeningError):
    """An expression that should be a number with units is not; whoever wrote it can fix it, a retry cannot."""

    def __init__(self, expression: str, because: str) -> None:
        super().__init__(f"expected a number with units such as '2.3e5 request/second', got {expression!r}: {because}")
        self.expression = expression
