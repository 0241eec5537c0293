"""A key-value store with transactions."""


class NoTransaction(Exception):
    """`commit` or `rollback` with no transaction open."""


class Store:
    """Strings by key; changes can be taken back."""

    def get(self, key):
        """The value of a key."""

    def set(self, key, value):
        """Set the value of a key."""

    def delete(self, key):
        """Remove a key; whether there was one."""

    def begin(self):
        """Open a transaction, inside the one that is open, if any."""

    def commit(self):
        """Close the transaction and keep its changes."""

    def rollback(self):
        """Close the transaction and take its changes back."""
