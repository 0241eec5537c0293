class Buffer:
    def __init__(self, text=""):
        self.content = text
        self.done = []
        self.undone = []
        self.group = []
        self.depth = 0

    def text(self):
        return self.content

    def insert(self, at, text):
        if not 0 <= at <= len(self.content):
            raise ValueError("position out of range")
        self._change(at, "", text)

    def delete(self, start, end):
        if not 0 <= start <= end <= len(self.content):
            raise ValueError("range out of range")
        self._change(start, self.content[start:end], "")

    def begin_group(self):
        self.depth += 1

    def end_group(self):
        if not self.depth:
            raise ValueError("no open group")
        self.depth -= 1
        if not self.depth and self.group:
            self.done.append(self.group)
            self.group = []

    def undo(self):
        if self.depth:
            raise ValueError("group is open")
        if not self.done:
            return False
        self.undone.append(self.done.pop())
        for at, old, new in reversed(self.undone[-1]):
            self._replace(at, new, old)
        return True

    def redo(self):
        if self.depth:
            raise ValueError("group is open")
        if not self.undone:
            return False
        self.done.append(self.undone.pop())
        for at, old, new in self.done[-1]:
            self._replace(at, old, new)
        return True

    def _change(self, at, old, new):
        if old == new:
            return
        self._replace(at, old, new)
        self.undone.clear()
        if self.depth:
            self.group.append((at, old, new))
        else:
            self.done.append([(at, old, new)])

    def _replace(self, at, old, new):
        self.content = self.content[:at] + new + self.content[at + len(old):]
