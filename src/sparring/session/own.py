"""The user's own questions and topics: where they lie, checked before they are kept."""

import os
import re
import tempfile
import uuid
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sparring import bank
from sparring.bank import Bank
from sparring.bank.location import OWN
from sparring.domain.round import Round
from sparring.session.errors import UnknownChoice
from sparring.store import default_path
from sparring.whiteboard.exemplars import exemplar

ID = re.compile(r"[a-z][a-z0-9_]{2,59}")


class Kind(StrEnum):
    """What can be written as one file; a coding question is a folder of several (docs/authoring.md)."""

    BEHAVIORAL = "behavioral"
    SYSTEM_DESIGN = "system_design"
    TOPIC = "topic"

    @property
    def folder(self) -> Path:
        """Where such files lie in a content folder."""
        return Path("topics") if self is Kind.TOPIC else Path("questions") / self.value


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file."""

    line: int
    says: str


def own_place() -> Path:
    """The user's own content folder, which need not exist: SPARRING_OWN_CONTENT, else beside the sessions."""
    named = os.environ.get(OWN)
    return Path(named).expanduser() if named else Path(default_path()).parent / "content"


def own_root() -> Path | None:
    """The user's own content folder where there is one; a named one is given even where it is not there."""
    place = own_place()
    return place if place.is_dir() or os.environ.get(OWN) else None


def open_bank() -> Bank:
    """The shipped bank and the user's own content. Raises ContentMissing where a named folder is not there."""
    return Bank(own=own_root())


def written() -> tuple[tuple[Kind, str], ...]:
    """Kind and id of every file of the user's own, sorted."""
    return tuple((kind, file.stem) for kind in Kind for file in sorted((own_place() / kind.folder).glob("*.toml")))


def text_of(kind: Kind, id_: str) -> str:
    """A file's text. Raises UnknownChoice."""
    file = _file(kind, id_)
    if not file.is_file():
        raise UnknownChoice(f"You have written no {kind.value.replace('_', ' ')} called '{id_}'.")
    return file.read_text(encoding="utf-8")


def check(kind: Kind, id_: str, text: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a file, by line; nothing is kept."""
    if not ID.fullmatch(id_):
        return (
            Problem(1, "Name it with 3 to 60 lower-case letters, digits and underscores, beginning with a letter."),
        )
    if _shipped(kind, id_):
        return (
            Problem(1, f"A {kind.value.replace('_', ' ')} called '{id_}' is shipped already; choose another name."),
        )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "content"
        file = place / kind.folder / f"{id_}.toml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        report = bank.check(bank.content_root(), None, place, file, exemplar)
    return tuple(
        Problem(each.line, f"{each.key}: expected {each.expected}, got {each.got}".removeprefix(": "))
        for each in report.problems
    )


def keep(kind: Kind, id_: str, text: str) -> None:
    """Keep a file that has no problem, in place of an older one. Raises UnknownChoice with the first problem."""
    problems = check(kind, id_, text)
    if problems:
        raise UnknownChoice(f"Line {problems[0].line}: {problems[0].says}")
    file = _file(kind, id_)
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def forget(kind: Kind, id_: str) -> None:
    """Delete a file; sessions that were held with it stay, and keep their words."""
    text_of(kind, id_)
    _file(kind, id_).unlink()


def beginning(kind: Kind, model: str) -> str:
    """A shipped file to begin from, with an id of its own. It shows everything that its interviewer is after."""
    if not ID.fullmatch(model) or not _shipped(kind, model):
        raise UnknownChoice(f"There is no shipped {kind.value.replace('_', ' ')} called '{model}'.")
    text = (bank.content_root() / kind.folder / f"{model}.toml").read_text(encoding="utf-8")
    return re.sub(r'^uuid = "[^"]*"', f'uuid = "{uuid.uuid4()}"', text, count=1, flags=re.MULTILINE)


def models(shelf: Bank, kind: Kind) -> tuple[tuple[str, str], ...]:
    """Id and title of everything shipped of a kind."""
    if kind is Kind.TOPIC:
        found = [(id_, topic.title) for id_, topic in shelf.topics().items()]
    else:
        found = [(id_, shelf.question(id_).title) for id_ in shelf.questions(Round(kind.value))]
    return tuple((id_, title) for id_, title in found if _shipped(kind, id_))


def _shipped(kind: Kind, id_: str) -> bool:
    return (bank.content_root() / kind.folder / f"{id_}.toml").is_file()


def _file(kind: Kind, id_: str) -> Path:
    if not ID.fullmatch(id_):
        raise UnknownChoice(f"'{id_}' is no name: 3 to 60 lower-case letters, digits and underscores.")
    return own_place() / kind.folder / f"{id_}.toml"
