"""Asks the user's language model for a second opinion, and measures it, with what goes where said beforehand."""

from sparring.bank import Bank
from sparring.cli import rooms
from sparring.cli.screen import console, plain
from sparring.domain.debrief import Debrief
from sparring.domain.transcript import Transcript
from sparring.llm import Choice, chosen
from sparring.session import opinions
from sparring.session.debriefing import debriefed


def second_debrief(bank: Bank, transcript: Transcript, choice: Choice, *, ours: bool) -> Debrief:
    """The debrief by both raters; of a session of the store, the opinion is kept with it. Raises LanguageModelError."""
    import asyncio

    from sparring.assessment import render
    from sparring.session.seconding import opinion_on

    with rooms.open_store() as store:
        standing = opinions.standing(store, choice)
    screen = console(stderr=True)
    code = " and your final code go" if transcript.code else " goes"
    screen.print(plain(f"The transcript{code} to {choice.name} on {choice.where}.", "dim"))
    with screen.status("It reads the transcript ...") as status:
        opinion = asyncio.run(
            opinion_on(bank, transcript, choice, lambda done, of: status.update(f"{done} of {of} steps ..."), standing)
        )
    debrief = debriefed(bank, transcript, opinion)
    if ours:
        with rooms.open_store() as store:
            opinions.keep(store, transcript.id, opinion)
            store.attach_debrief(transcript.id, render.json_line(debrief))
    return debrief


def calibrate() -> None:
    """Measure the chosen model on labelled rounds, keep what it comes to, and say what its ratings weigh from now on.

    Raises LanguageModelError.
    """
    import asyncio

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from sparring.assessment.second.worth import worth
    from sparring.session.seconding import labelled_prompts, measured_on_labelled

    choice, bank, screen = chosen(), rooms.open_bank(), console()
    of = labelled_prompts()
    screen.print(
        plain(
            f"Labelled rounds that come with the program go to {choice.name} on {choice.where}, {of} prompts in all. "
            "Nothing of yours does.",
            "dim",
        )
    )
    columns = (TextColumn("It rates"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Opened first: a store that cannot be written is met before the first prompt.
    with rooms.open_store() as store:
        with Progress(*columns, console=screen, transient=True) as bar:
            task = bar.add_task("", total=of)
            found = asyncio.run(measured_on_labelled(bank, choice, lambda done, _of: bar.update(task, completed=done)))
        opinions.keep_standing(store, choice, found)
    screen.print(plain(worth(choice.name, found)))
