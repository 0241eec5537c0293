"""The `sparring` command."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

app = typer.Typer(
    name="sparring",
    help="Sparring partner for senior software-engineer interviews: hold a round, read a debrief that is true.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
content_app = typer.Typer(help="Check the question bank.", no_args_is_help=True)
app.add_typer(content_app, name="content")

RoundName = Annotated[str, typer.Argument(help="coding, system_design, behavioral, or loop for all three.")]
Question = Annotated[str | None, typer.Option("--question", "-q", help="Question id; see `sparring questions`.")]
Minutes = Annotated[float | None, typer.Option(help="Length of the round.")]
Level = Annotated[str, typer.Option(help="Level to be held against: mid, senior or staff.")]
Out = Annotated[str | None, typer.Option("--out", "-o", help="Write to this file instead of the terminal.")]


@app.command()
def start() -> None:
    """What this is, a complete sample debrief, and a round: for the first time and every time."""
    from sparring.cli.start import welcome

    welcome()


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; beyond this machine it needs a password.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8722,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
) -> None:
    """Serve the web app on this machine, and open it."""
    from sparring.cli.serve import serve as run

    run(host, port, browser)


@app.command()
def spar(
    round_: Annotated[str, typer.Argument(metavar="ROUND", help="coding, system_design, behavioral or loop.")] = (
        "behavioral"
    ),
    question: Question = None,
    minutes: Minutes = None,
    level: Level = "senior",
    interviewer: Annotated[str | None, typer.Option(help="Who asks; drawn where not named.")] = None,
    pressure: Annotated[int, typer.Option(min=0, max=3, help="0 gentle to 3 relentless.")] = 1,
    seed: Annotated[int | None, typer.Option(help="Same seed, same question and interviewer.")] = None,
    fast: Annotated[bool, typer.Option("--fast", help="The clock runs by the words said; for demos.")] = False,
) -> None:
    """Hold a round (or a loop of all three), then read the debrief."""
    from sparring.cli.spar import hold

    hold(round_, question, minutes, level, interviewer, pressure, seed, fast)


@app.command()
def resume(
    session: Annotated[str | None, typer.Argument(help="Session id; the last open one if left out.")] = None,
) -> None:
    """Go on with a round that was left or killed."""
    from sparring.cli.spar import go_on

    go_on(session)


@app.command()
def sessions(
    delete: Annotated[str | None, typer.Option(help="Delete this session for good.")] = None,
) -> None:
    """List every session on this machine."""
    from sparring.cli.sessions import listing, remove

    if delete:
        remove(delete)
    else:
        listing()


@app.command()
def replay(
    session: str,
    at: Annotated[str | None, typer.Option("--at", help="Begin at this moment, MM:SS.")] = None,
) -> None:
    """Read a session again: talk, code and board in the order in which they happened."""
    from sparring.cli.sessions import play

    play(session, at)


@app.command()
def retake(
    session: str,
    from_: Annotated[str, typer.Option("--from", metavar="MM:SS", help="Everything before this moment is kept.")],
) -> None:
    """Take a session again from any moment, and keep both takes."""
    from sparring.cli.spar import take_again

    take_again(session, from_)


@app.command()
def debrief(
    file: Annotated[
        str, typer.Argument(help="A session id, a transcript file, or - for one answer on standard input.")
    ],
    round_: Annotated[str | None, typer.Option("--round", help="coding, system_design or behavioral.")] = None,
    question: Question = None,
    level: Level = "senior",
    candidate: Annotated[str | None, typer.Option(help="Name of the candidate in the transcript.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a session.")] = False,
    md: Annotated[bool, typer.Option("--md", help="Markdown.")] = False,
    html: Annotated[bool, typer.Option("--html", help="One self-contained, printable page.")] = False,
    out: Out = None,
    second: Annotated[
        bool, typer.Option("--second", help="Ask your language model (SPARRING_MODEL) for a second opinion first.")
    ] = False,
    local: Annotated[bool, typer.Option("--local", help="Leave out a second opinion that is kept.")] = False,
) -> None:
    """Debrief a session held here, or the transcript of a round held elsewhere."""
    from sparring.cli.debrief import show

    if json_ + md + html > 1:
        raise typer.BadParameter("choose one of --json, --md and --html")
    if second and local:
        raise typer.BadParameter("choose one of --second and --local")
    form = "json" if json_ else "md" if md else "html" if html else "terminal"
    show(
        file,
        round_=round_,
        question=question,
        level=level,
        candidate=candidate,
        form=form,
        out=out,
        second=second,
        local=local,
    )


@app.command()
def calibrate() -> None:
    """Measure your language model (SPARRING_MODEL) on labelled rounds; its second opinions weigh by what comes."""
    from sparring.cli.second import calibrate as measure

    measure()


@app.command()
def bench(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="A folder with sessions.jsonl and labels.jsonl.")],
    json_: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
    readings: Annotated[
        str | None, typer.Option(help="JSON lines of readings by a model that did not see these sessions.")
    ] = None,
    unseen: Annotated[
        bool, typer.Option("--unseen", help="Only sessions that the weights were not trained on.")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Run no model: what the rules do alone.")] = False,
) -> None:
    """Measure the raters against a labelled corpus, beside two baselines."""
    from sparring.cli.bench import measure

    measure(folder, as_json=json_, readings=readings, unseen=unseen, rules=rules)


@app.command()
def questions(
    round_: Annotated[str | None, typer.Argument(metavar="ROUND", help="Only this round.")] = None,
    about: Annotated[str | None, typer.Option(help="Only questions whose title or statement has this word.")] = None,
) -> None:
    """List the questions of the bank, and when you last met each."""
    from sparring.cli.reading import list_questions

    list_questions(round_, about)


@app.command()
def guide(name: Annotated[str | None, typer.Argument(help="Which guide; a list if left out.")] = None) -> None:
    """Read a guide."""
    from sparring.cli.reading import read_guide

    read_guide(name)


@app.command()
def doctor() -> None:
    """Say what is installed, and whether it works."""
    from sparring.cli.doctor import examine

    examine()


@content_app.command("check")
def content_check(
    path: Annotated[
        str | None, typer.Argument(help="A content folder or one file of it; the shipped and your own if left out.")
    ] = None,
    fast: Annotated[bool, typer.Option("--fast", help="Do not run solutions against cases.")] = False,
) -> None:
    """Check every file, every formula, and every solution against every case."""
    from sparring.cli.content import check

    check(path, run_code=not fast)


def main() -> None:
    """Run the command; what a person can mend ends in one sentence and exit status 2."""
    from sparring.cli.failures import explain

    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sentence = explain(error)
        if sentence is None:
            raise
        sys.stderr.write(f"sparring: {sentence}\n")
        sys.exit(2)
