"""Events to state, and events to transcript: everything about a session is a fold over its log."""

import copy
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from sparring.domain.event import Event, Json
from sparring.domain.heard import Mention, Shown, SoFar
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Seconds, clock
from sparring.domain.topic import Side
from sparring.domain.transcript import Snapshot, Speaker, Stretch, TestRun, Transcript, Turn
from sparring.engine.plan import Plan
from sparring.engine.state import State, offered
from sparring.interviewer.plain import plain
from sparring.listening import Listener
from sparring.listening.misheard import spared
from sparring.session.config import RoundConfig

OPENED, INTERVIEWER, CANDIDATE = "opened", "interviewer", "candidate"
CODE, RUN, HANDED_IN, BOARD = "code", "run", "handed_in", "board"
CORRECTED, PREDICTED, LEFT, ENDED = "corrected", "predicted", "left", "ended"
"""Kinds of events. What each payload holds is documented in docs/session.md."""

CURVEBALLS = ("change:", "trap:", "wrong_hint:")
"""How the refs of moves begin that put something on purpose."""


Payload = Mapping[str, Any]


def payload_of(event: Event) -> Payload:
    """What an event carries; the conductor wrote it, so its shape is known here."""
    return cast("Payload", event.payload)


def move_as_json(move: Move) -> dict[str, Any]:
    """A move as plain values."""
    fields = {
        "kind": move.kind.value,
        "wording": move.wording,
        "slots": dict(move.slots),
        "signal": move.signal,
        "topic": move.topic,
        "facet": move.facet,
        "phase": move.phase,
        "ref": move.ref,
        "receipt": move.receipt,
    }
    return {key: value for key, value in fields.items() if value}


def move_of_json(data: Mapping[str, Any]) -> Move:
    """The inverse of `move_as_json`."""
    return Move(
        kind=MoveKind(data["kind"]),
        wording=data.get("wording", ""),
        slots=dict(data.get("slots", {})),
        signal=data.get("signal"),
        topic=data.get("topic"),
        facet=data.get("facet"),
        phase=data.get("phase"),
        ref=data.get("ref"),
        receipt=data.get("receipt", ""),
    )


def so_far_as_json(so_far: SoFar) -> dict[str, Json]:
    """What a round has come to, as the plain values that go with a turn."""
    shown: Json = {signal: {"quotes": list(x.quotes), "enough": x.enough} for signal, x in so_far.shown.items()}
    return {"shown": shown} if so_far.held is None else {"shown": shown, "held": so_far.held}


def so_far_of_json(payload: Payload) -> SoFar | None:
    """The inverse of `so_far_as_json`; None of a turn that only rules heard."""
    if "shown" not in payload:
        return None
    shown = {signal: Shown(tuple(map(str, x["quotes"])), bool(x["enough"])) for signal, x in payload["shown"].items()}
    return SoFar(shown, payload.get("held"))


class StateFold:
    """Takes events one by one; `state` is always the session so far."""

    def __init__(self, plan: Plan, listener: Listener) -> None:
        """Begin with nothing said."""
        self.state = State.begin(plan)
        self._listener = listener
        self._asked: str | None = None
        self._drilled: Side | None = None
        self._offered: tuple[str, ...] = ()

    def ahead(self, event: Event) -> "StateFold":
        """A fold with one more event taken, leaving this one as it is."""
        ahead = copy.copy(self)
        ahead.take(event)
        return ahead

    def take(self, event: Event) -> State:
        """The state after one more event; kinds that do not bear on it are passed over."""
        take = getattr(self, f"_take_{event.kind}", None)
        if take is not None:
            self.state = take(payload_of(event), event.at)
        return self.state

    def _take_interviewer(self, payload: Payload, at: Seconds) -> State:
        text = str(payload["text"])
        move = move_of_json(payload["move"])
        if text:
            self._asked = plain(move) + self._about(move)
            self._drilled = (move.topic, move.facet) if move.topic and move.facet else None
            self._offered = offered(move)
        return self.state.after_move(move, text, at)

    def _about(self, move: Move) -> str:
        """The name of the topic a drill is on, which the drill itself may avoid: the answer is on that topic."""
        topic = self.state.plan.topics.get(move.topic or "")
        return f" ({topic.heard_as[0]})" if topic else ""

    def _take_candidate(self, payload: Payload, at: Seconds) -> State:
        text = str(payload["text"])
        heard = self._listener.hear(text, self._asked, self._drilled, self._offered)
        heard = spared(self._listener.followed(text, heard), text, unsure_of(payload))
        return self.state.after_candidate(text, heard, at, so_far_of_json(payload))

    def _take_code(self, payload: Payload, at: Seconds) -> State:
        return self.state.after_code(at)

    def _take_run(self, payload: Payload, at: Seconds) -> State:
        return self.state.after_run(int(payload["total"]) - int(payload["passed"]), at)

    def _take_board(self, payload: Payload, at: Seconds) -> State:
        labels = [str(label) for label in payload.get("new_labels", [])]
        return self.state.after_board(tuple(self._mentions(labels)), at, len(labels))

    def _mentions(self, labels: Sequence[str]) -> list[Mention]:
        return [mention for label in labels for mention in self._listener.hear(label).mentions]

    def _take_handed_in(self, payload: Payload, at: Seconds) -> State:
        failed = int(payload["total"]) - int(payload["passed"])
        return self.state.after_hand_in(failed if payload.get("judged", True) else None, at)

    def _take_ended(self, payload: Payload, at: Seconds) -> State:
        return self.state.after_move(Move(MoveKind.CLOSE), "", at)


