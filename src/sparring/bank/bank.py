"""Everything that rounds are made of, read file by file as it is asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import tomli

from sparring.bank.errors import Unknown, UnknownGuide, UnknownInterviewer, UnknownQuestion, UnknownTopic
from sparring.bank.folder import SUBJECTS, Folder
from sparring.bank.guides import read_guide
from sparring.bank.interviewers import read_interviewer
from sparring.bank.location import content_root, own_root
from sparring.bank.questions import read_question
from sparring.bank.read import Read
from sparring.bank.rubrics import read_rubric
from sparring.bank.topics import read_topic
from sparring.domain.guide import Guide
from sparring.domain.interviewer import Interviewer
from sparring.domain.question import AnyQuestion, QuestionId
from sparring.domain.round import Round
from sparring.domain.rubric import Rubric
from sparring.domain.topic import Topic, TopicId

ValueT = TypeVar("ValueT")


class Bank:
    """The shipped content, and the user's own beside it. A file is read once, when it is first asked for.

    Every method raises ContentError where a file it needs is malformed.
    """

    def __init__(self, root: Path | None = None, own: Path | None = None) -> None:
        """Look at a content folder (default: `content_root()`) and the user's own (default: SPARRING_OWN_CONTENT).

        The user's files add to the shipped ones; where an id is taken, the shipped file counts (see `shadowed`).
        Raises ContentMissing.
        """
        self.root = root or content_root()
        mine = own_root(own)
        self._folders = (Folder(self.root), *([Folder(mine)] if mine else []))
        self._questions: dict[QuestionId, AnyQuestion] = {}
        self._topics: dict[TopicId, Topic] = {}
        self._interviewers: dict[str, Interviewer] = {}
        self._guides: dict[str, Guide] = {}

    def questions(self, round: Round | None = None) -> tuple[QuestionId, ...]:
        """Ids of the questions, of one round or of all, sorted. Reads no file."""
        return tuple(id_ for id_, (_, _, round_) in self._question_files.items() if round in (None, round_))

    def question(self, id: QuestionId) -> AnyQuestion:
        """The question with this id. Raises UnknownQuestion, which names the nearest."""
        if id not in self._questions:
            if id not in self._question_files:
                raise UnknownQuestion(id, self._question_files)
            file, root, round_ = self._question_files[id]
            self._questions[id] = read_question(file, root, round_).accepted()
        return self._questions[id]

    def subjects(self, round: Round) -> Mapping[QuestionId, frozenset[str]]:
        """Stems that tell a round's shipped questions from one another (`scripts/subjects.py`).

        Empty for stories, and where a content folder has no such file.
        """
        file = self.root / SUBJECTS
        if not file.is_file():
            return {}
        table = tomli.loads(file.read_text(encoding="utf-8"))
        return {id_: frozenset(words.split()) for id_, words in table.get(round, {}).items()}

    def topics(self) -> Mapping[TopicId, Topic]:
        """Every topic by its id, sorted. Reads every topic's file."""
        return {id_: self.topic(id_) for id_ in self._topic_files}

    def topic(self, id: TopicId) -> Topic:
        """The topic with this id. Raises UnknownTopic."""
        return _one(id, self._topics, self._topic_files, read_topic, UnknownTopic)

    def rubric(self) -> Rubric:
        """The rubric; only ever the shipped one."""
        return self._rubric

    def interviewers(self) -> Mapping[str, Interviewer]:
        """Every interviewer by their id, sorted. Reads every interviewer's file."""
        return {id_: self.interviewer(id_) for id_ in self._interviewer_files}

    def interviewer(self, id: str) -> Interviewer:
        """The interviewer with this id. Raises UnknownInterviewer."""
        return _one(id, self._interviewers, self._interviewer_files, read_interviewer, UnknownInterviewer)

    def guides(self) -> Mapping[str, Guide]:
        """Every guide by its id, sorted. Reads every guide's file."""
        return {id_: self.guide(id_) for id_ in self._guide_files}

    def guide(self, id: str) -> Guide:
        """The guide with this id. Raises UnknownGuide."""
        return _one(id, self._guides, self._guide_files, read_guide, UnknownGuide)

    @property
    def shadowed(self) -> tuple[Path, ...]:
        """Files of the user's own that do not count, because the shipped content has their id."""
        if len(self._folders) == 1:
            return ()
        shipped, own = self._folders
        taken = {id_ for id_, _, _ in shipped.questions()}
        files = [file for id_, file, _ in own.questions() if id_ in taken]
        for listed in (Folder.topics, Folder.interviewers, Folder.guides):
            ids = dict(listed(shipped))
            files += [file for id_, file in listed(own) if id_ in ids]
        return tuple(files)

    @cached_property
    def _rubric(self) -> Rubric:
        return read_rubric(self.root)

    @cached_property
    def _question_files(self) -> Mapping[QuestionId, tuple[Path, Path, Round]]:
        found: dict[QuestionId, tuple[Path, Path, Round]] = {}
        for folder in self._folders:
            for id_, file, round_ in folder.questions():
                found.setdefault(id_, (file, folder.root, round_))
        return dict(sorted(found.items()))

    @cached_property
    def _topic_files(self) -> Mapping[str, tuple[Path, Path]]:
        return self._files(Folder.topics)

    @cached_property
    def _interviewer_files(self) -> Mapping[str, tuple[Path, Path]]:
        return self._files(Folder.interviewers)

    @cached_property
    def _guide_files(self) -> Mapping[str, tuple[Path, Path]]:
        return self._files(Folder.guides)

    def _files(self, listed: Callable[[Folder], list[tuple[str, Path]]]) -> Mapping[str, tuple[Path, Path]]:
        found: dict[str, tuple[Path, Path]] = {}
        for folder in self._folders:
            for id_, file in listed(folder):
                found.setdefault(id_, (file, folder.root))
        return dict(sorted(found.items()))


def _one(
    id_: str,
    kept: dict[str, ValueT],
    files: Mapping[str, tuple[Path, Path]],
    read: Callable[[Path, Path], Read[ValueT]],
    unknown: type[Unknown],
) -> ValueT:
    if id_ not in kept:
        if id_ not in files:
            raise unknown(id_, files)
        kept[id_] = read(*files[id_]).accepted()
    return kept[id_]
