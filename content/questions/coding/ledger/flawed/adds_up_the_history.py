class InsufficientFunds(Exception):
    pass


class UnknownAccount(Exception):
    pass


class UnknownHold(Exception):
    pass


class HoldClosed(Exception):
    pass


class KeyReused(Exception):
    pass


class Ledger:
    def __init__(self):
        self.unlimited = {}
        self.entries = {}
        self.holds = {}
        self.keys = {}
        self.moves = 0

    def open(self, account, unlimited=False):
        if account in self.entries:
            raise ValueError(account)
        self.unlimited[account] = unlimited
        self.entries[account] = []

    def _check(self, amount, *accounts):
        if not isinstance(amount, int) or amount <= 0:
            raise ValueError(amount)
        for account in accounts:
            if account not in self.entries:
                raise UnknownAccount(account)
        if len(set(accounts)) < len(accounts):
            raise ValueError("same account")

    def _check_money(self, account, amount):
        if not self.unlimited[account] and self.available(account) < amount:
            raise InsufficientFunds(account)

    def _move(self, source, target, amount):
        self.moves += 1
        self.entries[source].append((self.moves, -amount))
        self.entries[target].append((self.moves, amount))
        return self.moves

    def transfer(self, key, source, target, amount):
        request = ("transfer", source, target, amount)
        if key in self.keys:
            if self.keys[key][0] != request:
                raise KeyReused(key)
            return self.keys[key][1]
        self._check(amount, source, target)
        self._check_money(source, amount)
        result = self._move(source, target, amount)
        self.keys[key] = (request, result)
        return result

    def hold(self, key, account, amount):
        request = ("hold", account, amount)
        if key in self.keys:
            if self.keys[key][0] != request:
                raise KeyReused(key)
            return self.keys[key][1]
        self._check(amount, account)
        self._check_money(account, amount)
        hold = len(self.holds)
        self.holds[hold] = {"account": account, "amount": amount, "state": "open", "capture": None}
        self.keys[key] = (request, hold)
        return hold

    def capture(self, hold, target, amount=None):
        if hold not in self.holds:
            raise UnknownHold(hold)
        h = self.holds[hold]
        if amount is None:
            amount = h["amount"]
        self._check(amount, h["account"], target)
        if h["state"] == "captured" and h["capture"][:2] == (target, amount):
            return h["capture"][2]
        if h["state"] != "open":
            raise HoldClosed(hold)
        if amount > h["amount"]:
            raise ValueError(amount)
        h["state"] = "captured"
        move = self._move(h["account"], target, amount)
        h["capture"] = (target, amount, move)
        return move

    def release(self, hold):
        if hold not in self.holds:
            raise UnknownHold(hold)
        h = self.holds[hold]
        if h["state"] == "captured":
            raise HoldClosed(hold)
        if h["state"] == "open":
            h["state"] = "released"
    
    def balance(self, account):
        if account not in self.entries:
            raise UnknownAccount(account)
        return sum(amount for _, amount in self.entries[account])

    def available(self, account):
        held = sum(h["amount"] for h in self.holds.values() if h["account"] == account and h["state"] == "open")
        return self.balance(account) - held

    def history(self, account):
        self.balance(account)
        return list(self.entries[account])
