"""Debriefs: of a session of the store, of a transcript file, of one answer on standard input."""

import sys
from collections.abc import Sequence

from sparring.bank import Bank
from sparring.cli import rooms
from sparring.cli.screen import console, place
from sparring.cli.second import second_debrief
from sparring.domain.debrief import Debrief
from sparring.domain.opinion import SecondOpinion
from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Transcript
from sparring.llm import chosen
from sparring.session import opinions
from sparring.session.debriefing import debriefed, question_of, stored_transcript
from sparring.session.errors import UnknownChoice
from sparring.store import Store, UnknownSession


def show(
    file: str,
    *,
    round_: str | None,
    question: str | None,
    level: str,
    candidate: str | None,
    form: str,
    out: str | None,
    second: bool = False,
    local: bool = False,
) -> None:
    """Debrief whatever `file` is, in the form that was asked for.

    `second` asks the user's language model first, and keeps what it says of a session of the store; `local` leaves out
    what is kept.
    """
    choice = chosen() if second else None
    bank = rooms.open_bank()
    held = rooms.round_named(round_) if round_ else None
    ours, transcripts = _transcripts(bank, file, held, question, rooms.level_named(level), candidate)

    def made(transcript: Transcript) -> Debrief:
        if choice is not None:
            return second_debrief(bank, transcript, choice, ours=ours)
        return debriefed(bank, transcript, _kept(transcript) if ours and not local else None)

    pages = ((transcript, made(transcript)) for transcript in transcripts)
    if out is None:
        _to_terminal(bank, pages_list=list(pages), form=form)
        return
    text = "".join(_page(bank, transcript, debrief, form) for transcript, debrief in pages)
    place(out).write_text(text, encoding="utf-8")
    sys.stderr.write(f"Written to {out}.\n")


def _kept(transcript: Transcript) -> SecondOpinion | None:
    with rooms.open_store() as store:
        return opinions.kept(store, transcript.id)


def print_debrief(bank: Bank, store: Store, transcript: Transcript) -> None:
    """The debrief after a round, kept beside the session's log."""
    from sparring.assessment import render

    debrief = debriefed(bank, transcript)
    store.attach_debrief(transcript.id, render.json_line(debrief))
    screen = console()
    screen.print(render.terminal(debrief, transcript, bank.rubric()))
    screen.print(
        f"Again at any time: sparring debrief {transcript.id}   (--html -o debrief.html to print)", style="dim"
    )


def _transcripts(
    bank: Bank, file: str, round_: Round | None, question: str | None, level: Altitude, candidate: str | None
) -> tuple[bool, Sequence[Transcript]]:
    """Whether it is a session of the store, and what is to be debriefed."""
    from sparring import transcripts
    from sparring.transcripts.decoding import decode

    known = question_of(bank, question) if question else None
    if question and known is None and " " not in question.strip():
        bank.question(question)  # a word that is no question's id is a slip: the error names the nearest
    if known is not None and round_ is None:
        round_ = known.round
    title = known.title if known else question
    if file == "-":
        # Without a standard input there is nothing to read.
        text = sys.stdin.buffer.read() if sys.stdin is not None else b""
        if question is None:
            raise UnknownChoice(
                "One answer on standard input needs its question: --question ID (see `sparring questions behavioral`), "
                'or its words: --question "Tell me about ...".'
            )
        answer, _ = decode(text)
        asked = title or question
        held = round_ or Round.BEHAVIORAL
        return False, (transcripts.single_answer(answer, asked, question=question, round=held, level=level),)
    path = place(file)
    if path.is_dir():
        raise UnknownChoice(f"{file} is a folder. Name a transcript, or measure a corpus with `sparring bench {file}`.")
    if path.is_file():
        return False, transcripts.read(
            path.read_bytes(),
            name=path.name,
            round=round_,
            question=question,
            title=title,
            level=level,
            candidate=candidate,
        )
    try:
        with rooms.open_store() as store:
            if round_ or question or candidate or level is not Altitude.SENIOR:
                console(stderr=True).print(
                    "A round held here keeps its own question and level: --round, --question, --level and --candidate "
                    "are for transcripts.",
                    style="yellow",
                )
            return True, (stored_transcript(store, bank, store.find(file).id),)
    except UnknownSession as error:
        raise UnknownChoice(f"There is no file '{file}'; {error}") from None


def _to_terminal(bank: Bank, pages_list: list[tuple[Transcript, Debrief]], form: str) -> None:
    from sparring.assessment import render

    if form != "terminal":
        for transcript, debrief in pages_list:
            sys.stdout.write(_page(bank, transcript, debrief, form))
        return
    screen = console()
    for transcript, debrief in pages_list:
        screen.print(render.terminal(debrief, transcript, bank.rubric()))


def _page(bank: Bank, transcript: Transcript, debrief: Debrief, form: str) -> str:
    from sparring.assessment import render

    if form == "json":
        return render.json_line(debrief) + "\n"
    if form == "md":
        return render.markdown(debrief, transcript, bank.rubric())
    if form == "html":
        return render.html(debrief, transcript, bank.rubric())
    return render.terminal_text(debrief, transcript, bank.rubric(), width=100)
