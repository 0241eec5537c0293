"""Topics as the files have them."""

from pathlib import Path

from sparring.bank.problem import ContentProblem
from sparring.bank.read import Read
from sparring.bank.source import read_toml
from sparring.bank.table import Table
from sparring.domain.topic import Facet, Misbelief, Topic


def read_topic(file: Path, root: Path) -> Read[Topic]:
    """The topic of a file. Raises ContentError where it cannot be parsed."""
    source = read_toml(file, root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    topic = Topic(
        id=file.stem,
        title=table.text("title"),
        summary=table.text("summary"),
        heard_as=table.texts("heard_as"),
        facets=tuple(_facet(each) for each in table.tables("facets", least=6, most=12)),
    )
    table.close()
    return Read(topic, (source,), tuple(sorted(problems)))


def _facet(table: Table) -> Facet:
    facet = Facet(
        id=table.id("id"),
        title=table.text("title"),
        drills=table.texts("drills", exactly=3),
        covers=table.texts("covers", least=6),
        names_only=table.texts("names_only", least=4),
        cues=table.texts("cues"),
        senior=table.text("senior"),
        misbelief=_misbelief(table.table("misbelief")) if table.has("misbelief") else None,
        told_by=tuple(map(_phrases, table.texts("told_by", exactly=3))) if table.has("told_by") else (),
    )
    table.close()
    return facet


def _phrases(listed: str) -> tuple[str, ...]:
    """Phrases with a semicolon between each two."""
    return tuple(phrase.strip() for phrase in listed.split(";") if phrase.strip())


def _misbelief(table: Table) -> Misbelief:
    misbelief = Misbelief(
        belief=table.text("belief"),
        says=table.texts("says"),
        exposed_by=table.text("exposed_by"),
        truth=table.text("truth"),
    )
    table.close()
    return misbelief
