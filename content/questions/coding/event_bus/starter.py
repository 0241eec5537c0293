"""An in-process publish/subscribe bus."""


class EventBus:
    """Passes events from those who publish them to those who subscribed."""

    def __init__(self, on_error):
        """`on_error(error, topic, handler)` hears of handlers that fail."""

    def subscribe(self, pattern, handler, priority=0, once=False):
        """Have `handler(topic, event)` called. Returns a ticket for `unsubscribe`."""

    def unsubscribe(self, ticket):
        """End a subscription."""

    def publish(self, topic, event):
        """Pass an event on."""
