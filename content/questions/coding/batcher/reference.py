"""Collects single requests into batches, by size and by waiting time."""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False, slots=True)
class _Batch:
    due: float
    items: list[Any] = field(default_factory=list)


class Batcher:
    """Hands items on in batches of one key, when there are `max_size` or the first has waited `max_wait` seconds.

    Nothing happens by itself: whoever runs the loop calls `poll` at `next_due`. A batch is forgotten before it is
    sent, so each item is handed on at most once. Not safe to share between threads.
    """

    def __init__(
        self,
        send: Callable[[Hashable, list[Any]], Any],
        max_size: int,
        max_wait: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if max_size < 1:
            raise ValueError(f"max_size must be at least 1, not {max_size}")
        if max_wait < 0:
            raise ValueError(f"max_wait cannot be negative: {max_wait}")
        self._send = send
        self._max_size = max_size
        self._max_wait = max_wait
        self._clock = clock
        self._waiting: OrderedDict[Hashable, _Batch] = OrderedDict()
        """In the order they were opened, which is the order they fall due since all may wait equally long."""

    def add(self, key: Hashable, item: Any) -> None:
        """Take one item; sends the batch of its key if that is now full or due."""
        now = self._clock()
        batch = self._waiting.get(key)
        if batch is None:
            batch = self._waiting[key] = _Batch(due=now + self._max_wait)
        batch.items.append(item)
        if len(batch.items) == self._max_size or batch.due <= now:
            self._hand_on(key)

    def poll(self) -> int:
        """Send the batches that are due now, the one due first at the front; returns how many."""
        now = self._clock()
        sent = 0
        while self._waiting:
            key, batch = next(iter(self._waiting.items()))
            if now < batch.due:
                break
            self._hand_on(key)
            sent += 1
        return sent

    def next_due(self) -> float | None:
        """The time at which the next batch falls due, or None if nothing waits."""
        if not self._waiting:
            return None
        return next(iter(self._waiting.values())).due

    def flush(self) -> int:
        """Send all that waits now, due or not, the one opened first at the front; returns how many batches."""
        sent = 0
        for key, batch in list(self._waiting.items()):
            if self._waiting.get(key) is batch:
                self._hand_on(key)
                sent += 1
        return sent

    def _hand_on(self, key: Hashable) -> None:
        batch = self._waiting.pop(key)
        self._send(key, batch.items)
