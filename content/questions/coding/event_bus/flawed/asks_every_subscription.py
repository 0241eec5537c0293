from collections import deque


class Subscription:
    def __init__(self, parts, handler, priority, once):
        self.parts = parts
        self.handler = handler
        self.priority = priority
        self.once = once
        self.alive = True

    def matches(self, parts):
        return len(parts) == len(self.parts) and all(p in ("*", t) for p, t in zip(self.parts, parts))


class EventBus:
    def __init__(self, on_error):
        self.on_error = on_error
        self.subscriptions = []
        self.waiting = deque()
        self.busy = False

    def subscribe(self, pattern, handler, priority=0, once=False):
        subscription = Subscription(self._split(pattern), handler, priority, once)
        self.subscriptions.append(subscription)
        return subscription

    def unsubscribe(self, ticket):
        if not ticket.alive:
            return False
        ticket.alive = False
        self.subscriptions.remove(ticket)
        return True

    def publish(self, topic, event):
        parts = self._split(topic)
        if "*" in parts:
            raise ValueError("no star in a topic")
        found = [s for s in self.subscriptions if s.matches(parts)]
        found.sort(key=lambda s: -s.priority)
        self.waiting.append((topic, event, found))
        if self.busy:
            return
        self.busy = True
        try:
            while self.waiting:
                topic, event, found = self.waiting.popleft()
                for subscription in found:
                    self._call(subscription, topic, event)
        finally:
            self.waiting.clear()
            self.busy = False

    def _call(self, subscription, topic, event):
        if not subscription.alive:
            return
        if subscription.once:
            self.unsubscribe(subscription)
        try:
            subscription.handler(topic, event)
        except Exception as error:
            self.on_error(error, topic, subscription.handler)

    def _split(self, name):
        parts = name.split(".")
        for part in parts:
            if not part or ("*" in part and part != "*"):
                raise ValueError(f"bad name {name!r}")
        return parts
