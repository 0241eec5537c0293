"""A ledger with holds."""


class InsufficientFunds(Exception):
    """There is not enough money for it."""


class UnknownAccount(Exception):
    """Nobody opened that account."""


class UnknownHold(Exception):
    """Nobody made that hold."""


class HoldClosed(Exception):
    """The hold is over."""


class KeyReused(Exception):
    """The key belongs to another request."""


class Ledger:
    """Accounts, what moves between them, and what is set aside."""

    def open(self, account, unlimited=False):
        """Open an account."""

    def transfer(self, key, source, target, amount):
        """Move an amount."""

    def hold(self, key, account, amount):
        """Set an amount aside."""

    def capture(self, hold, target, amount=None):
        """Move what was set aside."""

    def release(self, hold):
        """Give up a hold."""

    def balance(self, account):
        """What the account has, with what is set aside."""

    def available(self, account):
        """What the account could spend."""

    def history(self, account):
        """What moved in and out."""
