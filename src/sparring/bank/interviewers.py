"""Interviewers as the files have them."""

from collections.abc import Mapping
from pathlib import Path

from sparring.bank.problem import ContentProblem
from sparring.bank.read import Read
from sparring.bank.source import read_toml
from sparring.bank.table import Table
from sparring.domain.interviewer import WORDINGS, Interviewer

TEMPLATES = 6
"""How many templates each wording has at least."""


def read_interviewer(file: Path, root: Path) -> Read[Interviewer]:
    """The interviewer of a file. Raises ContentError where it cannot be parsed."""
    source = read_toml(file, root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    interviewer = Interviewer(
        id=file.stem,
        name=table.text("name"),
        title=table.text("title"),
        about=table.text("about"),
        wordings=_wordings(table.table("wordings")),
        patience=table.number("patience", 1, 600),
        digs=table.integer("digs", 1, 3),
        acknowledges=table.number("acknowledges", 0, 1),
        specialty=table.texts("specialty", optional=True),
    )
    table.close()
    return Read(interviewer, (source,), tuple(sorted(problems)))


def _wordings(table: Table) -> Mapping[str, tuple[str, ...]]:
    wordings = {key: table.texts(key, least=TEMPLATES) for key in WORDINGS}
    table.close()
    return wordings
