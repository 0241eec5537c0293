"""What checking a content folder came to: every file, every problem."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from sparring.bank.errors import ContentError, ContentMissing
from sparring.bank.folder import Folder
from sparring.bank.guides import read_guide
from sparring.bank.interviewers import read_interviewer
from sparring.bank.location import OWN, SHIPPED
from sparring.bank.problem import ContentProblem, Finding
from sparring.bank.questions import read_question
from sparring.bank.read import Read
from sparring.bank.rubrics import read_altitudes, read_mistakes, read_signals, rubric_files
from sparring.bank.rules import formulas, interviewer, question, references, rubric, topic
from sparring.bank.source import shown
from sparring.bank.table import ID
from sparring.bank.topics import read_topic
from sparring.domain.interviewer import Interviewer
from sparring.domain.question import AnyQuestion, CodingQuestion, DesignQuestion
from sparring.domain.round import Round
from sparring.domain.topic import Topic

RunCode = Callable[[CodingQuestion], Iterable[str]]
"""Runs a question's solutions against its cases; yields a sentence for each that does not come out as it should."""

ReadBoard = Callable[[DesignQuestion], Iterable[str]]
"""Reads a question's board; yields a sentence where it cannot be read."""

ValueT = TypeVar("ValueT")

QUESTION_RULES: tuple[Callable[[AnyQuestion], Iterator[Finding]], ...] = (
    question.uuid_is_random,
    question.minutes_add_up,
    question.ids_are_unique,
    question.exemplars_are_complete,
    question.questions_are_questions,
    question.nothing_leaks,
    question.spoken_in_a_breath,
    question.cases_are_shown_and_hidden,
    references.signals_exist,
    references.signals_probed,
    formulas.formulas_come_out,
)
TOPIC_RULES: tuple[Callable[[Topic], Iterator[Finding]], ...] = (
    topic.facets_are_unique,
    topic.misbeliefs_are_enough,
    topic.drills_are_questions,
    topic.truth_is_kept_back,
    topic.phrases_are_short,
)
INTERVIEWER_RULES: tuple[Callable[[Interviewer], Iterator[Finding]], ...] = (interviewer.templates_fit,)
SOLUTIONS = ("cases.toml", "starter.py", "reference.py", "stage2.py", "stage3.py")


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    files: int
    """How many files were looked at."""

    problems: tuple[ContentProblem, ...]
    """By file and line."""

    counts: Mapping[str, int]
    """How many there are of each: `coding questions`, `topics`, `interviewers`, ..."""


def check(
    root: Path,
    run_code: RunCode | None = None,
    own: Path | None = None,
    only: Path | None = None,
    read_board: ReadBoard | None = None,
) -> Report:
    """Read every file of a content folder, and of the user's own where given, and collect every problem.

    `run_code` is asked about each coding question whose shape is right, `read_board` about each design question.
    `only` limits the checking to one file or folder; what it refers to may lie elsewhere. Raises ContentMissing.
    """
    for place, setting in ((root, SHIPPED), (own, OWN)):
        if place is not None and not place.is_dir():
            raise ContentMissing(str(place), setting)
    folders = [Folder(root), *([Folder(own)] if own else [])]
    checking = _Check(folders, run_code, only, read_board)
    for folder in folders:
        checking.folder(folder)
    if only is None or only.resolve().is_relative_to((root / "rubric").resolve()):
        checking.rubric(root)
    checking.sharing()
    files = sum(1 for folder in folders for file in folder.files() if checking.wants(file))
    return Report(files, tuple(sorted(set(checking.problems))), dict(sorted(checking.counts.items())))


