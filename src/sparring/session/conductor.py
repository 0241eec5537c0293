"""One live session: appends what happens, asks the engine, words the answer.

Every event is in the store before its answer is returned, so a session that is killed at any moment goes on from its
log.
The conductor has no clock: whoever drives it says when things happen.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sparring.bank import Bank
from sparring.domain.board import Board
from sparring.domain.event import Event, Json
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds, Verdict, clock
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Stretch, Transcript
from sparring.engine.decide import decide
from sparring.engine.plan import Plan
from sparring.engine.policies import POLICIES
from sparring.engine.state import State
from sparring.interviewer.wording import word
from sparring.listening import Listener
from sparring.session import fold
from sparring.session.config import RoundConfig
from sparring.session.ear import Ear
from sparring.session.errors import NotResumable, NotRetakable
from sparring.session.planning import plan_for
from sparring.session.prediction import predicted
from sparring.session.speaking import correction, corrections, spoken
from sparring.store import Store
from sparring.store.row import SessionRow
from sparring.store.value import clean

IN_ONE_BREATH = 4
"""Most moves in one answer: a time check or a silent change of phase, then what is asked."""

_WORK = frozenset({fold.CANDIDATE, fold.CODE, fold.BOARD, fold.HANDED_IN})
"""Events of something that the candidate did."""


class Conductor:
    """Drives one session; `say`, `tick` and the others return what the interviewer says, in order."""

    def __init__(self, store: Store, session_id: str, plan: Plan, config: RoundConfig, ear: Ear | None = None) -> None:
        """Use `begin` or `resume`. With `ear`, clarifying questions are understood in anybody's words, and what was
        shown so far is heard, so that nobody is asked for what they told."""
        self.id = session_id
        self.config = config
        self.plan = plan
        self.events: list[Event] = []
        self.forked = False
        """Just begun as a fork: files on disk hold what came after the moment it was taken from."""

        self._store = store
        self._listener = Listener(plan.round, plan.question, plan.topics, ear)
        self._ear = ear
        self._fold = fold.StateFold(plan, self._listener)

    # ---- coming in

    @classmethod
    def begin(
        cls,
        store: Store,
        bank: Bank,
        config: RoundConfig,
        session_id: str,
        started: datetime,
        ear: Ear | None = None,
    ) -> "Conductor":
        """A new session with nothing said; call `open` for the first words."""
        conductor = cls(store, session_id, plan_for(bank, config), config, ear)
        opened = Event(0, 0.0, fold.OPENED, config.as_json())
        store.create(session_id, started, config.as_json(), [opened])
        conductor._take(opened)
        return conductor

    @classmethod
    def resume(cls, store: Store, bank: Bank, session_id: str, ear: Ear | None = None) -> "Conductor":
        """The session as its log has it; NotResumable where it has ended."""
        row = store.session(session_id)
        if row.ended:
            raise _over(row)
        config = RoundConfig.of_json(row.config)
        conductor = cls(store, row.id, plan_for(bank, config), config, ear)
        for event in store.events(row.id):
            conductor._take(event)
        if conductor.ended:
            raise _over(row)
        return conductor

    @classmethod
    def retake(
        cls,
        store: Store,
        bank: Bank,
        parent: str,
        at: Seconds,
        session_id: str,
        started: datetime,
        ear: Ear | None = None,
    ) -> "Conductor":
        """A fork of a session from a moment on: everything before it as it was, everything after it anew.

        What was misheard before that moment and corrected after it is as it was corrected.

        Raises NotRetakable; UnknownQuestion where the bank has its question no more. Nothing is forked then.
        """
        row = store.session(parent)
        if row.config.get("imported"):
            raise NotRetakable(f"{row.id} was held elsewhere: there is nobody here to take it up again.")
        # Where no plan can be made there is nothing to go on with, and nothing is forked.
        plan_for(bank, RoundConfig.of_json(row.config))
        events = store.events(row.id)
        last = max((event.at for event in events), default=0.0)
        if at <= 0 or at > last:
            raise NotRetakable(f"{row.id} lasted {clock(last)}; pick a moment after 00:00 and not after that.")
        over = (event.seq for event in events if _closes(event) or event.kind in (fold.PREDICTED, fold.ENDED))
        store.fork(row.id, at, session_id, started, most=next(over, None))
        conductor = cls.resume(store, bank, session_id, ear)
        for event in corrections(events, after=len(conductor.events)):
            conductor._append(event.kind, event.payload, at)
        conductor.forked = True
        return conductor

    # ---- reading

    @property
    def state(self) -> State:
        """The session so far."""
        return self._fold.state

    @property
    def at(self) -> Seconds:
        """When the last event happened."""
        return self.events[-1].at if self.events else 0.0

    @property
    def closed(self) -> bool:
        """The interviewer has closed; only the candidate's own view of it is still awaited."""
        return self.state.closed

    @property
    def ended(self) -> bool:
        """Nothing more will be logged."""
        return self.closed and any(event.kind == fold.ENDED for event in self.events)

    @property
    def board(self) -> tuple[str, str]:
        """(path, source) of the drawing that was last followed; empty where there is none."""
        drawn = [event.payload for event in self.events if event.kind == fold.BOARD]
        return (str(drawn[-1].get("path", "")), str(drawn[-1].get("source", ""))) if drawn else ("", "")

    @property
    def transcript(self) -> Transcript:
        """The round so far, as assessment reads it."""
        return fold.transcript_of(self.id, self.plan.question.title, self.events)

    # ---- what happens

    def prepare(self) -> None:
        """Do now, from any thread, what the first clarifying question would wait for."""
        self._listener.prepare()

    def open(self, at: Seconds) -> list[str]:
        """The interviewer's first words; after a resume, what was still owed when the session was cut off."""
        if self.closed:
            return [] if self._asked_for_their_view else self._ask_for_their_view(at)
        return self._answer(at) if self.state.awaiting else []

    def say(self, text: str, at: Seconds, unsure: Sequence[Stretch] | None = None) -> list[str]:
        """The candidate's turn, and the answer to it; `unsure` is what was perhaps misheard of a spoken one.

        A turn that was being typed when the time ran out counts, and nothing answers it.
        """
        text = clean(text)
        self._append(fold.CANDIDATE, self._heard({"text": text} if unsure is None else spoken(text, unsure), at), at)
        return [] if self.closed else self._answer(at)

    def correct(self, turn: int, text: str, at: Seconds) -> None:
        """What was said in event `turn`, where it was misheard. Raises NotCorrectable."""
        self._append(fold.CORRECTED, correction(self.events, turn, clean(text)), at)

    def say_view(self, text: str, at: Seconds) -> None:
        """After the close, the candidate's own view of the round in a sentence; the round ends with it."""
        verdict = predicted(text)
        self._append(fold.PREDICTED, {"text": clean(text), "verdict": verdict.value if verdict else None}, at)
        self._end(at)

    def leave_out_view(self, at: Seconds) -> None:
        """After the close, the candidate would rather not say how it went; the round ends with that."""
        self._end(at)

    def leave(self, at: Seconds) -> None:
        """The candidate goes away for a while; the clock stands still from here."""
        self._append(fold.LEFT, {}, at)

    def tick(self, at: Seconds) -> list[str]:
        """Time has passed with nothing said."""
        return [] if self.closed else self._answer(at)

    def hint(self, at: Seconds) -> list[str]:
        """The candidate asks for a hint by key."""
        return [] if self.closed else self.say("Could I have a hint?", at)

    def code_saved(self, text: str, at: Seconds) -> None:
        """The candidate's file changed on disk."""
        self._append(fold.CODE, {"language": "python", "text": text}, at)

    def tests_run(self, passed: int, total: int, at: Seconds) -> None:
        """The candidate ran the open cases."""
        self._append(fold.RUN, {"passed": passed, "total": total, "stage": self.state.stage}, at)

    def handed_in(self, passed: int, total: int, failed: Sequence[str], at: Seconds, problem: str = "") -> list[str]:
        """The present stage was handed in and all its cases were run; `problem` says why they could not be."""
        payload: dict[str, Json] = {
            "passed": passed,
            "total": total,
            "failed": list(failed),
            "stage": self.state.stage,
            "judged": not problem,
        }
        if problem:
            payload["problem"] = problem
        self._append(fold.HANDED_IN, payload, at)
        return [] if self.closed else self._answer(at)

    def board_changed(
        self, old: Board | None, new: Board, changes: Sequence[str], raw: str, at: Seconds, path: str = ""
    ) -> list[str]:
        """The drawn design in the file at `path` changed; the interviewer reacts to what is new on it."""
        known = {component.label for component in old.components} if old else set()
        labels = [component.label for component in new.components if component.label not in known]
        self._append(
            fold.BOARD, {"changes": list(changes), "new_labels": list(labels), "source": raw, "path": path}, at
        )
        return [] if self.closed else self._answer(at)

    def predict(self, verdict: Verdict, ratings: Mapping[str, int], text: str, at: Seconds) -> None:
        """The candidate's own view by form: a verdict, and ratings 1 to 4 for any signals of the round."""
        known = {signal: rating for signal, rating in ratings.items() if signal in SIGNALS[self.config.round]}
        self._append(fold.PREDICTED, {"text": clean(text), "verdict": verdict.value, "ratings": known}, at)
        self._end(at)

    def end(self, at: Seconds) -> list[str]:
        """The candidate ends the round early; the interviewer closes and asks for their own view.

        Where the close came first, nothing more happens: that view is still asked for.
        """
        if self.closed:
            return []
        return self._close(Move(MoveKind.CLOSE, "close_asked", ref="by_candidate"), at)

    # ---- inside

    def _heard(self, said: dict[str, Json], at: Seconds) -> dict[str, Json]:
        """What is said, with what the round has come to by then: the log keeps it, whatever weights come later."""
        if self._ear is None or self.closed:
            return said
        events = (*self.events, Event(len(self.events), max(at, self.at), fold.CANDIDATE, said))
        talk = fold.transcript_of(self.id, self.plan.question.title, events)
        so_far = self._ear.hear(talk, self.plan.question, self.plan.topics)
        return said if so_far is None else {**said, **fold.so_far_as_json(so_far)}

    def _answer(self, at: Seconds) -> list[str]:
        """Let the engine move until the floor is the candidate's."""
        words: list[str] = []
        for _ in range(IN_ONE_BREATH):
            move = decide(self.state, POLICIES, at)
            if move.kind is MoveKind.CLOSE:
                return words + self._close(move, at)
            if move.kind is MoveKind.WAIT and not self.state.awaiting:
                break
            words += self._speak(move, at)
            if not self.state.awaiting:
                break
        return words

    def _speak(self, move: Move, at: Seconds) -> list[str]:
        spoken = [key for moved in self.state.moved for key in (moved.move.receipt, moved.move.wording)]
        text = word(move, self.plan.interviewer, seed=self.config.seed, spoken=spoken)
        self._append(fold.INTERVIEWER, {"text": text, "move": fold.move_as_json(move)}, at)
        return [text] if text else []

    def _close(self, move: Move, at: Seconds) -> list[str]:
        words = self._speak(move, at)
        if self._reason == "completed" or any(event.kind in _WORK for event in self.events):
            return words + self._ask_for_their_view(at)
        # Ended by hand before anything was done: there is nothing to have a view of.
        self._end(at)
        return words

    def _ask_for_their_view(self, at: Seconds) -> list[str]:
        return self._speak(Move(MoveKind.CLOSE, "ask_self_assessment"), at)

    @property
    def _asked_for_their_view(self) -> bool:
        return any(moved.move.wording == "ask_self_assessment" for moved in self.state.moved)

    @property
    def _reason(self) -> str:
        early = any(moved.move.ref == "by_candidate" for moved in self.state.moved)
        return "by_candidate" if early else "completed"

    def _end(self, at: Seconds) -> None:
        self._append(fold.ENDED, {"reason": self._reason}, at)

    def _append(self, kind: str, payload: Mapping[str, Json], at: Seconds) -> None:
        """Fold, then store, then keep: what cannot be folded is never stored, what is not stored is never folded.

        What still comes once the round has ended (a judgement that took its time) is not logged.
        """
        if self.ended:
            return
        event = Event(len(self.events), max(at, self.at), kind, payload)
        ahead = self._ahead(event)
        self._store.append(self.id, event)
        self._fold = ahead
        self.events.append(event)

    def _take(self, event: Event) -> None:
        self._fold = self._ahead(event)
        self.events.append(event)

    def _ahead(self, event: Event) -> fold.StateFold:
        """The fold with one more event; what was misheard is heard anew, and everything after it."""
        if event.kind != fold.CORRECTED:
            return self._fold.ahead(event)
        anew = fold.StateFold(self.plan, self._listener)
        for each in fold.as_corrected((*self.events, event)):
            anew.take(each)
        return anew


def _over(row: SessionRow) -> NotResumable:
    again = "" if row.config.get("imported") else f", or take it again with `sparring retake {row.id} --from MM:SS`"
    return NotResumable(f"Session {row.id} is over. See its debrief with `sparring debrief {row.id}`{again}.")


def _closes(event: Event) -> bool:
    move = event.payload.get("move")
    return isinstance(move, Mapping) and move.get("kind") == MoveKind.CLOSE.value
