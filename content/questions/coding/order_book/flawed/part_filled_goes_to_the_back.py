from bisect import insort
from collections import OrderedDict


class Book:
    def __init__(self):
        self.levels = {"buy": {}, "sell": {}}
        self.prices = {"buy": [], "sell": []}
        self.totals = {"buy": {}, "sell": {}}
        self.where = {}
        self.used = set()

    def submit(self, order_id, side, price, quantity):
        if side not in self.levels or order_id in self.used:
            raise ValueError("bad order")
        for number in (price, quantity):
            if not isinstance(number, int) or number <= 0:
                raise ValueError(number)
        self.used.add(order_id)
        other = "sell" if side == "buy" else "buy"
        trades = []
        while quantity:
            best = self.best(other)
            if best is None:
                break
            if (side == "buy" and best[0] > price) or (side == "sell" and best[0] < price):
                break
            level = self.levels[other][best[0]]
            waiting, available = level.popitem(last=False)
            traded = min(quantity, available)
            quantity -= traded
            self.totals[other][best[0]] -= traded
            trades.append((waiting, best[0], traded))
            if available > traded:
                level[waiting] = available - traded
            else:
                del self.where[waiting]
        if quantity:
            if price not in self.levels[side]:
                self.levels[side][price] = OrderedDict()
                self.totals[side][price] = 0
                insort(self.prices[side], -price if side == "sell" else price)
            self.levels[side][price][order_id] = quantity
            self.totals[side][price] += quantity
            self.where[order_id] = (side, price)
        return trades

    def cancel(self, order_id):
        if order_id not in self.where:
            return False
        side, price = self.where.pop(order_id)
        self.totals[side][price] -= self.levels[side][price].pop(order_id)
        return True

    def best(self, side):
        if side not in self.levels:
            raise ValueError(side)
        prices = self.prices[side]
        while prices:
            price = abs(prices[-1])
            if self.levels[side][price]:
                return price, self.totals[side][price]
            prices.pop()
            del self.levels[side][price]
        return None
