"""An in-process publish/subscribe bus that can keep the last event of a topic and stops storms."""

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


class EventStorm(Exception):
    """More followed from one event than the bus allows."""

    def __init__(self, chain: list[str]) -> None:
        super().__init__(f"too much followed from {chain[0]!r}; {chain[-1]!r} was refused")
        self.chain = chain
        """The topics from the event that began it to the one that was refused."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """The topic of an event, and that of the event whose handler set it off, and so on."""

    topic: str
    cause: "_Origin | None"

    def chain(self) -> list[str]:
        """The topics, the first cause first."""
        topics = []
        link: _Origin | None = self
        while link is not None:
            topics.append(link.topic)
            link = link.cause
        return topics[::-1]


@dataclass(slots=True)
class _Delivery:
    """An event that waits, with those who are to get it."""

    origin: _Origin
    event: Any
    receivers: Sequence[_Subscription]


@dataclass(slots=True)
class _Round:
    """All that follows from one call from outside."""

    waiting: deque[_Delivery] = field(default_factory=deque)
    cause: _Origin | None = None
    """The event whose handler is at work, or has just failed."""
    follow_ups: int = 0
    storm: EventStorm | None = None
    """The first refusal."""


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
    was unsubscribed is never called again, not even for events that wait. What handlers set off while one call from
    outside is served is limited; beyond that it is refused and reported once. Not safe to share between threads.
    """

    def __init__(self, on_error: OnError, max_follow_ups: int = 10_000) -> None:
        """`on_error(error, topic, handler)` is called when a handler has raised, before the next one is called."""
        if max_follow_ups < 0:
            raise ValueError(f"max_follow_ups must not be negative: {max_follow_ups}")
        self._on_error = on_error
        self._max_follow_ups = max_follow_ups
        self._subscriptions: _Tree[_Subscription] = _Tree()
        self._kept: _Tree[_Kept] = _Tree()
        self._numbers = count()
        self._round = _Round()

    def subscribe(self, pattern: str, handler: Handler, priority: float = 0, once: bool = False) -> _Subscription:
        """Have `handler(topic, event)` called, with the kept events that match to begin with. Returns a ticket."""
        path = _pattern_path(pattern)
        subscription = _Subscription(path, handler, (-priority, next(self._numbers)), once)
        self._subscriptions.put(path, subscription.rank, subscription)
        for kept in sorted(self._kept.matching_pattern(path), key=lambda kept: kept.number):
            if self._admits(kept.topic):
                self._line_up(kept.topic, kept.event, [subscription])
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
        if not self._admits(topic):
            return
        if keep:
            self._kept.put(path, topic, _Kept(next(self._numbers), topic, event))
        receivers = sorted(self._subscriptions.matching_topic(path), key=lambda subscription: subscription.rank)
        self._line_up(topic, event, receivers)
        self._deliver_waiting()

    def forget(self, topic: str) -> bool:
        """Keep the last event of a topic no longer. Returns whether there was one."""
        return self._kept.remove(_topic_path(topic), topic)

    def _admits(self, topic: str) -> bool:
        """Count what a handler sets off, and note the first that is too much."""
        current = self._round
        if current.cause is None:
            return True
        if current.follow_ups < self._max_follow_ups:
            current.follow_ups += 1
            return True
        if current.storm is None:
            current.storm = EventStorm(_Origin(topic, current.cause).chain())
        return False

    def _line_up(self, topic: str, event: Any, receivers: Sequence[_Subscription]) -> None:
        self._round.waiting.append(_Delivery(_Origin(topic, self._round.cause), event, receivers))

    def _deliver_waiting(self) -> None:
        if self._round.cause is not None:
            return
        try:
            while self._round.waiting:
                self._deliver(self._round.waiting.popleft())
        finally:
            self._round = _Round()

    def _deliver(self, delivery: _Delivery) -> None:
        for subscription in delivery.receivers:
            if subscription.active:
                self._call(subscription, delivery)

    def _call(self, subscription: _Subscription, delivery: _Delivery) -> None:
        if subscription.once:
            self.unsubscribe(subscription)
        current, earlier_storm = self._round, self._round.storm
        current.cause = delivery.origin
        try:
            subscription.handler(delivery.origin.topic, delivery.event)
        except Exception as error:
            self._on_error(error, delivery.origin.topic, subscription.handler)
        if current.storm is not None and earlier_storm is None:
            self._on_error(current.storm, current.storm.chain[-1], subscription.handler)
        current.cause = None


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
