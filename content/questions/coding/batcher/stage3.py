"""Collects single requests into batches, by size and waiting time, with a ticket for each result."""

import heapq
import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count
from typing import Any


@dataclass(eq=False, slots=True)
class _Batch:
    key: Hashable
    number: int
    """In the order of opening."""
    due: float
    items: list[Any] = field(default_factory=list)
    tickets: list[Future[Any]] = field(default_factory=list)
    is_waiting: bool = True


class _Deadlines:
    """Waiting batches by when they are due. What is out of date stays until its turn, or until it is half of all."""

    def __init__(self) -> None:
        self._queue: list[tuple[float, int, _Batch]] = []

    def add(self, batch: _Batch) -> None:
        """Note a batch, or one that is due earlier than when it was noted before."""
        heapq.heappush(self._queue, (batch.due, batch.number, batch))

    def first(self) -> _Batch | None:
        while self._queue and not _is_current(self._queue[0]):
            heapq.heappop(self._queue)
        return self._queue[0][2] if self._queue else None

    def forget_sent(self, waiting: int) -> None:
        """Keep the memory in proportion to what waits; constant time over many calls."""
        if len(self._queue) > 2 * waiting + 16:
            self._queue = [entry for entry in self._queue if _is_current(entry)]
            heapq.heapify(self._queue)


def _is_current(entry: tuple[float, int, _Batch]) -> bool:
    due, _, batch = entry
    return batch.is_waiting and batch.due == due


class Batcher:
    """Hands items on in batches of one key, when there are `max_size` or one of them has waited as long as it may.

    Nothing happens by itself: whoever runs the loop calls `poll` at `next_due`. A batch is forgotten before it is
    sent, so each item is handed on at most once. Safe to share between threads: one lock guards what waits, and it is
    never held while `send` runs.
    """

    def __init__(
        self,
        send: Callable[[Hashable, list[Any]], Any],
        max_size: int,
        max_wait: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`max_wait` is for items that bring no wait of their own."""
        if max_size < 1:
            raise ValueError(f"max_size must be at least 1, not {max_size}")
        self._send = send
        self._max_size = max_size
        self._max_wait = _not_negative(max_wait)
        self._clock = clock
        self._waiting: dict[Hashable, _Batch] = {}
        self._deadlines = _Deadlines()
        self._numbers = count()
        self._lock = threading.Lock()

    def add(self, key: Hashable, item: Any, wait: float | None = None) -> Future[Any]:
        """Take one item that may wait for `wait` seconds; its result, or what went wrong, will be in the ticket.

        Sends the batch of its key if that is now full or due.
        """
        allowed = self._max_wait if wait is None else _not_negative(wait)
        ticket = _ticket()
        with self._lock:
            now = self._clock()
            batch = self._batch(key, now + allowed)
            batch.items.append(item)
            batch.tickets.append(ticket)
            is_ready = len(batch.items) == self._max_size or batch.due <= now
            if is_ready:
                self._take(batch)
        if is_ready:
            self._hand_on(batch)
        return ticket

    def poll(self) -> int:
        """Send the batches that are due now, the one due first at the front; returns how many."""
        with self._lock:
            now = self._clock()
        sent = 0
        while (batch := self._take_due(now)) is not None:
            self._hand_on(batch)
            sent += 1
        return sent

    def next_due(self) -> float | None:
        """The time at which the next batch falls due, or None if nothing waits."""
        with self._lock:
            batch = self._deadlines.first()
            return None if batch is None else batch.due

    def flush(self) -> int:
        """Send all that waits now, due or not, the one opened first at the front; returns how many batches."""
        with self._lock:
            batches = list(self._waiting.values())
        sent = 0
        for batch in batches:
            with self._lock:
                is_mine = batch.is_waiting
                if is_mine:
                    self._take(batch)
            if is_mine:
                self._hand_on(batch)
                sent += 1
        return sent

    def _batch(self, key: Hashable, due: float) -> _Batch:
        """The waiting batch of a key, new or not, that is due at `due` or before."""
        batch = self._waiting.get(key)
        if batch is None:
            batch = self._waiting[key] = _Batch(key, next(self._numbers), due)
            self._deadlines.add(batch)
        elif due < batch.due:
            batch.due = due
            self._deadlines.add(batch)
        return batch

    def _take_due(self, now: float) -> _Batch | None:
        with self._lock:
            batch = self._deadlines.first()
            if batch is None or now < batch.due:
                return None
            self._take(batch)
            return batch

    def _take(self, batch: _Batch) -> None:
        """Whoever takes a batch, with the lock held, is the only one to send it."""
        batch.is_waiting = False
        del self._waiting[batch.key]
        self._deadlines.forget_sent(len(self._waiting))

    def _hand_on(self, batch: _Batch) -> None:
        try:
            results = self._send(batch.key, batch.items)
        except BaseException as error:
            _fail(batch.tickets, error)
            raise
        if not isinstance(results, list) or len(results) != len(batch.tickets):
            _fail(batch.tickets, ValueError(f"send must return a list of {len(batch.tickets)} results"))
            return
        for ticket, result in zip(batch.tickets, results, strict=True):
            ticket.set_result(result)


def _ticket() -> Future[Any]:
    """A future that cannot be cancelled: the item is in its batch and will be sent."""
    ticket: Future[Any] = Future()
    ticket.set_running_or_notify_cancel()
    return ticket


def _fail(tickets: list[Future[Any]], error: BaseException) -> None:
    for ticket in tickets:
        ticket.set_exception(error)


def _not_negative(wait: float) -> float:
    if wait < 0:
        raise ValueError(f"a wait cannot be negative: {wait}")
    return wait
