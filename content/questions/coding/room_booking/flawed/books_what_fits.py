from bisect import bisect_left, insort


class Conflict(Exception):
    def __init__(self, start):
        super().__init__(f"no room at {start}")
        self.start = start


class RoomBook:
    def __init__(self, rooms):
        self.rooms = {room: [] for room in rooms}
        self.bookings = {}
        self.last = 0

    def book(self, room, start, end, every=None, times=1):
        if end <= start or times < 1 or (every is None and times > 1):
            raise ValueError("bad booking")
        if every is not None and every < end - start:
            raise ValueError("overlaps itself")
        number = self.last + 1
        slots = []
        for i in range(times):
            s, e = start + i * (every or 0), end + i * (every or 0)
            if not self._is_free(room, s, e):
                raise Conflict(s)
            insort(self.rooms[room], (s, e, number))
            slots.append((s, e, number))
        self.last = number
        self.bookings[number] = (room, slots)
        return number

    def cancel(self, number):
        room, slots = self.bookings.pop(number)
        for slot in slots:
            del self.rooms[room][bisect_left(self.rooms[room], slot)]

    def schedule(self, room, start, end):
        if end <= start:
            raise ValueError("bad stretch")
        return [b for b in self.rooms[room] if b[0] < end and b[1] > start]

    def free(self, start, end):
        if end <= start:
            raise ValueError("bad stretch")
        return [room for room in self.rooms if self._is_free(room, start, end)]

    def _is_free(self, room, start, end):
        booked = self.rooms[room]
        i = bisect_left(booked, (end,))
        return i == 0 or booked[i - 1][1] <= start
