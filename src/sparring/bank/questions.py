"""Questions of each round as the files have them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sparring.bank.problem import ContentProblem
from sparring.bank.read import Read
from sparring.bank.solutions import read_cases, read_flawed, read_stages
from sparring.bank.source import read_text, read_toml
from sparring.bank.table import Table
from sparring.domain.question import (
    AnyQuestion,
    BehavioralQuestion,
    Change,
    CodingQuestion,
    Complexity,
    DesignQuestion,
    Exemplar,
    Fact,
    FactKind,
    Phase,
    Probe,
    Quantity,
    Standing,
    Trap,
    WrongHint,
)
from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Speaker

LENGTHS = (45, 20)
"""Lengths of a round in minutes that every question plans for."""

TOLD = (Altitude.MID, Altitude.SENIOR, Altitude.STAFF)
"""Altitudes that every question describes."""


_LISTED = (Standing.NATURAL, Standing.HEART)
"""What a design question lists of drills: all others are aside. What stands in both is of the heart."""


def read_question(file: Path, root: Path, round_: Round) -> Read[AnyQuestion]:
    """The question of a file (coding: of the folder its file is in). Raises ContentError where it cannot be parsed."""
    if round_ is Round.CODING:
        return _coding(file, root)
    source = read_toml(file, root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    read = _design if round_ is Round.SYSTEM_DESIGN else _behavioral
    question = read(table, file.stem)
    table.close()
    return Read(question, (source,), tuple(sorted(problems)))


def _common(table: Table, id_: str, round_: Round) -> dict[str, Any]:
    """What every question has, as keyword arguments."""
    ladder = round_ is not Round.BEHAVIORAL
    return {
        "id": id_,
        "uuid": table.text("uuid"),
        "round": round_,
        "title": table.text("title"),
        "statement": table.text("statement"),
        "facts": tuple(_fact(each) for each in table.tables("facts")),
        "phases": tuple(_phase(each) for each in table.tables("phases")),
        "probes": tuple(_probe(each) for each in table.tables("probes")),
        "hints": table.texts("hints", exactly=3 if ladder else 0, optional=not ladder),
        "guarded": table.texts("guarded", optional=True),
        "topics": table.texts("topics", optional=True),
        "altitudes": table.by("altitudes", Altitude, TOLD),
        "exemplars": tuple(_exemplar(each) for each in table.tables("exemplars", least=3)),
    }


def _design(table: Table, id_: str) -> DesignQuestion:
    board = table.table("board")
    question = DesignQuestion(
        **_common(table, id_, Round.SYSTEM_DESIGN),
        family=table.id("family"),
        quantities=tuple(_quantity(each) for each in table.tables("quantities")),
        crux=table.texts("crux"),
        changes=tuple(_change(each) for each in table.tables("changes", exactly=3)),
        wrong_hints=tuple(_wrong_hint(each) for each in table.tables("wrong_hints", exactly=2)),
        board=board.text("mermaid"),
        drills=_drills(table.table("drills")) if table.has("drills") else {},
    )
    board.close()
    return question


def _drills(table: Table) -> dict[str, Standing]:
    listed = {drill: standing for standing in _LISTED for drill in table.texts(standing.value, optional=True)}
    table.close()
    return listed


def _behavioral(table: Table, id_: str) -> BehavioralQuestion:
    return BehavioralQuestion(
        **_common(table, id_, Round.BEHAVIORAL),
        target=table.text("target"),
        expects=table.texts("expects"),
        traps=tuple(_trap(each) for each in table.tables("traps")),
    )


def _coding(file: Path, root: Path) -> Read[AnyQuestion]:
    folder = file.parent
    source, cases = read_toml(file, root), read_toml(folder / "cases.toml", root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    question = CodingQuestion(
        **_common(table, folder.name, Round.CODING),
        language=table.text("language"),
        starter=read_text(folder / "starter.py", root),
        reference=read_text(folder / "reference.py", root),
        good=_complexity(table.table("good")),
        naive=_complexity(table.table("naive")),
        cases=read_cases(Table.of(cases, problems)),
        flawed=read_flawed(table, folder, root),
        stages=read_stages(table, folder, root),
        review=table.by("review", Altitude, TOLD),
    )
    table.close()
    return Read(question, (source, cases), tuple(sorted(problems)))


def _fact(table: Table) -> Fact:
    fact = Fact(
        id=table.id("id"),
        asked_as=table.texts("asked_as", least=3),
        cues=table.texts("cues"),
        says=table.text("says"),
        kind=table.choice("kind", FactKind, FactKind.FACT),
    )
    table.close()
    return fact


def _phase(table: Table) -> Phase:
    phase = Phase(
        id=table.id("id"),
        title=table.text("title"),
        minutes=_minutes(table.table("minutes")),
        signals=table.texts("signals"),
        opens_with=table.text("opens_with"),
    )
    table.close()
    return phase


def _minutes(table: Table) -> Mapping[int, float]:
    minutes = {length: table.number(str(length), 0, length) for length in LENGTHS}
    table.close()
    return minutes


def _probe(table: Table) -> Probe:
    probe = Probe(table.text("signal"), table.texts("layers"))
    table.close()
    return probe


def _exemplar(table: Table) -> Exemplar:
    altitude = table.choice("altitude", Altitude)
    turns = table.tables("turns", least=2, most=6)
    exemplar = Exemplar(altitude, tuple((each.choice("speaker", Speaker).value, each.text("text")) for each in turns))
    for each in (*turns, table):
        each.close()
    return exemplar


def _quantity(table: Table) -> Quantity:
    quantity = Quantity(
        id=table.id("id"),
        name=table.text("name"),
        value=table.text("value"),
        formula=table.text("formula", optional=True) or None,
        heard_as=table.texts("heard_as"),
    )
    table.close()
    return quantity


def _change(table: Table) -> Change:
    change = Change(table.id("id"), table.text("says"), table.text("tests"))
    table.close()
    return change


def _wrong_hint(table: Table) -> WrongHint:
    wrong_hint = WrongHint(table.text("says"), table.texts("taken_when"), table.text("truth"))
    table.close()
    return wrong_hint


def _trap(table: Table) -> Trap:
    trap = Trap(table.text("says"), table.text("watch_for"))
    table.close()
    return trap


def _complexity(table: Table) -> Complexity:
    complexity = Complexity(
        table.text("time"), table.text("space"), table.text("why"), table.texts("also", optional=True)
    )
    table.close()
    return complexity
