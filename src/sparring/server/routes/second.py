"""A second opinion on a session, by the language model that the environment names; and how good that is at it."""

from collections.abc import Callable

from anyio import to_thread
from fastapi import APIRouter

from sparring.assessment.second.worth import worth, worthwhile
from sparring.llm import Choice, choice_of, chosen
from sparring.server.office import Desk, Office
from sparring.server.seconding import MEASURING
from sparring.server.views import SecondRater, SecondView
from sparring.session import opinions
from sparring.session.debriefing import stored_transcript
from sparring.session.errors import StillOpen
from sparring.session.seconding import labelled_prompts, measured_on_labelled, opinion_on

router = APIRouter(prefix="/api", tags=["second opinion"])


@router.get("/second")
async def rater(office: Desk) -> SecondRater | None:
    """The language model that can be asked, and where a transcript would go; null where none is named."""
    choice = choice_of()
    if choice is None:
        return None
    found = await to_thread.run_sync(opinions.standing, office.store, choice)
    return SecondRater(
        name=choice.name,
        where=choice.where,
        measured=worth(choice.name, found) if found else "",
        used=found is None or worthwhile(found),
        prompts=await to_thread.run_sync(labelled_prompts),
    )


@router.get("/second/calibration")
async def calibration(office: Desk) -> SecondView:
    """Whether the language model was measured on labelled rounds, and how far that is."""
    return _asking(office, MEASURING) or _given(await _worth(office, chosen()))


@router.post("/second/calibration", status_code=202)
async def calibrate(office: Desk) -> SecondView:
    """Measure the language model on rounds that come with the program. Nothing of the user's goes to it."""
    choice = chosen()

    async def measured(told: Callable[[int, int], None]) -> None:
        found = await measured_on_labelled(office.bank, choice, told)
        await to_thread.run_sync(opinions.keep_standing, office.store, choice, found)

    office.seconding.begin(MEASURING, measured)
    return _asking(office, MEASURING) or _given("")


@router.delete("/second/calibration", status_code=204)
async def stop_calibrating(office: Desk) -> None:
    """Measure no further, or put away why nothing came; what was measured before stays."""
    await office.seconding.stop(MEASURING)


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
        standing = await to_thread.run_sync(opinions.standing, office.store, choice)
        opinion = await opinion_on(office.bank, transcript, choice, told, standing)
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
    given = await to_thread.run_sync(opinions.kept, office.store, session)
    return _asking(office, session) or _given(given.rater if given else "")


def _asking(office: Office, what: str) -> SecondView | None:
    """How far it is, where something is being asked or has failed."""
    asking = office.seconding.of(what)
    if asking is None:
        return None
    return SecondView(state="failed" if asking.failed else "asking", done=asking.done, of=asking.of, says=asking.failed)


def _given(says: str) -> SecondView:
    return SecondView(state="given" if says else "none", done=0, of=0, says=says)


async def _worth(office: Office, choice: Choice) -> str:
    found = await to_thread.run_sync(opinions.standing, office.store, choice)
    return worth(choice.name, found) if found is not None else ""
