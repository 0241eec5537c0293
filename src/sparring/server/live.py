"""A room with people in it: one conductor, its clock, and every browser that looks on."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from anyio import to_thread
from pydantic import BaseModel

from sparring.domain.board import Board
from sparring.domain.question import CodingQuestion
from sparring.domain.transcript import Stretch
from sparring.server import messages as m
from sparring.server.clock import RoomClock
from sparring.server.errors import RoomClosed
from sparring.server.telling import caught_up, drawn, happened, results, standing, welcome
from sparring.session.conductor import Conductor
from sparring.session.hearing import Hearing
from sparring.session.judging import judged, open_cases, scratch
from sparring.store import OutOfOrder, StoreError

QUIET_WHILE_TYPING = 4.0
"""Seconds after a keystroke in which the interviewer does not speak up."""

REPORT_EVERY = 5
"""Ticks between two reports of where the room stands, so that a browser's clock never drifts."""

REMEMBERED = 500
"""Ids of turns that are known, so that one sent twice counts once."""

_log = logging.getLogger(__name__)
GONE_ON = "This round went on in another window or in the terminal. Loading it again."
THINKING = "Give me a moment to think."
ResultT = TypeVar("ResultT")


class LiveRoom:
    """What happens here goes to the log first, and then to everybody who listens."""

    def __init__(
        self, conductor: Conductor, titles: Mapping[str, str], done: Callable[["LiveRoom"], None] = lambda _: None
    ) -> None:
        """Nobody is in it yet, and the clock stands still. `titles` names the round's signals.

        `done` is told when what was being worked on is finished: nobody may be left to see it.
        """
        self._titles, self._done = titles, done
        self.conductor = conductor
        self.clock = RoomClock(conductor.at, fast=conductor.config.fast)
        self._listeners: set[asyncio.Queue[BaseModel]] = set()
        self._lock = asyncio.Lock()
        self._told = len(conductor.events)
        self._known: deque[str] = deque(maxlen=REMEMBERED)
        self._quiet_until = 0.0
        self._board: Board | None = None
        self._hearing = Hearing()
        self._ticker: asyncio.Task[None] | None = None
        self._working: set[asyncio.Task[None]] = set()
        self._judging = False
        self._warm = False

    @property
    def empty(self) -> bool:
        """Nobody looks on and nothing is being worked on."""
        return not self._listeners and not self._working

    @property
    def listeners(self) -> frozenset[asyncio.Queue[BaseModel]]:
        """A queue for each browser."""
        return frozenset(self._listeners)

    # ---- coming and going

    async def join(self, after: int) -> asyncio.Queue[BaseModel]:
        """A queue of everything since event `after`, and of everything from now on."""
        async with self._lock:
            queue: asyncio.Queue[BaseModel] = asyncio.Queue()
            queue.put_nowait(welcome(self.conductor, self._titles))
            for message in caught_up(self.conductor.events, after):
                queue.put_nowait(message)
            if self._board is None:
                self._board = await to_thread.run_sync(_board_of, self.conductor)
            if self._board is not None:
                queue.put_nowait(drawn(self._board))
            self._listeners.add(queue)
            try:
                if not self.conductor.ended:
                    self.clock.go()
                    await self._act(self.conductor.open)
            except StoreError:
                self._listeners.discard(queue)
                raise
            queue.put_nowait(self._stands())
            if self._ticker is None and not self.conductor.ended:
                self._ticker = asyncio.create_task(self._tick_on())
        if not self._warm and not self.conductor.ended:
            self._warm = True
            self._hearing.warm(self.conductor)
        return queue

    async def leave(self, queue: asyncio.Queue[BaseModel]) -> None:
        """One browser less; with the last one the clock stops, and the log says when."""
        self._listeners.discard(queue)
        # Whoever holds the lock may be at work in a thread, which a cancelled task does not wait for.
        async with self._lock:
            if self._listeners:
                return
            if self._ticker is not None:
                self._ticker.cancel()
                self._ticker = None
            if not self.clock.running:
                return
            self.clock.stop()
            if not self.conductor.closed:
                with suppress(StoreError):
                    await to_thread.run_sync(self.conductor.leave, self.clock.now())
                self._told = len(self.conductor.events)

    def close(self) -> None:
        """Let go of the workers."""
        self._hearing.close()
        if self._ticker is not None:
            self._ticker.cancel()

    # ---- what the candidate does

    async def take(self, message: BaseModel) -> None:
        """Do what a browser asks for. Raises RoomClosed, NotCorrectable, StoreError."""
        if self.conductor.ended:
            raise RoomClosed("This round is over. Its debrief is one click away.")
        match message:
            case m.Typing():
                self._quiet_until = time.monotonic() + QUIET_WHILE_TYPING
            case m.Say(id=id_, text=text, spoken=spoken, unsure=unsure):
                await self._say(id_, text, [(begin, end) for begin, end in unsure] if spoken else None)
            case m.Correct(turn=turn, text=text):
                await self._locked(lambda at: self.conductor.correct(turn, text, at))
            case m.Think():
                await self._say("", THINKING)
            case m.Code(text=text):
                await self._code(text)
            case m.Hint():
                await self._locked(self.conductor.hint)
            case m.End():
                await self._locked(self.conductor.end)
            case m.Predict(verdict=verdict, ratings=ratings, text=text):
                await self._locked(lambda at: self.conductor.predict(verdict, ratings, text, at))
            case m.Draw(scene=scene):
                await self._draw(scene)
            case m.Run() | m.HandIn() | m.Scratch():
                self._spawn(message)

    async def _say(self, id_: str, text: str, unsure: Sequence[Stretch] | None = None) -> None:
        if id_ and id_ in self._known:
            return
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        if unsure is not None:
            unsure = [(begin - lead, end - lead) for begin, end in unsure]
        self._quiet_until = 0.0
        self.clock.spoken(text)
        self._known.append(id_)
        try:
            await self._locked(lambda at: self.conductor.say(text, at, unsure))
        except StoreError:
            # It is not in the log: sent again, it is not known.
            self._known.remove(id_)
            raise
        self._hearing.hear(self.conductor.transcript)

    async def _code(self, text: str) -> None:
        code = self.conductor.transcript.code
        question = self.conductor.plan.question
        if isinstance(question, CodingQuestion) and text != (code[-1].text if code else question.starter):
            await self._locked(lambda at: self.conductor.code_saved(text, at))

    async def _draw(self, scene: str) -> None:
        from sparring.whiteboard.changes import changes
        from sparring.whiteboard.errors import BoardError
        from sparring.whiteboard.read import read

        try:
            board = await to_thread.run_sync(read, scene.encode("utf-8", "replace"), "the board")
        except BoardError as error:
            self._tell(m.Drawn(components=[], connections=[], problem=str(error)))
            return
        if scene == self.conductor.board[1]:
            return
        old, changed = self._board, changes(self._board, board)
        await self._locked(lambda at: self.conductor.board_changed(old, board, changed, scene, at))
        self._board = board
        self._tell(drawn(board))

    # ---- what takes a while

    def _spawn(self, message: BaseModel) -> None:
        if self._judging:
            self._tell(m.Trouble(message="Your code is still running; its result comes in a moment."))
            return
        self._judging = True
        task = asyncio.create_task(self._work(message))
        self._working.add(task)
        task.add_done_callback(self._worked)

    def _worked(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        self._done(self)

    async def _work(self, message: BaseModel) -> None:
        self._tell(m.Busy(what="handing_in" if isinstance(message, m.HandIn) else "running"))
        try:
            match message:
                case m.Run():
                    await self._run()
                case m.Scratch(text=text):
                    came = await to_thread.run_sync(scratch, self.conductor, text)
                    self._tell(m.Printed(printed=came.printed, problem=came.problem))
                case m.HandIn():
                    await self._hand_in()
        except OutOfOrder:
            self._tell(m.Trouble(message=GONE_ON))
        except (StoreError, RoomClosed) as error:
            self._tell(m.Trouble(message=str(error)))
        except Exception:
            _log.exception("running code failed in %s", self.conductor.id)
            self._tell(m.Trouble(message="That went wrong on our side, and says nothing of your code. Try once more."))
        finally:
            self._judging = False
            self._tell(m.Busy(what=""))

    async def _run(self) -> None:
        cases, problem = await to_thread.run_sync(open_cases, self.conductor)
        self._tell(results(cases, problem))
        if not problem and not self.conductor.closed:
            passed = sum(case.passed for case in cases)
            await self._locked(lambda at: self.conductor.tests_run(passed, len(cases), at))

    async def _hand_in(self) -> None:
        passed, total, failed, problem = await to_thread.run_sync(judged, self.conductor)
        await self._locked(lambda at: self.conductor.handed_in(passed, total, failed, at, problem))

    # ---- the clock

    async def _tick_on(self) -> None:
        """Every second: silence, time, the end of the round."""
        ticks = 0
        while not self.conductor.ended:
            await asyncio.sleep(1.0)
            ticks += 1
            quiet = time.monotonic() < self._quiet_until or self._judging
            if self.clock.running and not quiet and not self.conductor.closed:
                try:
                    await self._locked(self.conductor.tick, always=False)
                except OutOfOrder:
                    # Whoever does something next loads it anew; until then there is nothing to count.
                    self._tell(m.Trouble(message=GONE_ON))
                    return
                except StoreError as error:
                    self._tell(m.Trouble(message=str(error)))
            if ticks % REPORT_EVERY == 0:
                self._tell(self._stands())

    # ---- inside

    async def _locked(self, act: Callable[[float], object], *, always: bool = True) -> None:
        async with self._lock:
            changed = await self._act(act)
            if changed or always:
                self._tell(self._stands())

    async def _act(self, act: Callable[[float], object]) -> bool:
        """Let something happen now, and tell everybody what the log has of it; whether anything did."""
        await to_thread.run_sync(act, self.clock.now())
        new = self.conductor.events[self._told :]
        self._told = len(self.conductor.events)
        for event in new:
            if event.kind == "interviewer":
                self.clock.spoken(str(event.payload.get("text", "")))
            self._tell(happened(event))
        if self.conductor.ended:
            self.clock.stop()
        return bool(new)

    def _tell(self, message: BaseModel) -> None:
        for queue in self._listeners:
            queue.put_nowait(message)

    def _stands(self) -> m.Stands:
        return m.Stands(standing=standing(self.conductor, self.clock, self._titles))


def _board_of(conductor: Conductor) -> Board | None:
    """What the board showed when the room was left."""
    from sparring.whiteboard.errors import BoardError
    from sparring.whiteboard.read import read

    _, source = conductor.board
    if not source:
        return None
    try:
        return read(source.encode("utf-8", "replace"), "the board")
    except BoardError:
        return None
