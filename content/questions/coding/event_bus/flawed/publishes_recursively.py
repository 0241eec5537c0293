from itertools import count


class Subscription:
    def __init__(self, parts, handler, priority, number, once):
        self.parts = parts
        self.handler = handler
        self.order = (-priority, number)
        self.once = once
        self.alive = True


class EventBus:
    def __init__(self, on_error):
        self.on_error = on_error
        self.tree = {}
        self.numbers = count()

    def subscribe(self, pattern, handler, priority=0, once=False):
        parts = self._split(pattern)
        subscription = Subscription(parts, handler, priority, next(self.numbers), once)
        node = self.tree
        for part in parts:
            node = node.setdefault(part, {})
        node.setdefault("", {})[subscription.order] = subscription
        return subscription

    def unsubscribe(self, ticket):
        if not ticket.alive:
            return False
        ticket.alive = False
        self._take(self.tree, [*ticket.parts, "", ticket.order])
        return True

    def _take(self, node, steps):
        if len(steps) > 1:
            self._take(node[steps[0]], steps[1:])
        if len(steps) == 1 or not node[steps[0]]:
            del node[steps[0]]

    def publish(self, topic, event):
        parts = self._split(topic)
        if "*" in parts:
            raise ValueError("wildcards are for subscribing")
        nodes = [self.tree]
        for part in parts:
            nodes = [n[p] for n in nodes for p in (part, "*") if p in n]
        found = [s for n in nodes for s in n.get("", {}).values()]
        for subscription in sorted(found, key=lambda s: s.order):
            if not subscription.alive:
                continue
            if subscription.once:
                self.unsubscribe(subscription)
            try:
                subscription.handler(topic, event)
            except Exception as error:
                self.on_error(error, topic, subscription.handler)

    def _split(self, name):
        parts = name.split(".")
        for part in parts:
            if part == "" or ("*" in part and part != "*"):
                raise ValueError(name)
        return parts
