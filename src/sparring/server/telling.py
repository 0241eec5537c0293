"""From a session's values to the messages that tell a browser of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sparring.domain.board import Board
from sparring.domain.event import Event
from sparring.domain.question import CodingQuestion
from sparring.server import messages as m
from sparring.server.clock import RoomClock
from sparring.session import fold
from sparring.session.conductor import Conductor
from sparring.session.judging import OpenCase
from sparring.voice import missing


def welcome(conductor: Conductor, titles: Mapping[str, str]) -> m.Welcome:
    """What does not change during the round."""
    config, plan = conductor.config, conductor.plan
    question = plan.question
    return m.Welcome(
        id=conductor.id,
        round=config.round,
        question=question.id,
        title=question.title,
        minutes=config.minutes,
        level=config.level.value,
        pressure=config.pressure,
        interviewer=plan.interviewer.name,
        interviewer_title=plan.interviewer.title,
        fast=config.fast,
        phases=[
            m.PhaseView(id=slot.phase.id, title=slot.phase.title, begins=slot.begins, ends=slot.ends)
            for slot in plan.phases
        ],
        signals=_ledger(conductor, titles),
        starter=question.starter if isinstance(question, CodingQuestion) else "",
        last=len(conductor.events) - 1,
        no_voice=missing(),
    )


def standing(conductor: Conductor, clock: RoomClock, titles: Mapping[str, str]) -> m.Standing:
    """Where the room stands at this moment."""
    state = conductor.state
    return m.Standing(
        now=round(clock.now(), 1),
        running=clock.running and not conductor.closed,
        total=state.plan.total,
        phase=state.slot.phase.id,
        stage=state.stage,
        closed=conductor.closed,
        ended=conductor.ended,
        ledger=_ledger(conductor, titles),
    )


def happened(event: Event) -> m.Happened:
    """An event as the candidate may see it: what was said and done, never what the interviewer was after."""
    payload: Mapping[str, Any] = fold.payload_of(event)
    message = m.Happened(seq=event.seq, at=event.at, kind=event.kind)
    match event.kind:
        case fold.INTERVIEWER:
            update: dict[str, Any] = {"text": payload["text"], "move": payload.get("move", {}).get("kind", "")}
        case fold.CANDIDATE:
            said = {"spoken": bool(payload.get("spoken")), "unsure": [[*each] for each in fold.unsure_of(payload)]}
            update = {"text": payload["text"], **said}
        case fold.CODE:
            update = {"text": payload["text"]}
        case fold.CORRECTED:
            update = {"text": payload["text"], "turn": payload["turn"]}
        case fold.BOARD:
            update = {"changes": list(payload.get("changes", [])), "scene": str(payload.get("source", ""))}
        case fold.RUN | fold.HANDED_IN:
            keys = ("passed", "total", "stage", "problem")
            update = {key: payload[key] for key in keys if key in payload}
        case fold.PREDICTED:
            update = {key: payload.get(key) or empty for key, empty in (("text", ""), ("verdict", ""), ("ratings", {}))}
        case fold.ENDED:
            update = {"reason": str(payload.get("reason", ""))}
        case _:
            update = {}
    return message.model_copy(update=update)


def caught_up(events: Sequence[Event], after: int) -> Iterator[m.Happened]:
    """What a browser has missed. Of code and board it needs the last version alone."""
    last = {
        kind: max((event.seq for event in events if event.kind == kind), default=-1) for kind in (fold.CODE, fold.BOARD)
    }
    for event in events[after + 1 :]:
        message = happened(event)
        stale = event.seq != last.get(event.kind, event.seq)
        yield message.model_copy(update={"text": "", "scene": ""}) if stale else message


def results(cases: Sequence[OpenCase], problem: str) -> m.Results:
    """Open cases after a run."""
    return m.Results(
        cases=[
            m.CaseView(
                title=case.title,
                passed=case.passed,
                after=case.after,
                expected=case.expected,
                came=case.came,
                printed=case.printed,
            )
            for case in cases
        ],
        problem=problem,
    )


def drawn(board: Board) -> m.Drawn:
    """How the board was read."""
    return m.Drawn(
        components=[m.ComponentView(id=each.id, label=each.label, kind=each.kind) for each in board.components],
        connections=[
            m.ConnectionView(source=each.source, target=each.target, label=each.label) for each in board.connections
        ],
    )


def _ledger(conductor: Conductor, titles: Mapping[str, str]) -> list[m.SignalView]:
    state = conductor.state
    return [
        m.SignalView(id=signal, title=titles.get(signal, signal), standing=state.standing(signal).value)
        for signal in state.plan.expected
    ]
