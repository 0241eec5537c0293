"""An in-process publish/subscribe bus that can keep the last event of a topic."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

Handler = Callable[[str, Any], object]
OnError = Callable[[Exception, str, Handler], object]
Path = tuple[str, ...]
T = TypeVar("T")

_STAR = "*"


@dataclass(eq=False, slots=True)
class _Subscription:
    """One handler on one pattern, and the ticket to end it."""

    path: Path
    handler: Handler
    rank: tuple[float, int]
    """Lowest first: the highest priority, then the earliest."""
    once: bool
    active: bool = True


@dataclass(frozen=True, slots=True)
class _Kept:
    """The last event of a topic that was published to be kept."""

    number: int
    topic: str
    event: Any


@dataclass(slots=True)
class _Delivery:
    """An event that waits, with those who are to get it."""

    topic: str
    event: Any
    receivers: Sequence[_Subscription]


@dataclass(slots=True)
class _Node(Generic[T]):
    children: "defaultdict[str, _Node[T]]" = field(default_factory=lambda: defaultdict(_Node))
    items: dict[Hashable, T] = field(default_factory=dict)


class _Tree(Generic[T]):
    """Items in a tree, one level for each segment of a path. The star is a segment like any other."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def put(self, path: Path, key: Hashable, item: T) -> None:
        """Set the item that has this key at the path."""
        node = self._root
        for segment in path:
            node = node.children[segment]
        node.items[key] = item

    def remove(self, path: Path, key: Hashable) -> bool:
        """Take an item out, and the branches that nobody needs any more. Returns whether it was there."""
        trail = [self._root]
        for segment in path:
            if segment not in trail[-1].children:
                return False
            trail.append(trail[-1].children[segment])
        if trail.pop().items.pop(key, None) is None:
            return False
        for parent, segment in zip(reversed(trail), reversed(path), strict=True):
            child = parent.children[segment]
            if child.children or child.items:
                break
            del parent.children[segment]
        return True

    def matching_topic(self, topic: Path) -> list[T]:
        """The items whose path, as a pattern, matches the topic."""
        return self._at(topic, _steps_of_topic)

    def matching_pattern(self, pattern: Path) -> list[T]:
        """The items whose path, as a topic, matches the pattern."""
        return self._at(pattern, _steps_of_pattern)

    def _at(self, path: Path, steps: "Callable[[_Node[T], str], Iterable[str]]") -> list[T]:
        nodes = [self._root]
        for segment in path:
            nodes = [node.children[name] for node in nodes for name in steps(node, segment) if name in node.children]
        return [item for node in nodes for item in node.items.values()]


def _steps_of_topic(_: _Node[T], segment: str) -> Iterable[str]:
    return segment, _STAR


def _steps_of_pattern(node: _Node[T], segment: str) -> Iterable[str]:
    return node.children if segment == _STAR else (segment,)


class EventBus:
    """Passes each event to those who were subscribed when it was published.

    One event is delivered to the end before the next begins; what a handler publishes waits its turn. A handler that
    was unsubscribed is never called again, not even for events that wait. Not safe to share between threads.
    """

    def __init__(self, on_error: OnError) -> None:
        """`on_error(error, topic, handler)` is called when a handler has raised, before the next one is called."""
        self._on_error = on_error
        self._subscriptions: _Tree[_Subscription] = _Tree()
        self._kept: _Tree[_Kept] = _Tree()
        self._numbers = count()
        self._waiting: deque[_Delivery] = deque()
        self._delivering = False

    def subscribe(self, pattern: str, handler: Handler, priority: float = 0, once: bool = False) -> _Subscription:
        """Have `handler(topic, event)` called, with the kept events that match to begin with. Returns a ticket."""
        path = _pattern_path(pattern)
        subscription = _Subscription(path, handler, (-priority, next(self._numbers)), once)
        self._subscriptions.put(path, subscription.rank, subscription)
        for kept in sorted(self._kept.matching_pattern(path), key=lambda kept: kept.number):
            self._waiting.append(_Delivery(kept.topic, kept.event, [subscription]))
        self._deliver_waiting()
        return subscription

    def unsubscribe(self, ticket: _Subscription) -> bool:
        """End a subscription. Returns whether it was still there to be ended."""
        if not ticket.active:
            return False
        ticket.active = False
        self._subscriptions.remove(ticket.path, ticket.rank)
        return True

    def publish(self, topic: str, event: Any, keep: bool = False) -> None:
        """Deliver an event and all that follows from it; from within a handler, only line it up.

        With `keep`, those who subscribe from now on get it too, until there is a newer one or it is forgotten.
        """
        path = _topic_path(topic)
        if keep:
            self._kept.put(path, topic, _Kept(next(self._numbers), topic, event))
        receivers = sorted(self._subscriptions.matching_topic(path), key=lambda subscription: subscription.rank)
        self._waiting.append(_Delivery(topic, event, receivers))
        self._deliver_waiting()

    def forget(self, topic: str) -> bool:
        """Keep the last event of a topic no longer. Returns whether there was one."""
        return self._kept.remove(_topic_path(topic), topic)

    def _deliver_waiting(self) -> None:
        if self._delivering:
            return
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


def _topic_path(topic: str) -> Path:
    path = _pattern_path(topic)
    if _STAR in path:
        raise ValueError(f"a topic must not contain a star: {topic!r}")
    return path


def _pattern_path(pattern: str) -> Path:
    path = tuple(pattern.split("."))
    for segment in path:
        if not segment:
            raise ValueError(f"empty segment in {pattern!r}")
        if _STAR in segment and segment != _STAR:
            raise ValueError(f"a star must be a whole segment: {pattern!r}")
    return path
