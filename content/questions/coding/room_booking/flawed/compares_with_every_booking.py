class Conflict(Exception):
    def __init__(self, start):
        super().__init__(f"no room at {start}")
        self.start = start


class RoomBook:
    def __init__(self, rooms):
        self.rooms = {room: [] for room in rooms}
        self.numbers = 0
        self.owner = {}

    def book(self, room, start, end, every=None, times=1):
        if end <= start or times < 1 or (every is None and times > 1):
            raise ValueError("bad booking")
        if every is not None and every < end - start:
            raise ValueError("overlaps itself")
        slots = [(start + i * (every or 0), end + i * (every or 0)) for i in range(times)]
        for s, e in slots:
            if not self._is_free(room, s, e):
                raise Conflict(s)
        self.numbers += 1
        self.rooms[room] += [(s, e, self.numbers) for s, e in slots]
        self.owner[self.numbers] = room
        return self.numbers

    def cancel(self, number):
        room = self.owner.pop(number)
        self.rooms[room] = [b for b in self.rooms[room] if b[2] != number]

    def schedule(self, room, start, end):
        if end <= start:
            raise ValueError("bad stretch")
        return sorted(b for b in self.rooms[room] if b[0] < end and b[1] > start)

    def free(self, start, end):
        if end <= start:
            raise ValueError("bad stretch")
        return [room for room in self.rooms if self._is_free(room, start, end)]

    def _is_free(self, room, start, end):
        for s, e, _ in self.rooms[room]:
            if s < end and start < e:
                return False
        return True
