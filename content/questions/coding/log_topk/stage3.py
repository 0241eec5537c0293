"""The busiest endpoints of each minute, from lines that may come late, over the minutes before."""

import heapq
import math
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

Report = tuple[str, list[tuple[str, int]]]
"""A minute like `2024-05-01T10:00`, and its endpoints with their counts, the busiest first."""

MINUTE = 60
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def top_endpoints(lines: Iterable[str], k: int, lateness: int = 0, window: int = 1) -> Iterator[Report]:
    """For each minute with requests the `k` busiest endpoints of the last `window` minutes, in order.

    A minute is given out when a line arrives that is `lateness` seconds or more past its end; what comes for it
    later is dropped. Lines that cannot be read are skipped. Holds the minutes that are
    still open and those of the window.
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    if lateness < 0:
        raise ValueError(f"lateness must not be negative, not {lateness}")
    if window < 1:
        raise ValueError(f"window must be at least 1, not {window}")
    return _reports(lines, k, lateness, window)


def _reports(lines: Iterable[str], k: int, lateness: int, window: int) -> Iterator[Report]:
    """Each minute is added to the sum once and taken out of it once, however long the window is."""
    total = Counter[str]()
    inside: deque[tuple[int, Counter[str]]] = deque()
    for start, counts in _closed_minutes(lines, lateness):
        inside.append((start, counts))
        total.update(counts)
        while inside[0][0] <= start - window * MINUTE:
            _take_out(total, inside.popleft()[1])
        yield _name(start), _busiest(total, k)


def _take_out(total: Counter[str], counts: Counter[str]) -> None:
    for endpoint, count in counts.items():
        total[endpoint] -= count
        if not total[endpoint]:
            del total[endpoint]


def _closed_minutes(lines: Iterable[str], lateness: int) -> Iterator[tuple[int, Counter[str]]]:
    """Start and counts of each minute, once nothing more is accepted for it."""
    open_minutes: defaultdict[int, Counter[str]] = defaultdict(Counter)
    accepted_from: float = -math.inf
    for second, endpoint in _requests(lines):
        start = second - second % MINUTE
        if start >= accepted_from:
            open_minutes[start][endpoint] += 1
        reached = (second - lateness) // MINUTE * MINUTE
        if reached > accepted_from:
            accepted_from = reached
            yield from _taken(open_minutes, before=reached)
    yield from _taken(open_minutes, before=math.inf)


def _taken(minutes: dict[int, Counter[str]], before: float) -> Iterator[tuple[int, Counter[str]]]:
    """Takes the minutes before a moment out, in order."""
    for start in sorted(minute for minute in minutes if minute < before):
        yield start, minutes.pop(start)


def _requests(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Time in seconds and endpoint of every line that can be read."""
    for line in lines:
        fields = line.split()
        if len(fields) != 5:
            continue
        time, method, target, _, _ = fields
        second = _second(time)
        if second is not None:
            yield second, f"{method} {target.partition('?')[0]}"


def _second(time: str) -> int | None:
    """`2024-05-01T10:00:03Z` as seconds since 1970; None for anything else."""
    if not TIME.fullmatch(time):
        return None
    try:
        return int(datetime.fromisoformat(time).timestamp())
    except ValueError:  # the 31st of February
        return None


def _name(start: int) -> str:
    return datetime.fromtimestamp(start, UTC).strftime("%Y-%m-%dT%H:%M")


def _busiest(counts: Counter[str], k: int) -> list[tuple[str, int]]:
    """The k highest counts; equal ones in alphabetical order."""
    return heapq.nsmallest(k, counts.items(), key=lambda item: (-item[1], item[0]))
