"""The busiest endpoints of each minute."""

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator

Report = tuple[str, list[tuple[str, int]]]
"""A minute like `2024-05-01T10:00`, and its endpoints with their counts, the busiest first."""

TIME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")
MINUTE = len("2024-05-01T10:00")


def top_endpoints(lines: Iterable[str], k: int) -> Iterator[Report]:
    """For each minute with requests its `k` busiest endpoints, as soon as a line of a later minute arrives.

    Lines are in order of time; those that cannot be read are skipped. Holds one minute at a time.
    """
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    return _reports(lines, k)


def _reports(lines: Iterable[str], k: int) -> Iterator[Report]:
    current, counts = None, Counter[str]()
    for minute, endpoint in _requests(lines):
        if minute != current and current is not None:
            yield current, _busiest(counts, k)
            counts.clear()
        current = minute
        counts[endpoint] += 1
    if current is not None:
        yield current, _busiest(counts, k)


def _requests(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Minute and endpoint of every line that can be read."""
    for line in lines:
        fields = line.split()
        if len(fields) == 5 and TIME.fullmatch(fields[0]):
            time, method, target, _, _ = fields
            yield time[:MINUTE], f"{method} {target.partition('?')[0]}"


def _busiest(counts: Counter[str], k: int) -> list[tuple[str, int]]:
    """The k highest counts; equal ones in alphabetical order."""
    return heapq.nsmallest(k, counts.items(), key=lambda item: (-item[1], item[0]))
