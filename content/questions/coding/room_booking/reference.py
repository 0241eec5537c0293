"""Meeting rooms and who has them when."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

Occurrence = tuple[int, int, int]
"""Start, end and number of the booking. The end is no longer part of it."""


class Conflict(Exception):
    """A booking does not fit; `start` is that of its earliest occurrence that clashes."""

    def __init__(self, start: int) -> None:
        super().__init__(f"no room at {start}")
        self.start = start


class _Diary:
    """The occurrences of one room by start. No two overlap, so their ends are in order as well."""

    def __init__(self) -> None:
        self._occurrences: list[Occurrence] = []

    def is_free(self, start: int, end: int) -> bool:
        before_end = bisect_left(self._occurrences, (end,))
        return before_end == 0 or self._occurrences[before_end - 1][1] <= start

    def add(self, occurrence: Occurrence) -> None:
        insort(self._occurrences, occurrence)

    def remove(self, occurrence: Occurrence) -> None:
        del self._occurrences[bisect_left(self._occurrences, occurrence)]

    def overlapping(self, start: int, end: int) -> list[Occurrence]:
        first = bisect_left(self._occurrences, (start,))
        if first > 0 and self._occurrences[first - 1][1] > start:
            first -= 1
        return self._occurrences[first : bisect_left(self._occurrences, (end,))]


@dataclass(frozen=True, slots=True)
class _Booking:
    room: str
    occurrences: list[Occurrence]


class RoomBook:
    """The bookings of some rooms, in whole minutes. A series is booked whole or not at all.

    Not safe to share between threads: checking and adding are two steps.
    """

    def __init__(self, rooms: Iterable[str]) -> None:
        self._diaries = {room: _Diary() for room in rooms}
        self._bookings: dict[int, _Booking] = {}
        self._numbers = count(1)

    def book(self, room: str, start: int, end: int, every: int | None = None, times: int = 1) -> int:
        """Book a room `times` times, `every` so many minutes; returns the number of the booking."""
        _check_stretch(start, end)
        _check_series(end - start, every, times)
        diary = self._diaries[room]
        shifts = [i * (every or 0) for i in range(times)]
        for shift in shifts:
            if not diary.is_free(start + shift, end + shift):
                raise Conflict(start + shift)
        number = next(self._numbers)
        booking = _Booking(room, [(start + shift, end + shift, number) for shift in shifts])
        for occurrence in booking.occurrences:
            diary.add(occurrence)
        self._bookings[number] = booking
        return number

    def cancel(self, number: int) -> None:
        """Take a booking back, all of its series."""
        booking = self._bookings.pop(number)
        for occurrence in booking.occurrences:
            self._diaries[booking.room].remove(occurrence)

    def schedule(self, room: str, start: int, end: int) -> list[Occurrence]:
        """What overlaps the stretch, in order and uncut."""
        _check_stretch(start, end)
        return self._diaries[room].overlapping(start, end)

    def free(self, start: int, end: int) -> list[str]:
        """The rooms that are free for all of the stretch, in the order they were given."""
        _check_stretch(start, end)
        return [room for room, diary in self._diaries.items() if diary.is_free(start, end)]


def _check_stretch(start: int, end: int) -> None:
    if end <= start:
        raise ValueError(f"must end after it starts: {start} to {end}")


def _check_series(length: int, every: int | None, times: int) -> None:
    if times < 1:
        raise ValueError(f"times must be at least 1, not {times}")
    if every is None and times > 1:
        raise ValueError("a booking that repeats needs `every`")
    if every is not None and times > 1 and every < length:
        raise ValueError(f"{length} minutes every {every} would overlap itself")
