"""How a candidate's turns come in: typed at a prompt, or line by line from a pipe."""

import sys
from collections.abc import Callable
from typing import Protocol


class Input(Protocol):
    """Where the next turn comes from."""

    def read(self) -> str | None:
        """The next turn; empty for a silence, None when there will be no more."""
        ...


class PipedInput:
    """One turn a line; an empty line is a silence. For scripts and demos."""

    def read(self) -> str | None:
        """The next line."""
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None


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

        self._session: PromptSession[str] = PromptSession(
            key_bindings=keys,
            bottom_toolbar=toolbar,
            refresh_interval=1.0,
            enable_open_in_editor=True,
            prompt_continuation="  ",
        )

    def read(self) -> str | None:
        """The next turn; Ctrl+D leaves the room."""
        from prompt_toolkit.patch_stdout import patch_stdout

        try:
            with patch_stdout(raw=True):
                return self._session.prompt("> ")
        except (EOFError, KeyboardInterrupt):
            return None
