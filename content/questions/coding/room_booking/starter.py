"""Meeting rooms and who has them when."""


class Conflict(Exception):
    """A booking does not fit; `start` says where."""

    def __init__(self, start):
        super().__init__(f"no room at {start}")
        self.start = start


class RoomBook:
    """The bookings of some rooms. Times are whole minutes."""

    def __init__(self, rooms):
        """`rooms` are the names of the rooms."""

    def book(self, room, start, end, every=None, times=1):
        """Book a room, `times` times, `every` so many minutes. Returns the number of the booking."""
        return 0

    def cancel(self, number):
        """Take a booking back."""

    def schedule(self, room, start, end):
        """What is booked, as (start, end, number)."""
        return []

    def free(self, start, end):
        """The rooms that are free."""
        return []
