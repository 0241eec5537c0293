"""A content folder: which file holds what. Lists directories, reads nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sparring.domain.question import QuestionId
from sparring.domain.round import Round

QUESTION = "question.toml"
SUBJECTS = "subjects.toml"


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder, shipped or the user's own; any part of it may be missing."""

    root: Path

    def questions(self) -> list[tuple[QuestionId, Path, Round]]:
        """Id, file and round of every question, sorted within a round."""
        return [(id_, file, round_) for round_ in Round for id_, file in self._round(round_)]

    def topics(self) -> list[tuple[str, Path]]:
        """Id and file of every topic, sorted."""
        return _listed(self.root / "topics", ".toml")

    def interviewers(self) -> list[tuple[str, Path]]:
        """Id and file of every interviewer, sorted."""
        return _listed(self.root / "interviewers", ".toml")

    def guides(self) -> list[tuple[str, Path]]:
        """Id and file of every guide, sorted."""
        return _listed(self.root / "guides", ".md")

    def files(self) -> Iterator[Path]:
        """Every file, sorted; hidden ones, caches and what lies at the top, but for TOML, are none of ours."""
        for file in sorted(self.root.rglob("*")):
            parts = file.relative_to(self.root).parts
            ours = len(parts) > 1 or (file.suffix == ".toml" and file.name != SUBJECTS)
            if file.is_file() and ours and not any(part.startswith((".", "__")) for part in parts):
                yield file

    def _round(self, round_: Round) -> list[tuple[QuestionId, Path]]:
        folder = self.root / "questions" / round_.value
        if round_ is not Round.CODING:
            return _listed(folder, ".toml")
        return [(file.parent.name, file) for file in sorted(folder.glob(f"*/{QUESTION}"))]


def _listed(folder: Path, suffix: str) -> list[tuple[str, Path]]:
    return [(file.stem, file) for file in sorted(folder.glob(f"*{suffix}")) if not file.name.startswith(".")]
