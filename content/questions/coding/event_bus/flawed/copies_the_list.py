from collections import deque
from itertools import count


class Subscription:
    def __init__(self, order, handler, once, parts):
        self.order = order
        self.handler = handler
        self.once = once
        self.parts = parts


class EventBus:
    def __init__(self, on_error):
        self.on_error = on_error
        self.root = {}
        self.numbers = count()
        self.waiting = deque()
        self.busy = False

    def subscribe(self, pattern, handler, priority=0, once=False):
        parts = self._parts(pattern)
        node = self.root
        for part in parts:
            node = node.setdefault(part, {})
        order = (-priority, next(self.numbers))
        subscription = Subscription(order, handler, once, parts)
        node.setdefault("", {})[order] = subscription
        return subscription

    def unsubscribe(self, ticket):
        return self._take(self.root, [*ticket.parts, "", ticket.order])

    def _take(self, node, steps):
        if steps[0] not in node:
            return False
        taken = len(steps) == 1 or self._take(node[steps[0]], steps[1:])
        if len(steps) == 1 or not node[steps[0]]:
            del node[steps[0]]
        return taken

    def publish(self, topic, event):
        parts = self._parts(topic)
        if "*" in parts:
            raise ValueError("no wildcard in a topic")
        nodes = [self.root]
        for part in parts:
            nodes = [n[p] for n in nodes for p in (part, "*") if p in n]
        found = [s for n in nodes for s in n.get("", {}).values()]
        self.waiting.append((topic, event, sorted(found, key=lambda s: s.order)))
        if self.busy:
            return
        self.busy = True
        try:
            while self.waiting:
                self._deliver(*self.waiting.popleft())
        finally:
            self.waiting.clear()
            self.busy = False

    def _deliver(self, topic, event, subscriptions):
        for subscription in subscriptions:
            if subscription.once and not self.unsubscribe(subscription):
                continue
            try:
                subscription.handler(topic, event)
            except Exception as error:
                self.on_error(error, topic, subscription.handler)

    def _parts(self, name):
        parts = name.split(".")
        if any(not p or ("*" in p and p != "*") for p in parts):
            raise ValueError(f"bad name {name!r}")
        return parts
