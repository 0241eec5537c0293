"""Looking back: the list of sessions, a replay, a deletion."""

from sparring.cli import rooms
from sparring.cli.screen import console, moment, plain
from sparring.domain.event import Event
from sparring.domain.round import clock
from sparring.session import fold
from sparring.session.errors import UnknownChoice
from sparring.session.forgetting import forget
from sparring.session.practising import left_at_once
from sparring.store.row import SessionRow


def listing() -> None:
    """Every session, newest first."""
    from rich.table import Table

    screen = console()
    with rooms.open_store() as store:
        rows = store.sessions()
        if not rows:
            screen.print("No session yet. Hold one with `sparring spar behavioral`.")
            return
        table = Table(box=None, pad_edge=False)
        # An id that is cut off opens nothing.
        table.add_column("session", no_wrap=True, min_width=max(len(row.id) for row in rows))
        for heading in ("when", "round", "question", "minutes", "state", "verdict"):
            table.add_column(heading)
        for row in rows:
            config = row.config
            table.add_row(
                row.id,
                f"{row.started_at.astimezone():%Y-%m-%d %H:%M}",
                str(config.get("round", "")).replace("_", " "),
                plain(str(config.get("question", ""))),
                f"{clock(row.last_at)} of {config.get('minutes', 0):g}",
                "over" if row.ended else "open",
                _verdict(row, store.debrief(row.id)),
            )
    screen.print(table)
    if any(not row.ended for row in rows):
        screen.print("Go on with an open one: sparring resume ID", style="dim")


def remove(session: str) -> None:
    """Delete a session, its log and its debrief."""
    with rooms.open_store() as store:
        row = store.find(session)
        if row.id != session:
            raise UnknownChoice(f"Deleting is for good, so it wants the whole id: sparring sessions --delete {row.id}")
        forget(store, row.id)
    console().print(f"{row.id} is deleted, with its log, its debrief and its code.")


def play(session: str, at: str | None) -> None:
    """Everything that happened, in order."""
    try:
        begin = moment(at) if at else 0.0
    except ValueError:
        raise UnknownChoice(f"'{at}' is no moment. Say --at MM:SS, e.g. --at 12:30.") from None
    screen = console()
    with rooms.open_store() as store:
        row = store.find(session)
        for event in fold.as_corrected(store.events(row.id)):
            if event.at >= begin and (line := _line(event)) is not None:
                who, text, style = line
                head = plain(f"[{clock(event.at)}] {who} ", f"bold {style}")
                head.append_text(plain(text))
                screen.print(head)


def _line(event: Event) -> tuple[str, str, str] | None:
    """(who, what, colour) of an event that a person wants to see again."""
    payload = event.payload
    text = str(payload.get("text") or "")
    if event.kind == fold.INTERVIEWER:
        return ("interviewer", text, "cyan") if text else None
    if event.kind == fold.CANDIDATE:
        return "candidate", text, "green"
    if event.kind == fold.CODE:
        return "code", f"{len(text.splitlines())} lines\n{text}", "magenta"
    if event.kind == fold.RUN:
        return "tests", f"{payload['passed']} of {payload['total']} open tests pass", "magenta"
    if event.kind == fold.HANDED_IN:
        return "handed in", f"stage {payload['stage']}: {payload['passed']} of {payload['total']}", "magenta"
    if event.kind == fold.BOARD:
        changes = payload.get("changes")
        return "board", "; ".join(str(change) for change in changes) if isinstance(changes, list) else "", "magenta"
    if event.kind == fold.PREDICTED:
        return "own view", text, "green"
    return None


def _verdict(row: SessionRow, debrief: str | None) -> str:
    """What came of it and how sure that is; of a round that was left at once, nothing."""
    import json

    from sparring.assessment.render import stored_doubt

    if left_at_once(row):
        return "left at once"
    if debrief is None:
        return ""
    label = json.loads(debrief)
    perhaps = stored_doubt(label)
    return str(label["verdict"]).replace("_", " ") + (f", {perhaps}" if perhaps else "")
