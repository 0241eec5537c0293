"""What there is to read: the questions of the bank, and the guides."""

from sparring.cli import rooms
from sparring.cli.screen import console, plain
from sparring.domain.round import Round
from sparring.session.errors import UnknownChoice


def list_questions(round_name: str | None) -> None:
    """Ids and titles; never what a question is after."""
    bank, screen = rooms.open_bank(), console()
    for round_ in [rooms.round_named(round_name)] if round_name else list(Round):
        screen.print(plain(round_.label, "bold"))
        for question_id in bank.questions(round_):
            screen.print(plain(f"  {question_id:28} {bank.question(question_id).title}"))


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
