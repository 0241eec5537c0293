"""Cases and solutions of a coding question, as its folder has them."""

import json
from pathlib import Path

from sparring.bank.source import read_text
from sparring.bank.table import ID, Table
from sparring.domain.question import Case, CaseCategory, Flawed, Stage

LAST_STAGE = 3


def read_cases(table: Table) -> tuple[Case, ...]:
    """Every case of cases.toml."""
    cases = tuple(_case(each) for each in table.tables("cases"))
    table.close()
    return cases


def read_flawed(table: Table, folder: Path, root: Path) -> tuple[Flawed, ...]:
    """Every flawed solution that question.toml lists, with its source. Raises ContentError where a file is missing."""
    return tuple(_flawed(each, folder, root) for each in table.tables("flawed", least=3))


def read_stages(table: Table, folder: Path, root: Path) -> tuple[Stage, ...]:
    """The two follow-ups, with their solutions. Raises ContentError where a file is missing."""
    stages = tuple(_stage(each, folder, root) for each in table.tables("stages", exactly=LAST_STAGE - 1))
    numbers = tuple(stage.number for stage in stages)
    if len(numbers) == 2 and numbers != (2, 3):
        table.note("stages", "numbers 2 and 3 in order", ", ".join(map(str, numbers)))
    return stages


def _case(table: Table) -> Case:
    case = Case(
        id=table.id("id"),
        stage=table.integer("stage", 1, LAST_STAGE),
        category=table.choice("category", CaseCategory),
        open=table.flag("open"),
        why=table.text("why"),
        run=table.block("run"),
        expect=_expected(table),
        raises=table.text("raises") if table.has("raises") else None,
    )
    table.close()
    return case


def _expected(table: Table) -> object:
    given = [key for key in ("expect", "expect_json", "raises") if table.has(key)]
    if len(given) != 1:
        table.note(
            given[-1] if given else "expect", "one of expect, expect_json, raises", " and ".join(given) or "none"
        )
    if "expect_json" not in given:
        return table.value("expect")
    try:
        return json.loads(table.block("expect_json") or "null")
    except ValueError as error:
        table.note("expect_json", "JSON", str(error))
        return None


def _flawed(table: Table, folder: Path, root: Path) -> Flawed:
    name = table.id("name")
    flawed = Flawed(
        name=name,
        source=_source(folder / "flawed" / f"{name}.py", root, table, "name") if ID.fullmatch(name) else "",
        flaw=table.text("flaw"),
        stage=table.integer("stage", 1, LAST_STAGE, default=1),
    )
    table.close()
    return flawed


def _stage(table: Table, folder: Path, root: Path) -> Stage:
    number = table.integer("number", 2, LAST_STAGE)
    stage = Stage(number, table.text("says"), _source(folder / f"stage{number}.py", root, table, "number"))
    table.close()
    return stage


def _source(file: Path, root: Path, table: Table, key: str) -> str:
    """A solution's text; a missing one is noted where the question names it."""
    if not file.is_file():
        table.note(key, f"a file {file.parent.name}/{file.name}", "none; write it or take the entry out")
        return ""
    return read_text(file, root)
