"""An order book for one instrument."""


class Book:
    """Orders that wait, and the trades between them."""

    def submit(self, order_id, side, price, quantity):
        """Take an order in; `side` is "buy" or "sell"."""

    def cancel(self, order_id):
        """Take an order out."""

    def best(self, side):
        """The best that waits on a side."""
