"""Asks the user's language model for a second opinion, with what goes where said beforehand."""

from sparring.bank import Bank
from sparring.cli import rooms
from sparring.cli.screen import console, plain
from sparring.domain.debrief import Debrief
from sparring.domain.transcript import Transcript
from sparring.llm import Choice
from sparring.session import opinions
from sparring.session.debriefing import debriefed


def second_debrief(bank: Bank, transcript: Transcript, choice: Choice, *, ours: bool) -> Debrief:
    """The debrief by both raters; of a session of the store, the opinion is kept with it. Raises LanguageModelError."""
    import asyncio

    from sparring.assessment import render
    from sparring.session.seconding import opinion_on

    screen = console(stderr=True)
    code = " and your final code go" if transcript.code else " goes"
    screen.print(plain(f"The transcript{code} to {choice.name} on {choice.where}.", "dim"))
    with screen.status("It reads the transcript ...") as status:
        opinion = asyncio.run(
            opinion_on(bank, transcript, choice, lambda done, of: status.update(f"{done} of {of} steps ..."))
        )
    debrief = debriefed(bank, transcript, opinion)
    if ours:
        with rooms.open_store() as store:
            opinions.keep(store, transcript.id, opinion)
            store.attach_debrief(transcript.id, render.json_line(debrief))
    return debrief
