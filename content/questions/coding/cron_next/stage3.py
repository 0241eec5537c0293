"""When a schedule runs next, and when many of them do."""

import heapq
import re
from bisect import bisect
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TypeVar

Run = TypeVar("Run")

LONGEST_GAP = timedelta(days=8 * 366)
"""No schedule pauses for longer: 29 February comes every four years, and after eight around a year like 2100."""

RANGES = {"minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 7)}
"""The fields in their order, and what they may hold."""

NAMES = {
    "month": {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)},
    "weekday": {name: number for number, name in enumerate("sun mon tue wed thu fri sat".split())},
}

LAST_DAY = 0
"""Stands in a set of days for the last one of the month."""

_VALUE = "[0-9]+|[A-Za-z]+"
_PART = re.compile(rf"(?:(?P<star>\*)|(?P<first>{_VALUE})(?:-(?P<last>{_VALUE}))?)(?:/(?P<step>[0-9]+))?")


@dataclass(frozen=True, slots=True)
class _Schedule:
    times: list[time]
    days: frozenset[int] | None
    months: frozenset[int]
    weekdays: frozenset[int] | None
    """Of days and weekdays, None is a plain star."""

    def fits(self, day: date) -> bool:
        """Cron's rule: where both day fields are restricted, either of them is enough."""
        if day.month not in self.months:
            return False
        if self.days is None or self.weekdays is None:
            return self._day_fits(day) and self._weekday_fits(day)
        return self._day_fits(day) or self._weekday_fits(day)

    def _day_fits(self, day: date) -> bool:
        if self.days is None or day.day in self.days:
            return True
        return LAST_DAY in self.days and day.day == monthrange(day.year, day.month)[1]

    def _weekday_fits(self, day: date) -> bool:
        return self.weekdays is None or day.isoweekday() % 7 in self.weekdays


def next_runs(expression: str, after: datetime, count: int) -> list[datetime]:
    """The next `count` runs strictly later than `after`; fewer if there are none. Raises ValueError on bad input."""
    return _first(count, _runs(_parse(expression), after))


def upcoming(
    jobs: Mapping[str, str], after: datetime, count: int, closed: Iterable[tuple[datetime, datetime]] = ()
) -> list[tuple[datetime, str]]:
    """The next `count` runs of all jobs with their names, without those in a closed window."""
    windows = _joined(closed)
    runs = heapq.merge(*(_named_runs(name, _parse(expression), after) for name, expression in jobs.items()))
    return _first(count, (run for run in runs if not _is_closed(windows, run[0])))


def _first(count: int, runs: Iterator[Run]) -> list[Run]:
    if count < 0:
        raise ValueError(f"count must not be negative, but is {count}")
    return list(islice(runs, count))


def _named_runs(name: str, schedule: _Schedule, after: datetime) -> Iterator[tuple[datetime, str]]:
    for run in _runs(schedule, after):
        yield run, name


def _joined(windows: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """The same time in windows that do not touch, in order."""
    joined: list[tuple[datetime, datetime]] = []
    for start, end in sorted(windows):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _is_closed(windows: list[tuple[datetime, datetime]], moment: datetime) -> bool:
    before = bisect(windows, moment, key=lambda window: window[0])
    return before > 0 and moment < windows[before - 1][1]


def _runs(schedule: _Schedule, after: datetime) -> Iterator[datetime]:
    for day in _days(schedule, after.date()):
        for moment in schedule.times:
            run = datetime.combine(day, moment)
            if run > after:
                yield run


def _days(schedule: _Schedule, first: date) -> Iterator[date]:
    """The days that fit; ends where no more can come."""
    day = last_fit = first
    while day - last_fit <= LONGEST_GAP:
        if schedule.fits(day):
            last_fit = day
            yield day
        day += timedelta(days=1)


def _parse(expression: str) -> _Schedule:
    fields = expression.split()
    if len(fields) != len(RANGES):
        raise ValueError(f"a schedule has {len(RANGES)} fields, not {len(fields)}")
    text = dict(zip(RANGES, fields, strict=True))
    values = {name: _values(name, field) for name, field in text.items()}
    return _Schedule(
        times=[time(hour, minute) for hour in sorted(values["hour"]) for minute in sorted(values["minute"])],
        days=None if text["day"] == "*" else values["day"],
        months=values["month"],
        weekdays=None if text["weekday"] == "*" else frozenset(weekday % 7 for weekday in values["weekday"]),
    )


def _values(name: str, field: str) -> frozenset[int]:
    return frozenset(value for part in field.split(",") for value in _part_values(name, part))


def _part_values(name: str, part: str) -> Iterable[int]:
    if name == "day" and part == "L":
        return (LAST_DAY,)
    lowest, highest = RANGES[name]
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{name}: cannot read {part!r}")
    if match["star"]:
        first, last = lowest, highest
    else:
        first, last = _number(name, match["first"]), _number(name, match["last"] or match["first"])
    if not lowest <= first <= last <= highest:
        raise ValueError(f"{name}: {part!r} is not within {lowest}-{highest}, or runs backwards")
    step = int(match["step"] or 1)
    if step < 1 or (match["step"] and not match["star"] and not match["last"]):
        raise ValueError(f"{name}: {part!r} has a step that means nothing")
    return range(first, last + 1, step)


def _number(name: str, text: str) -> int:
    if text.isdigit():
        return int(text)
    if (number := NAMES.get(name, {}).get(text.lower())) is None:
        raise ValueError(f"{name}: {text!r} is no value")
    return number
