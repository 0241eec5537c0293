"""Guides as the files have them."""

from pathlib import Path

from sparring.bank.problem import ContentProblem
from sparring.bank.read import Read
from sparring.bank.source import read_markdown
from sparring.bank.table import Table
from sparring.domain.guide import Guide


def read_guide(file: Path, root: Path) -> Read[Guide]:
    """The guide of a file. Raises ContentError where its front matter cannot be parsed."""
    source, body = read_markdown(file, root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    guide = Guide(file.stem, table.text("title"), table.text("about"), body)
    if not body.strip():
        last = source.text.count("\n") + source.offset + 2
        problems.append(ContentProblem(source.file, last, "", "Markdown below the front matter", "nothing"))
    table.close()
    return Read(guide, (source,), tuple(sorted(problems)))
