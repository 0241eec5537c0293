"""The room in the terminal: one conversation, its clock, its file and its board."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sparring.cli.input import Input, PipedInput, PromptInput
from sparring.cli.screen import console, interactive, place, plain
from sparring.domain.board import Board
from sparring.domain.question import CodingQuestion
from sparring.domain.round import Round, clock
from sparring.engine.policies.manners import last_question
from sparring.session import workspace
from sparring.session.clock import Clock, WallClock, WordClock
from sparring.session.conductor import Conductor
from sparring.session.errors import UnknownChoice
from sparring.session.hearing import Hearing

SILENCE = 30.0
"""Seconds that an empty line stands for where the clock runs by words."""

LARGEST_BOARD = 10_000_000
"""Characters of a board that are kept; pictures are embedded in it."""

LONGEST_TURN = 60_000
"""Characters of one turn that are kept."""

HELP = {
    "/done": "coding: hand the present stage in; elsewhere: say that you are done with your answer",
    "/run": "coding: run the open tests on your file",
    "/board FILE": "attach an Excalidraw or Mermaid file; its changes are followed",
    "/hint": "ask for a hint; it helps, and it costs",
    "/time": "how much time is left, and in which phase",
    "/ledger": "which signals were shown, tried, or not asked for yet; no ratings",
    "/repeat": "read the last question again",
    "/quit": "leave; `sparring resume` goes on exactly here",
    "/end": "end the round now and get the debrief",
}
ROUND_ONLY = {"/run": Round.CODING, "/board FILE": Round.SYSTEM_DESIGN}


class TerminalRoom:
    """Holds one round with the person at the terminal, until it ends or they leave."""

    def __init__(self, conductor: Conductor, folder: Path) -> None:
        """`folder` is where a coding round's file goes."""
        self._conductor = conductor
        self._console = console()
        self._clock: Clock = WordClock(conductor.at) if conductor.config.fast else WallClock(conductor.at)
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._hearing = Hearing()
        self._file: workspace.WatchedFile | None = None
        self._board_file: workspace.WatchedFile | None = None
        self._board: Board | None = None
        self._board_problem = ""
        self._folder = folder
        self._source: Input = PipedInput()
        self._overtaken = False
        """Whether the time ran out over a turn that had been begun."""

        self._failure: Exception | None = None
        """What stopped the ticker; raised where the candidate can be told."""

    def hold(self) -> bool:
        """Run the round; True where it has ended, False where the candidate has left it."""
        self._prepare_file()
        self._introduce()
        self._follow_again()
        self._source = PromptInput(self._toolbar) if interactive() else PipedInput()
        ticker = threading.Thread(target=self._tick_on, name="ticker", daemon=True)
        self._do(self._conductor.open)
        ticker.start()
        self._hearing.warm(self._conductor)
        try:
            return self._converse()
        except KeyboardInterrupt:
            # Pressed while no prompt stood.
            return self._leave()
        finally:
            self._over.set()
            ticker.join(timeout=5)
            self._hearing.close()

    def _converse(self) -> bool:
        """Turn after turn, until the round has ended or the candidate leaves."""
        while not self._conductor.ended:
            text = self._source.read()
            if self._failure is not None:
                raise self._failure
            if text is None:
                return self._leave()
            text = text[:LONGEST_TURN].strip()
            overtaken, self._overtaken = self._overtaken, False
            if overtaken and text and not text.startswith("/"):
                self._late(text)
            elif not self._take(text):
                return self._leave()
        return True

    def _late(self, text: str) -> None:
        with self._lock:
            self._conductor.say(text, self._clock.now())
        self._show("The time ran out while you were typing; your last answer is kept.", "dim")

    # ---- the candidate

    def _take(self, text: str) -> bool:
        """One line of input; False where the candidate leaves."""
        command, _, argument = text.partition(" ")
        if command == "/quit":
            return False
        if self._conductor.closed:
            self._take_view(text)
        elif command in self._commands():
            self._commands()[command](argument.strip())
        elif text.startswith("/") and " " not in text and text.count("/") == 1:
            self._show(f"There is no {command}. /help lists what there is.", "yellow")
        elif not text:
            self._clock.passed(SILENCE)
            self._do(self._conductor.tick)
        else:
            self._say(text)
        return True

    def _take_view(self, text: str) -> None:
        """The candidate's own view of the round; anything but words asks for it again."""
        if not text or text.startswith("/"):
            self._show("How do you think it went? One line is enough, or /quit to leave it out.", "yellow")
            return
        with self._lock:
            self._conductor.say_view(text, self._clock.now())

    def _commands(self) -> dict[str, Callable[[str], None]]:
        return {
            "/help": self._help,
            "/done": self._done,
            "/run": self._run,
            "/board": self._attach,
            "/hint": lambda _: self._do(self._conductor.hint),
            "/time": self._time,
            "/ledger": self._ledger,
            "/repeat": lambda _: self._show(last_question(self._conductor.state)),
            "/end": lambda _: self._do(self._conductor.end),
        }

    def _say(self, text: str) -> None:
        self._look_at_files()
        self._clock.spoken(text)
        self._do(lambda at: self._conductor.say(text, at))
        self._hearing.hear(self._conductor.transcript)

    def _do(self, act: Callable[[float], list[str]]) -> None:
        """Let something happen now, and print what the interviewer says to it."""
        with self._lock:
            for words in act(self._clock.now()):
                self._clock.spoken(words)
                self._speak(words)

    # ---- the clock

    def _tick_on(self) -> None:
        """Every second: silence, files, the end of the round."""
        try:
            while not self._over.wait(1.0):
                self._tick()
        except Exception as failure:
            self._failure = failure
            self._source.stop()

    def _tick(self) -> None:
        if self._conductor.closed:
            return
        self._look_at_files()
        if not self._conductor.config.fast and not self._source.typing():
            self._do(self._conductor.tick)
            if self._conductor.closed:
                self._overtaken = self._source.begun()

    # ---- files

    def _prepare_file(self) -> None:
        question = self._conductor.plan.question
        if not isinstance(question, CodingQuestion):
            return
        code = self._conductor.transcript.code
        latest = code[-1].text if code else None
        self._file = workspace.prepare(self._folder, self._conductor.id, question.starter, latest)

    def _look_at_files(self) -> None:
        with self._lock:
            if self._file is not None and (text := self._file.changed()):
                self._conductor.code_saved(text, self._clock.now())
        if self._board_file is not None and (raw := self._board_file.changed()):
            self._draw(raw)

    def _draw(self, raw: str) -> None:
        from sparring.whiteboard.changes import changes as changes_between

        board = self._read(raw)
        if board is None:
            return
        self._board_problem = ""
        changes = changes_between(self._board, board)
        old, self._board = self._board, board
        if changes:
            self._show("On the board: " + "; ".join(changes[:6]) + ("; ..." if len(changes) > 6 else ""), "dim")
            path = str(self._board_file.path) if self._board_file else ""
            self._do(lambda at: self._conductor.board_changed(old, board, changes, raw, at, path))

    def _read(self, raw: str) -> Board | None:
        """The board in a source; None where it cannot be read, which is told once."""
        from sparring.whiteboard.errors import BoardError
        from sparring.whiteboard.read import read

        name = self._board_file.path.name if self._board_file else "board"
        try:
            return read(raw.encode("utf-8", "replace"), name)
        except BoardError as error:
            if str(error) != self._board_problem:
                self._show(f"The board could not be read: {error}", "yellow")
            self._board_problem = str(error)
            return None

    def _follow_again(self) -> None:
        """After a resume, the board that was attached before; after a retake, what it holds now is where it begins."""
        path, source = self._conductor.board
        if not path or not Path(path).is_file():
            return
        self._board_file = workspace.WatchedFile(Path(path), LARGEST_BOARD)
        if self._conductor.forked:
            source = self._board_file.changed() or source
        self._show(f"Following {Path(path).name} again.", "dim")
        for raw in dict.fromkeys((source, self._conductor.board[1])):
            self._board = self._read(raw)
            if self._board is not None:
                self._board_file.assume(raw)
                return

    # ---- commands

    def _help(self, _: str) -> None:
        round_ = self._conductor.config.round
        for command, what in HELP.items():
            if ROUND_ONLY.get(command, round_) is round_:
                self._show(f"{command:12} {what}", "dim")
        self._show("Enter ends your turn, Alt+Enter begins a new line, Ctrl+X Ctrl+E opens your editor.", "dim")

    def _done(self, _: str) -> None:
        if self._file is None:
            self._say("I'm done with my answer.")
            return
        self._look_at_files()
        with self._stoppable():
            self._judge_and_hand_in()

    def _judge_and_hand_in(self) -> None:
        passed, total, failed, problem = self._judge()
        stage = self._conductor.state.stage
        self._show(problem or f"Stage {stage} handed in.", "yellow" if problem else "dim")
        self._do(lambda at: self._conductor.handed_in(passed, total, failed, at, problem))

    def _judge(self) -> tuple[int, int, tuple[str, ...], str]:
        """(passed, total, why-lines of what failed, problem); a problem is ours, never the candidate's."""
        from sparring.session.judging import judged

        return judged(self._conductor)

    def _run(self, _: str) -> None:
        if self._file is None:
            self._show("There is nothing to run in this round.", "yellow")
            return
        self._look_at_files()
        with self._stoppable():
            self._run_open()

    @contextmanager
    def _stoppable(self) -> Iterator[None]:
        """Code that runs too long can be stopped, and the round goes on."""
        try:
            yield
        except KeyboardInterrupt:
            self._show("Stopped. The round goes on; your file is kept.", "yellow")

    def _run_open(self) -> None:
        from sparring.session.judging import open_results

        results, problem = open_results(self._conductor)
        if problem:
            self._show(problem, "yellow")
            return
        for line, passed in results:
            self._show(("  passed  " if passed else "  failed  ") + line, "green" if passed else "red")
        passed_count = sum(passed for _, passed in results)
        self._show(f"{passed_count} of {len(results)} open tests pass. Others stay closed until you hand in.", "dim")
        with self._lock:
            self._conductor.tests_run(passed_count, len(results), self._clock.now())

    def _attach(self, argument: str) -> None:
        if self._conductor.config.round is not Round.SYSTEM_DESIGN:
            self._show("A board belongs to a system-design round.", "yellow")
            return
        try:
            path = place(argument).absolute()
            there = bool(argument) and path.is_file()
        except (UnknownChoice, OSError):
            # A name that no file can have, or a folder that may not be looked into.
            there = False
        if not there:
            self._show(f"No file at '{argument}'. Say /board FILE with an .excalidraw or Mermaid file.", "yellow")
            return
        self._board_file = workspace.WatchedFile(path, LARGEST_BOARD)
        self._show(f"Following {path.name}: save it whenever you have drawn something.", "dim")
        self._look_at_files()

    def _time(self, _: str) -> None:
        state, now = self._conductor.state, self._clock.now()
        self._show(f"{clock(state.left(now))} left; now: {state.slot.phase.title}.", "dim")

    def _ledger(self, _: str) -> None:
        state = self._conductor.state
        for signal in state.plan.expected:
            self._show(f"  {signal:18} {state.standing(signal).value}", "dim")

    # ---- the screen

    def _introduce(self) -> None:
        config, plan = self._conductor.config, self._conductor.plan
        self._console.rule(plain(plan.question.title, "bold"))
        self._show(
            f"{config.round.label}, {config.minutes:g} minutes, held against {config.level.value} · "
            f"{plan.interviewer.name}, {plan.interviewer.title} · session {self._conductor.id}"
        )
        if self._file is not None:
            self._show(
                f"Your file: {self._file.path}\nOpen it in your editor; every save is kept. /run, /done.", "cyan"
            )
        if self._conductor.transcript.turns:
            self._show("Where you left off:", "dim")
            for turn in self._conductor.transcript.turns[-4:]:
                self._show(f"[{clock(turn.at)}] {turn.speaker.value}: {turn.text}", "dim")
        else:
            self._show("/help lists the commands, /quit leaves and keeps everything. Enter ends your turn.", "dim")

    def _speak(self, words: str) -> None:
        who = f"{self._conductor.plan.interviewer.name} [{clock(self._conductor.at)}] "
        text = plain(who, "bold cyan")
        text.append_text(plain(words))
        self._console.print()
        self._console.print(text)

    def _show(self, words: str, style: str = "") -> None:
        self._console.print(plain(words, style))

    def _toolbar(self) -> str:
        state, now = self._conductor.state, self._clock.now()
        if self._conductor.closed:
            return " Your own view of it, then the debrief. "
        return f" {clock(state.left(now))} left · {state.slot.phase.title} · /help "

    def _leave(self) -> bool:
        if self._conductor.closed:
            with self._lock:
                self._conductor.leave_out_view(self._clock.now())
            return True
        with self._lock:
            self._conductor.leave(self._clock.now())
        self._show(f"Left. Nothing is lost: `sparring resume {self._conductor.id}` goes on from here.", "cyan")
        return False
