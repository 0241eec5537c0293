"""A second opinion on a session, by the language model that the environment names."""

from collections.abc import Callable

from anyio import to_thread
from fastapi import APIRouter

from sparring.llm import choice_of, chosen
from sparring.server.office import Desk, Office
from sparring.server.views import SecondRater, SecondView
from sparring.session import opinions
from sparring.session.debriefing import stored_transcript
from sparring.session.errors import StillOpen
from sparring.session.seconding import opinion_on

router = APIRouter(prefix="/api", tags=["second opinion"])


@router.get("/second")
def rater() -> SecondRater | None:
    """The language model that can be asked, and where a transcript would go; null where none is named."""
    choice = choice_of()
    return None if choice is None else SecondRater(name=choice.name, where=choice.where)


@router.get("/sessions/{session}/second")
async def state(session: str, office: Desk) -> SecondView:
    """Whether there is a second opinion on a session, and how far one in the making is."""
    return await _view(office, (await to_thread.run_sync(office.store.session, session)).id)


@router.post("/sessions/{session}/second", status_code=202)
async def ask(session: str, office: Desk) -> SecondView:
    """Ask for a second opinion, in place of an older one. The transcript and the final code go to the model."""
    choice = chosen()
    row = await to_thread.run_sync(office.store.session, session)
    if not row.ended:
        raise StillOpen

    async def asked(told: Callable[[int, int], None]) -> None:
        transcript = await to_thread.run_sync(stored_transcript, office.store, office.bank, row.id)
        opinion = await opinion_on(office.bank, transcript, choice, told)
        await to_thread.run_sync(opinions.keep, office.store, row.id, opinion)
        await office.anew(row.id)

    office.seconding.begin(row.id, asked)
    return await _view(office, row.id)


@router.delete("/sessions/{session}/second", status_code=204)
async def forget(session: str, office: Desk) -> None:
    """Ask no further, or put away why nothing came; where nothing is being asked, drop the opinion that is kept."""
    row = await to_thread.run_sync(office.store.session, session)
    if office.seconding.of(row.id) is not None:
        await office.seconding.stop(row.id)
        return
    await to_thread.run_sync(opinions.drop, office.store, row.id)
    await office.anew(row.id)


async def _view(office: Office, session: str) -> SecondView:
    asking = office.seconding.of(session)
    if asking is not None:
        state = "failed" if asking.failed else "asking"
        return SecondView(state=state, done=asking.done, of=asking.of, says=asking.failed)
    given = await to_thread.run_sync(opinions.kept, office.store, session)
    return SecondView(state="none" if given is None else "given", done=0, of=0, says=given.rater if given else "")
