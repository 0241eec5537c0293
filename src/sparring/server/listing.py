"""Sessions as a list shows them."""

import json
from collections.abc import Sequence

from sparring.assessment.render import stored_doubt
from sparring.domain.round import Altitude, Verdict
from sparring.server.office import Office
from sparring.server.views import SessionView
from sparring.session import loop as loops
from sparring.session.config import RoundConfig
from sparring.session.debriefing import question_of
from sparring.session.practising import left_at_once
from sparring.store.row import SessionRow


def session_views(office: Office) -> list[SessionView]:
    """Every session, newest first."""
    rows = office.store.sessions()
    return [session_view(office, row, rows) for row in rows]


def session_view(office: Office, row: SessionRow, rows: Sequence[SessionRow]) -> SessionView:
    """One session among all of them; its verdict where the debrief has been made."""
    config = RoundConfig.of_json(row.config)
    question = question_of(office.bank, config.question)
    label = json.loads(office.store.debrief(row.id) or "{}") if row.debriefed else {}
    return SessionView(
        id=row.id,
        started_at=row.started_at,
        round=config.round,
        question=config.question if question else "",
        title=question.title if question else str(row.config.get("title", config.question)),
        minutes=config.minutes,
        level=config.level.value,
        interviewer=_name(office, config),
        lasted=round(row.last_at, 1),
        ended=row.ended,
        imported=bool(row.config.get("imported")),
        loop=config.loop,
        parent=row.parent,
        forked_at=row.forked_at,
        left_at_once=left_at_once(row),
        verdict=Verdict(label["verdict"]) if label else None,
        verdict_range=stored_doubt(label) if label else "",
        altitude=Altitude(label["altitude"]) if label else None,
        next_in_loop=bool(config.loop) and row.ended and bool(loops.left(rows, config.loop)),
    )


def takes_of(office: Office, row: SessionRow, rows: Sequence[SessionRow]) -> list[SessionView]:
    """The session's other takes: whatever shares an ancestor with it, oldest first."""
    by_id = {each.id: each for each in rows}
    mine = _root(by_id, row)
    kin = [each for each in rows if each.id != row.id and _root(by_id, each) == mine]
    return [session_view(office, each, rows) for each in sorted(kin, key=lambda each: each.started_at)]


def _root(rows: dict[str, SessionRow], row: SessionRow) -> str:
    """The oldest ancestor that is known by name; it may have been deleted since."""
    seen = {row.id}
    while row.parent is not None and row.parent in rows and row.parent not in seen:
        row = rows[row.parent]
        seen.add(row.id)
    return row.parent or row.id


def _name(office: Office, config: RoundConfig) -> str:
    known = office.bank.interviewers().get(config.interviewer)
    return known.name if known else ""
