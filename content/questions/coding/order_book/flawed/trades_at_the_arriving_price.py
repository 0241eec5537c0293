import heapq
from itertools import count


class Book:
    def __init__(self):
        self.heaps = {"buy": [], "sell": []}
        self.orders = {}
        self.totals = {"buy": {}, "sell": {}}
        self.used = set()
        self.counter = count()

    def submit(self, order_id, side, price, quantity):
        if side not in self.heaps or order_id in self.used:
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
            if side == "buy" and best[0] > price or side == "sell" and best[0] < price:
                break
            waiting = self.heaps[other][0][2]
            traded = min(quantity, self.orders[waiting][2])
            self.orders[waiting][2] -= traded
            self.totals[other][best[0]] -= traded
            quantity -= traded
            trades.append((waiting, price, traded))
            if self.orders[waiting][2] == 0:
                del self.orders[waiting]
        if quantity:
            self.orders[order_id] = [side, price, quantity]
            rank = -price if side == "buy" else price
            heapq.heappush(self.heaps[side], (rank, next(self.counter), order_id))
            self.totals[side][price] = self.totals[side].get(price, 0) + quantity
        return trades

    def cancel(self, order_id):
        if order_id not in self.orders:
            return False
        side, price, quantity = self.orders.pop(order_id)
        self.totals[side][price] -= quantity
        return True

    def best(self, side):
        if side not in self.heaps:
            raise ValueError(side)
        heap = self.heaps[side]
        while heap and heap[0][2] not in self.orders:
            heapq.heappop(heap)
        if not heap:
            return None
        price = abs(heap[0][0])
        return price, self.totals[side][price]
