"""A text that can be edited, with undo and redo."""

from dataclasses import dataclass


class _GapText:
    """Characters in two stacks that meet where the last edit was, so that an edit nearby moves few of them."""

    def __init__(self, text: str) -> None:
        self._before: list[str] = []
        self._after = list(reversed(text))

    def __len__(self) -> int:
        return len(self._before) + len(self._after)

    def __str__(self) -> str:
        return "".join(self._before) + "".join(reversed(self._after))

    def replace(self, at: int, length: int, inserted: str) -> str:
        """Put `inserted` in the place of `length` characters, and return those."""
        self._move_gap(at)
        removed = _pop_many(self._after, length)
        self._before.extend(inserted)
        return "".join(removed)

    def _move_gap(self, at: int) -> None:
        distance = at - len(self._before)
        if distance > 0:
            self._before.extend(_pop_many(self._after, distance))
        else:
            self._after.extend(_pop_many(self._before, -distance))


def _pop_many(stack: list[str], number: int) -> list[str]:
    """The top of a stack, the topmost first."""
    if not number:
        return []
    top = stack[-number:]
    del stack[-number:]
    top.reverse()
    return top


@dataclass(frozen=True, slots=True)
class _Edit:
    """At a position one text took the place of another; either may be empty."""

    at: int
    removed: str
    inserted: str


class Buffer:
    """Holds the text of an editor; every edit, or group of edits, is one step to undo and redo.

    The history takes memory for what was inserted and removed, whatever the length of the text.
    """

    def __init__(self, text: str = "") -> None:
        """`text` is what the buffer holds at first; it cannot be undone."""
        self._content = _GapText(text)
        self._done: list[list[_Edit]] = []
        self._undone: list[list[_Edit]] = []
        self._group: list[_Edit] = []
        self._open_groups = 0

    def text(self) -> str:
        """What the buffer holds."""
        return str(self._content)

    def insert(self, at: int, text: str) -> None:
        """Put `text` before the character at `at`; at the length of the text, at its end."""
        if not 0 <= at <= len(self._content):
            raise ValueError(f"no position {at} in {len(self._content)} characters")
        self._edit(at, 0, text)

    def delete(self, start: int, end: int) -> None:
        """Take out the characters from `start` up to and without `end`."""
        if not 0 <= start <= end <= len(self._content):
            raise ValueError(f"no range {start} to {end} in {len(self._content)} characters")
        self._edit(start, end - start, "")

    def begin_group(self) -> None:
        """Make one step of all edits until the matching `end_group`; an inner group is part of the outer one."""
        self._open_groups += 1

    def end_group(self) -> None:
        if not self._open_groups:
            raise ValueError("no group is open")
        self._open_groups -= 1
        if not self._open_groups and self._group:
            self._done.append(self._group)
            self._group = []

    def undo(self) -> bool:
        """Take back the last step; whether there was one."""
        self._refuse_in_group()
        if not self._done:
            return False
        step = self._done.pop()
        for edit in reversed(step):
            self._content.replace(edit.at, len(edit.inserted), edit.removed)
        self._undone.append(step)
        return True

    def redo(self) -> bool:
        """Do again the step that was undone last; whether there was one."""
        self._refuse_in_group()
        if not self._undone:
            return False
        step = self._undone.pop()
        for edit in step:
            self._content.replace(edit.at, len(edit.removed), edit.inserted)
        self._done.append(step)
        return True

    def _edit(self, at: int, length: int, inserted: str) -> None:
        if not length and not inserted:
            return
        removed = self._content.replace(at, length, inserted)
        self._undone.clear()
        self._record(_Edit(at, removed, inserted))

    def _record(self, edit: _Edit) -> None:
        if self._open_groups:
            self._group.append(edit)
        else:
            self._done.append([edit])

    def _refuse_in_group(self) -> None:
        if self._open_groups:
            raise ValueError("a group is open")
