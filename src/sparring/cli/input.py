"""How a candidate's turns come in: typed at a prompt, or line by line from a pipe."""

import sys
import time
from collections.abc import Callable
from typing import Protocol

STILL = 45.0
"""Seconds without a keystroke after which half a turn on the screen no longer counts as typing."""


class Input(Protocol):
    """Where the next turn comes from."""

    def read(self) -> str | None:
        """The next turn; empty for a silence, None when there will be no more."""
        ...

    def typing(self) -> bool:
        """Something is being typed, so that the candidate is not silent."""
        ...

    def begun(self) -> bool:
        """Something has been typed and not been sent."""
        ...

    def stop(self) -> None:
        """End a read that is under way, from another thread."""
        ...


class PipedInput:
    """One turn a line; an empty line is a silence. For scripts and demos."""

    def read(self) -> str | None:
        """The next line."""
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None

    def typing(self) -> bool:
        """A pipe has no keyboard."""
        return False

    def begun(self) -> bool:
        """A line of a pipe comes whole."""
        return False

    def stop(self) -> None:
        """A pipe ends by itself."""


class PromptInput:
    """A line editor with history: Enter ends the turn, Alt+Enter begins a new line, Ctrl+X Ctrl+E opens $EDITOR."""

    def __init__(self, toolbar: Callable[[], str]) -> None:
        """`toolbar` gives the line at the foot of the screen."""
        from prompt_toolkit import PromptSession
        from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

        keys = KeyBindings()

        @keys.add("escape", "enter")
        def _newline(event: KeyPressEvent) -> None:
            event.current_buffer.insert_text("\n")

        @keys.add("c-c")
        def _clear(event: KeyPressEvent) -> None:
            """As in a shell: the line goes (and comes back with the up key); on an empty line, one leaves."""
            if event.current_buffer.text:
                event.current_buffer.reset(append_to_history=True)
            else:
                event.app.exit(exception=KeyboardInterrupt())

        @keys.add("c-x", "c-e")
        def _edit(event: KeyPressEvent) -> None:
            self._editing = True
            event.current_buffer.open_in_editor().add_done_callback(self._edited)

        self._session: PromptSession[str] = PromptSession(
            key_bindings=keys,
            bottom_toolbar=toolbar,
            refresh_interval=1.0,
            enable_open_in_editor=True,
            prompt_continuation="  ",
        )
        self._editing = False
        self._touched = -STILL
        self._session.default_buffer.on_text_changed += self._touch

    def _touch(self, _: object) -> None:
        self._touched = time.monotonic()

    def _edited(self, _: object) -> None:
        self._editing = False
        self._touched = time.monotonic()

    def typing(self) -> bool:
        """There is text, and it changed a moment ago; or an editor is open, where that cannot be seen."""
        return self._editing or (self.begun() and time.monotonic() - self._touched < STILL)

    def begun(self) -> bool:
        """There is text at the prompt."""
        return bool(self._session.default_buffer.text)

    def stop(self) -> None:
        """Leave the prompt as Ctrl+D does."""
        app = self._session.app
        if app.loop is not None and app.is_running:
            app.loop.call_soon_threadsafe(lambda: app.exit(exception=EOFError()))

    def read(self) -> str | None:
        """The next turn; Ctrl+D leaves the room."""
        from prompt_toolkit.patch_stdout import patch_stdout

        try:
            with patch_stdout(raw=True):
                return self._session.prompt("> ")
        except (EOFError, KeyboardInterrupt):
            return None
