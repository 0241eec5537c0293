"""Second opinions in the making: one task for each session that a language model is reading, or for measuring it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sparring.llm.errors import LanguageModelError
from sparring.session.errors import SessionError

Ask = Callable[[Callable[[int, int], None]], Awaitable[None]]
"""Asks and keeps what comes; is given what hears how many steps are done, of how many."""

MEASURING = "labelled rounds"
"""Stands among the sessions that are being asked about; no session can be called so."""


@dataclass(slots=True)
class Asking:
    """How far it is."""

    done: int = 0
    of: int = 0
    failed: str = ""
    """Why nothing came of it; it is over then."""


class Seconding:
    """One for each server."""

    def __init__(self) -> None:
        """Nobody is asked yet."""
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._askings: dict[str, Asking] = {}

    def of(self, session: str) -> Asking | None:
        """What is being asked about a session, or has failed; None once it has been answered."""
        return self._askings.get(session)

    def begin(self, session: str, ask: Ask) -> None:
        """Ask, unless it is being asked already."""
        if session not in self._tasks:
            self._askings[session] = Asking()
            self._tasks[session] = asyncio.create_task(self._asked(session, self._askings[session], ask))

    async def stop(self, session: str) -> None:
        """Ask no further; what failed before is forgotten too."""
        task = self._tasks.pop(session, None)
        self._askings.pop(session, None)
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def close(self) -> None:
        """Let go of everything."""
        for session in list(self._tasks):
            await self.stop(session)

    async def _asked(self, session: str, asking: Asking, ask: Ask) -> None:
        def told(done: int, of: int) -> None:
            asking.done, asking.of = done, of

        try:
            await ask(told)
            if self._askings.get(session) is asking:
                del self._askings[session]
        except (LanguageModelError, SessionError) as error:
            asking.failed = str(error)
        except Exception:
            asking.failed = "Something went wrong here, and not with the model; the server's log says what."
            raise
        finally:
            # Stopped meanwhile, and perhaps asked again.
            if self._tasks.get(session) is asyncio.current_task():
                del self._tasks[session]
