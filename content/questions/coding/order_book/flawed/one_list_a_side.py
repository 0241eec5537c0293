class Book:
    def __init__(self):
        self.sides = {"buy": [], "sell": []}
        self.used = set()

    def submit(self, order_id, side, price, quantity):
        if side not in self.sides or order_id in self.used:
            raise ValueError("bad order")
        for number in (price, quantity):
            if not isinstance(number, int) or number <= 0:
                raise ValueError(number)
        self.used.add(order_id)
        other = self.sides["sell" if side == "buy" else "buy"]
        trades = []
        while quantity and other:
            waiting = other[0]
            if (side == "buy" and waiting[1] > price) or (side == "sell" and waiting[1] < price):
                break
            traded = min(quantity, waiting[2])
            quantity -= traded
            waiting[2] -= traded
            trades.append((waiting[0], waiting[1], traded))
            if waiting[2] == 0:
                other.pop(0)
        if quantity:
            own = self.sides[side]
            own.append([order_id, price, quantity])
            own.sort(key=lambda order: -order[1] if side == "buy" else order[1])
        return trades

    def cancel(self, order_id):
        for orders in self.sides.values():
            for i, order in enumerate(orders):
                if order[0] == order_id:
                    del orders[i]
                    return True
        return False

    def best(self, side):
        if side not in self.sides:
            raise ValueError(side)
        orders = self.sides[side]
        if not orders:
            return None
        price = orders[0][1]
        return price, sum(order[2] for order in orders if order[1] == price)