def transcript_of(session_id: str, title: str, events: Sequence[Event]) -> Transcript:
    """The finished (or interrupted) round as assessment reads it."""
    opened = next(event for event in events if event.kind == OPENED)
    config = RoundConfig.of_json(opened.payload)
    turns: list[Turn] = []
    for event in as_corrected(events):
        payload = payload_of(event)
        text = str(payload.get("text", ""))
        if event.kind == INTERVIEWER and text:
            turns.append(_asked(len(turns), event.at, text, payload))
        elif event.kind == CANDIDATE:
            turns.append(Turn(len(turns), event.at, Speaker.CANDIDATE, text, unsure=unsure_of(payload)))
    predicted = [event.payload.get("verdict") for event in events if event.kind == PREDICTED]
    return Transcript(
        id=session_id,
        round=config.round,
        question=config.question,
        title=str(opened.payload.get("title", title)),
        turns=tuple(turns),
        target_level=config.level,
        style=str(opened.payload.get("style", "typed")),
        code=tuple(
            Snapshot(event.at, str(event.payload["language"]), str(event.payload["text"]))
            for event in events
            if event.kind == CODE
        ),
        tests=_tests(events),
        planned=None if opened.payload.get("imported") else config.minutes * 60,
        open=not any(event.kind == ENDED for event in events),
        timed=bool(opened.payload.get("timed", True)),
        prediction=str(predicted[-1]) if predicted and predicted[-1] else None,
        notes=(*(str(note) for note in payload_of(opened).get("notes", ())), *_notes(events)),
    )


def unsure_of(payload: Payload) -> tuple[Stretch, ...]:
    """The stretches of a spoken turn that were perhaps misheard."""
    return tuple((int(begin), int(end)) for begin, end in payload.get("unsure", ()))


def as_corrected(events: Sequence[Event]) -> list[Event]:
    """The log as it would be had everything been heard right."""
    texts = {event.payload["turn"]: event.payload["text"] for event in events if event.kind == CORRECTED}
    return [
        replace(event, payload={**event.payload, "text": texts[event.seq], "unsure": []})
        if event.seq in texts
        else event
        for event in events
    ]


def _asked(i: int, at: Seconds, text: str, payload: Payload) -> Turn:
    """An interviewer's turn; one of a round held elsewhere comes without its move."""
    if "move" not in payload:
        return Turn(i, at, Speaker.INTERVIEWER, text)
    move = move_of_json(payload["move"])
    drilled = (move.topic, move.facet) if move.kind is MoveKind.DRILL and move.topic and move.facet else None
    curveball = move.ref if (move.ref or "").startswith(CURVEBALLS) else None
    return Turn(i, at, Speaker.INTERVIEWER, text, move.signal, move.kind.value, plain(move), drilled, curveball)


def _tests(events: Sequence[Event]) -> TestRun | None:
    judged = [payload_of(event) for event in events if event.kind == HANDED_IN and event.payload.get("judged", True)]
    if not judged:
        return None
    last = judged[-1]
    return TestRun(int(last["passed"]), int(last["total"]), tuple(str(why) for why in last.get("failed", ())))


def _notes(events: Sequence[Event]) -> tuple[str, ...]:
    ended = [event.payload.get("reason") for event in events if event.kind == ENDED]
    notes = [] if ended else ["The round has not been finished; this is how it stands so far."]
    if "by_candidate" in ended:
        notes.append("You ended the round before its time was over.")
    notes += [
        f"Your code could not be judged: {event.payload['problem']}"
        for event in events
        if event.kind == HANDED_IN and event.payload.get("problem")
    ]
    hints = [clock(event.at) for event in events if _helps(event)]
    if hints:
        notes.append(f"The interviewer helped you with a hint at {' and '.join(hints)}; weigh what came after by that.")
    return tuple(dict.fromkeys(notes))


def _helps(event: Event) -> bool:
    """Whether an event is a hint that was given, and not a wrong one."""
    if event.kind != INTERVIEWER or "move" not in event.payload:
        return False
    return move_of_json(payload_of(event)["move"]).wording == "hint"
