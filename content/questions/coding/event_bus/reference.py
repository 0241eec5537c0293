"""An in-process publish/subscribe bus."""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

Handler = Callable[[str, Any], object]
OnError = Callable[[Exception, str, Handler], object]

_STAR = "*"


@dataclass(eq=False, slots=True)
class _Subscription:
    """One handler on one pattern, and the ticket to end it."""

    path: tuple[str, ...]
    handler: Handler
    rank: tuple[float, int]
    """Lowest first: the highest priority, then the earliest."""
    once: bool
    active: bool = True


@dataclass(slots=True)
class _Delivery:
    """An event that waits, with those who were subscribed when it was published."""

    topic: str
    event: Any
    receivers: Sequence[_Subscription]


@dataclass(slots=True)
class _Node:
    children: "defaultdict[str, _Node]" = field(default_factory=lambda: defaultdict(_Node))
    subscriptions: set[_Subscription] = field(default_factory=set)


class _Patterns:
    """Subscriptions in a tree, one level for each segment of their patterns."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, subscription: _Subscription) -> None:
        node = self._root
        for segment in subscription.path:
            node = node.children[segment]
        node.subscriptions.add(subscription)

    def remove(self, subscription: _Subscription) -> None:
        """Take a subscription out, and the branches that nobody needs any more."""
        trail = [self._root]
        for segment in subscription.path:
            trail.append(trail[-1].children[segment])
        trail.pop().subscriptions.remove(subscription)
        for parent, segment in zip(reversed(trail), reversed(subscription.path), strict=True):
            child = parent.children[segment]
            if child.children or child.subscriptions:
                return
            del parent.children[segment]

    def matching(self, path: tuple[str, ...]) -> list[_Subscription]:
        """All that match a topic, in no particular order."""
        nodes = [self._root]
        for segment in path:
            nodes = [node.children[step] for node in nodes for step in (segment, _STAR) if step in node.children]
        return [subscription for node in nodes for subscription in node.subscriptions]


class EventBus:
    """Passes each event to those who were subscribed when it was published.

    One event is delivered to the end before the next begins; what a handler publishes waits its turn. A handler that
    was unsubscribed is never called again, not even for events that wait. Not safe to share between threads.
    """

    def __init__(self, on_error: OnError) -> None:
        """`on_error(error, topic, handler)` is called when a handler has raised, before the next one is called."""
        self._on_error = on_error
        self._patterns = _Patterns()
        self._numbers = count()
        self._waiting: deque[_Delivery] = deque()
        self._delivering = False

    def subscribe(self, pattern: str, handler: Handler, priority: float = 0, once: bool = False) -> _Subscription:
        """Have `handler(topic, event)` called; a `*` in the pattern stands for one segment. Returns a ticket."""
        subscription = _Subscription(_pattern_path(pattern), handler, (-priority, next(self._numbers)), once)
        self._patterns.add(subscription)
        return subscription

    def unsubscribe(self, ticket: _Subscription) -> bool:
        """End a subscription. Returns whether it was still there to be ended."""
        if not ticket.active:
            return False
        ticket.active = False
        self._patterns.remove(ticket)
        return True

    def publish(self, topic: str, event: Any) -> None:
        """Deliver an event and all that follows from it; from within a handler, only line it up."""
        matching = self._patterns.matching(_topic_path(topic))
        receivers = sorted(matching, key=lambda subscription: subscription.rank)
        self._waiting.append(_Delivery(topic, event, receivers))
        if not self._delivering:
            self._deliver_waiting()

    def _deliver_waiting(self) -> None:
        self._delivering = True
        try:
            while self._waiting:
                self._deliver(self._waiting.popleft())
        finally:
            self._waiting.clear()
            self._delivering = False

    def _deliver(self, delivery: _Delivery) -> None:
        for subscription in delivery.receivers:
            if subscription.active:
                self._call(subscription, delivery)

    def _call(self, subscription: _Subscription, delivery: _Delivery) -> None:
        if subscription.once:
            self.unsubscribe(subscription)
        try:
            subscription.handler(delivery.topic, delivery.event)
        except Exception as error:
            self._on_error(error, delivery.topic, subscription.handler)


def _topic_path(topic: str) -> tuple[str, ...]:
    path = _pattern_path(topic)
    if _STAR in path:
        raise ValueError(f"a topic must not contain a star: {topic!r}")
    return path


def _pattern_path(pattern: str) -> tuple[str, ...]:
    path = tuple(pattern.split("."))
    for segment in path:
        if not segment:
            raise ValueError(f"empty segment in {pattern!r}")
        if _STAR in segment and segment != _STAR:
            raise ValueError(f"a star must be a whole segment: {pattern!r}")
    return path
