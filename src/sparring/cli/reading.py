"""What there is to read: the questions of the bank, and the guides."""

from collections.abc import Mapping
from datetime import datetime

from sparring.cli import rooms
from sparring.cli.screen import console, plain
from sparring.domain.question import AnyQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.session.errors import UnknownChoice


def list_questions(round_name: str | None, word: str | None) -> None:
    """Ids and titles, and when they were last met; never what a question is after."""
    from rich.table import Table

    bank, screen = rooms.open_bank(), console()
    met, found = _met(), 0
    for round_ in [rooms.round_named(round_name)] if round_name else list(Round):
        questions = [bank.question(name) for name in bank.questions(round_)]
        questions = [question for question in questions if word is None or _speaks_of(question, word)]
        if not questions:
            continue
        found += len(questions)
        table = Table(box=None, pad_edge=False, title=plain(f"{round_.label} ({len(questions)})"), title_justify="left")
        for heading in ("question", "", "last met"):
            table.add_column(heading, overflow="fold")
        for question in questions:
            when = met.get(question.id)
            table.add_row(
                plain(question.id, "bold"), plain(question.title), f"{when.astimezone():%d %b}" if when else ""
            )
        screen.print(table)
        screen.print("")
    if not found:
        raise UnknownChoice(f"No question speaks of '{word}'. Leave the word out to see them all.")
    screen.print("Hold one with: sparring spar ROUND --question QUESTION", style="dim")


def _met() -> Mapping[str, datetime]:
    """When each question was last practised."""
    with rooms.open_store() as store:
        rows = sorted(store.sessions(), key=lambda row: row.started_at)
    return {str(row.config.get("question", "")): row.started_at for row in rows}


def _speaks_of(question: AnyQuestion, word: str) -> bool:
    family = question.family.replace("_", " ") if isinstance(question, DesignQuestion) else ""
    return word.casefold() in f"{question.id} {question.title} {question.statement} {family}".casefold()


def read_guide(name: str | None) -> None:
    """One guide, or the list of them."""
    from rich.markdown import Markdown
    from rich.padding import Padding

    bank, screen = rooms.open_bank(), console()
    guides = bank.guides()
    if name is None:
        for guide_id in guides:
            guide = bank.guide(guide_id)
            screen.print(plain(f"{guide_id}  {guide.minutes} min", "bold"))
            screen.print(Padding(plain(f"{guide.title}. {guide.about}"), (0, 0, 1, 4)))
        screen.print(plain("Read one with: sparring guide NAME"))
        return
    if name not in guides:
        raise UnknownChoice(f"There is no guide '{name}'. There are: {', '.join(guides)}.")
    screen.print(Markdown(f"# {bank.guide(name).title}\n\n{bank.guide(name).body}"))
