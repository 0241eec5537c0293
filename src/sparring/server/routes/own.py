"""Questions and topics of the user's own: written, checked, kept, deleted."""

from anyio import to_thread
from fastapi import APIRouter

from sparring.domain.round import Round
from sparring.server import views as v
from sparring.server.office import Desk
from sparring.session import own
from sparring.session.drafting import Wish, drafted
from sparring.session.own import Kind

router = APIRouter(prefix="/api/own", tags=["own"])


@router.get("")
def written(office: Desk) -> list[v.OwnFile]:
    """Every file of the user's own."""
    return [v.OwnFile(kind=kind.value, id=id_) for kind, id_ in own.written()]


@router.get("/{kind}/models")
def models(kind: Kind, office: Desk) -> list[v.ModelView]:
    """What is shipped of a kind, to begin from."""
    return [v.ModelView(id=id_, title=title) for id_, title in own.models(office.bank, kind)]


@router.get("/{kind}/models/{model}")
def beginning(kind: Kind, model: str, office: Desk) -> v.OwnText:
    """A shipped file's text, with an id of its own."""
    return v.OwnText(text=own.beginning(kind, model))


@router.get("/behavioral/signals")
def signals(office: Desk) -> list[v.SignalTitle]:
    """What a behavioral question can be about."""
    known = office.bank.rubric().signals[Round.BEHAVIORAL]
    return [v.SignalTitle(id=signal.id, title=signal.title) for signal in known]


@router.post("/behavioral/drafts")
def draft(wish: v.DraftWish, office: Desk) -> v.OwnText:
    """A whole behavioral question out of its few particulars, as a text to keep or make better; nothing is kept."""
    particulars = Wish(wish.title, wish.statement, wish.target, tuple(wish.expects))
    return v.OwnText(text=drafted(office.bank.rubric(), particulars))


@router.get("/{kind}/files/{name}")
def text(kind: Kind, name: str, office: Desk) -> v.OwnText:
    """A file's text."""
    return v.OwnText(text=own.text_of(kind, name))


@router.post("/{kind}/files/{name}/check")
async def check(kind: Kind, name: str, wish: v.OwnText, office: Desk) -> list[v.ProblemView]:
    """Everything that is wrong with a text; nothing is kept."""
    problems = await to_thread.run_sync(own.check, kind, name, wish.text)
    return [v.ProblemView(line=each.line, says=each.says) for each in problems]


@router.put("/{kind}/files/{name}", status_code=204)
async def keep(kind: Kind, name: str, wish: v.OwnText, office: Desk) -> None:
    """Keep a text that has no problem; it can be practised at once."""
    await to_thread.run_sync(own.keep, kind, name, wish.text)
    office.reload()


@router.delete("/{kind}/files/{name}", status_code=204)
def forget(kind: Kind, name: str, office: Desk) -> None:
    """Delete a file."""
    own.forget(kind, name)
    office.reload()