class _Check:
    """One run over some folders."""

    def __init__(
        self, folders: list[Folder], run_code: RunCode | None, only: Path | None, read_board: ReadBoard | None
    ) -> None:
        self.problems: list[ContentProblem] = []
        self.counts: Counter[str] = Counter()
        self._run_code, self._read_board = run_code, read_board
        self._only = only.resolve() if only else None
        self._folders = folders
        self._topics = {id_ for folder in folders for id_, _ in folder.topics()}
        self._seen: dict[tuple[str, str], str] = {}
        self._questions: list[Read[AnyQuestion]] = []

    @cached_property
    def _drillable(self) -> tuple[Topic, ...]:
        """Every topic that can be read; those that cannot have problems of their own."""
        found = []
        for folder in self._folders:
            for _, file in folder.topics():
                with suppress(ContentError):
                    found.append(read_topic(file, folder.root).value)
        return tuple(found)

    def wants(self, file: Path) -> bool:
        """Whether a file is to be checked."""
        return self._only is None or file.resolve().is_relative_to(self._only)

    def folder(self, folder: Folder) -> None:
        """Every question, topic, interviewer and guide of a folder, and files that are none of these."""
        root = folder.root
        used: set[Path] = {*rubric_files(root)}
        for id_, file, round_ in folder.questions():
            used |= self._question(id_, file, root, round_)
        for id_, file in folder.topics():
            self._named("topic", id_, file, root)
            self._file(read_topic, file, root, TOPIC_RULES)
            used.add(file)
        for id_, file in folder.interviewers():
            self._named("interviewer", id_, file, root)
            self._file(read_interviewer, file, root, (*INTERVIEWER_RULES, self._specialty))
            used.add(file)
        for id_, file in folder.guides():
            self._named("guide", id_, file, root)
            self._file(read_guide, file, root, ())
            used.add(file)
        for file in folder.files():
            if file not in used and self.wants(file):
                self._note(shown(file, root), "a file that the format knows", "another one; rename or remove it")

    def rubric(self, root: Path) -> None:
        """The five files of the rubric."""
        for round_ in Round:
            try:
                read = read_signals(root, round_)
            except ContentError as error:
                self.problems += error.problems
                continue
            self.counts["signals"] += len(read.value)
            self.problems += read.problems
            if not read.problems:
                listed = read.sources[0].data["signals"]
                order = tuple(str(each["id"]) for each in listed) if isinstance(listed, list) else ()
                self.problems += map(read.problem, rubric.probes_are_questions(read.value, order))
        for other in (read_mistakes, read_altitudes):
            try:
                self.problems += other(root).problems
            except ContentError as error:
                self.problems += error.problems

    def sharing(self) -> None:
        """What no two questions may share."""
        uuids: dict[str, str] = {}
        for read in self._questions:
            file, uuid = read.sources[0].file, read.value.uuid.lower()
            if uuid in uuids:
                self.problems.append(read.problem(Finding(("uuid",), "its own uuid", f"that of {uuids[uuid]}")))
            uuids.setdefault(uuid, file)

    def _question(self, id_: str, file: Path, root: Path, round_: Round) -> set[Path]:
        """Check a question; the files that belong to it."""
        self._named("question", id_, file, root)
        parts = round_ is Round.CODING and self._only is not None and self._only.is_relative_to(file.parent.resolve())
        if not (self.wants(file) or parts):
            return {file, *(file.parent.rglob("*") if round_ is Round.CODING else ())}
        self.counts[f"{round_.label} questions"] += 1
        try:
            read = read_question(file, root, round_)
        except ContentError as error:
            self.problems += error.problems
            return {file, *(file.parent.rglob("*") if round_ is Round.CODING else ())}
        used = {file, *_solutions(read, file.parent)}
        self.problems += read.problems
        if read.problems:
            return used
        self._questions.append(read)
        for rule in QUESTION_RULES:
            self.problems += map(read.problem, rule(read.value))
        self.problems += map(read.problem, references.topics_exist(read.value, self._topics))
        if isinstance(read.value, DesignQuestion) and read.value.drills:
            self.problems += map(read.problem, references.drills_exist(read.value, self._drillable))
        if self._run_code is not None and isinstance(read.value, CodingQuestion):
            for sentence in self._run_code(read.value):
                self._note(read.sources[0].file, "solutions and cases that agree", sentence)
        if self._read_board is not None and isinstance(read.value, DesignQuestion):
            for sentence in self._read_board(read.value):
                self.problems.append(read.problem(Finding(("board",), "a Mermaid flowchart", sentence)))
        return used

    def _file(
        self,
        read_file: Callable[[Path, Path], Read[ValueT]],
        file: Path,
        root: Path,
        rules: Iterable[Callable[[ValueT], Iterator[Finding]]],
    ) -> None:
        if not self.wants(file):
            return
        try:
            read = read_file(file, root)
        except ContentError as error:
            self.problems += error.problems
            return
        self.problems += read.problems
        if not read.problems:
            for rule in rules:
                self.problems += map(read.problem, rule(read.value))

    def _specialty(self, value: Interviewer) -> Iterator[Finding]:
        return references.specialty_exists(value.specialty, self._topics)

    def _named(self, what: str, id_: str, file: Path, root: Path) -> None:
        """Note an id that is malformed or taken."""
        if what != "question" and self.wants(file):
            self.counts[f"{what}s"] += 1
        name = shown(file, root)
        if not ID.fullmatch(id_):
            self._note(name, "a name of lower-case letters, digits and underscores", repr(id_))
        taken = self._seen.setdefault((what, id_), name)
        if taken != name and self.wants(file):
            self._note(name, f"its own {what} id", f"that of {taken}; rename the file")

    def _note(self, file: str, expected: str, got: str) -> None:
        self.problems.append(ContentProblem(file, 1, "", expected, got))


def _solutions(read: Read[AnyQuestion], folder: Path) -> set[Path]:
    """The files that may stand beside a question.toml; of flawed/, those that it lists."""
    if not isinstance(read.value, CodingQuestion):
        return set()
    flawed = {folder / "flawed" / f"{each.name}.py" for each in read.value.flawed}
    return flawed | {folder / name for name in SOLUTIONS}
