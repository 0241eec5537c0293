class Buffer:
    def __init__(self, text=""):
        self.before = list(text)
        self.after = []
        self.done = []
        self.undone = []
        self.group = None

    def text(self):
        return "".join(self.before) + "".join(reversed(self.after))

    def insert(self, at, text):
        if at < 0 or at > len(self.before) + len(self.after):
            raise ValueError("position")
        self._change(at, at, text)

    def delete(self, start, end):
        if start < 0 or end < start or end > len(self.before) + len(self.after):
            raise ValueError("range")
        self._change(start, end, "")

    def begin_group(self):
        if self.group:
            self.done.append(self.group)
        self.group = []

    def end_group(self):
        if self.group is None:
            raise ValueError("no group")
        if self.group:
            self.done.append(self.group)
        self.group = None

    def undo(self):
        if self.group is not None:
            raise ValueError("group is open")
        if not self.done:
            return False
        step = self.done.pop()
        for at, removed, inserted in reversed(step):
            self._replace(at, at + len(inserted), removed)
        self.undone.append(step)
        return True

    def redo(self):
        if self.group is not None:
            raise ValueError("group is open")
        if not self.undone:
            return False
        step = self.undone.pop()
        for at, removed, inserted in step:
            self._replace(at, at + len(removed), inserted)
        self.done.append(step)
        return True

    def _change(self, start, end, new):
        if start == end and not new:
            return
        removed = self._replace(start, end, new)
        self.undone = []
        if self.group is not None:
            self.group.append((start, removed, new))
        else:
            self.done.append([(start, removed, new)])

    def _replace(self, start, end, new):
        while len(self.before) > end:
            self.after.append(self.before.pop())
        while len(self.before) < end:
            self.before.append(self.after.pop())
        removed = "".join(self.before[start:])
        del self.before[start:]
        self.before.extend(new)
        return removed
