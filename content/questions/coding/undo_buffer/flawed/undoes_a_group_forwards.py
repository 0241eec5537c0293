class Buffer:
    def __init__(self, text=""):
        self.before = list(text)
        self.after = []
        self.done = []
        self.undone = []
        self.group = None
        self.depth = 0

    def text(self):
        return "".join(self.before) + "".join(reversed(self.after))

    def insert(self, at, text):
        if at < 0 or at > len(self.before) + len(self.after):
            raise ValueError("position")
        if text:
            self._replace(at, "", text)
            self._remember((at, "", text))

    def delete(self, start, end):
        if start < 0 or end < start or end > len(self.before) + len(self.after):
            raise ValueError("range")
        if end > start:
            self._go_to(end)
            removed = "".join(self.before[start:])
            del self.before[start:]
            self._remember((start, removed, ""))

    def begin_group(self):
        if self.depth == 0:
            self.group = []
        self.depth += 1

    def end_group(self):
        if self.depth == 0:
            raise ValueError("no group")
        self.depth -= 1
        if self.depth == 0 and self.group:
            self.done.append(self.group)

    def undo(self):
        if self.depth:
            raise ValueError("group is open")
        if not self.done:
            return False
        step = self.done.pop()
        for at, removed, inserted in step:
            self._replace(at, inserted, removed)
        self.undone.append(step)
        return True

    def redo(self):
        if self.depth:
            raise ValueError("group is open")
        if not self.undone:
            return False
        step = self.undone.pop()
        for at, removed, inserted in step:
            self._replace(at, removed, inserted)
        self.done.append(step)
        return True

    def _remember(self, edit):
        self.undone = []
        if self.depth:
            self.group.append(edit)
        else:
            self.done.append([edit])

    def _replace(self, at, old, new):
        self._go_to(at + len(old))
        if old:
            del self.before[at:]
        self.before.extend(new)

    def _go_to(self, at):
        while len(self.before) > at:
            self.after.append(self.before.pop())
        while len(self.before) < at and self.after:
            self.before.append(self.after.pop())
