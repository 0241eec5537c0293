"""The first screen: what this is, a whole sample debrief, then a round."""

import sys

from sparring.cli import rooms
from sparring.cli.screen import console, interactive

CHOICES = {
    "1": ("behavioral", "a behavioral round, 25 minutes"),
    "2": ("system_design", "a system-design round, 45 minutes"),
    "3": ("coding", "a coding round, 45 minutes"),
    "4": ("loop", "a loop of all three"),
}


def welcome() -> None:
    """Show, then ask."""
    screen = console()
    screen.print(
        "Interview Sparring: a whole interview round on this machine, and a debrief that is true.\n"
        "Offline, free, private; no account, no key.\n",
        style="bold",
    )
    _sample()
    with rooms.open_store() as store:
        open_rounds = [row for row in store.sessions() if not row.ended]
    if not interactive():
        screen.print("Start with: sparring spar behavioral   (or system_design, coding, loop)")
        return
    for key, (_, what) in CHOICES.items():
        screen.print(f"  {key}  {what}")
    if open_rounds:
        screen.print(f"  r  go on with {open_rounds[0].id}")
    screen.print("  q  not now\n")
    _choose(screen.input("Which? ").strip().lower(), bool(open_rounds))


def _choose(answer: str, resumable: bool) -> None:
    from sparring.cli.spar import go_on, hold

    if answer == "r" and resumable:
        go_on(None)
    elif answer in CHOICES:
        hold(CHOICES[answer][0], None, None, "senior", None, 1, None, False)
    elif answer not in ("q", ""):
        sys.stdout.write("Choose one of the keys above; `sparring --help` lists everything else.\n")


def _sample() -> None:
    """A debrief of an invented round that ships with the program, made on the spot."""
    from sparring.assessment import render
    from sparring.session.debriefing import debriefed
    from sparring.session.sample import sample_transcript

    bank, screen = rooms.open_bank(), console()
    transcript = sample_transcript()
    screen.rule("This is what you get: the debrief of an invented round")
    screen.print(render.terminal(debriefed(bank, transcript), transcript, bank.rubric()))
    screen.rule()
