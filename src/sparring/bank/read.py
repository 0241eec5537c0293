"""What reading one content file, or one question's folder, came to."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from sparring.bank.errors import ContentError
from sparring.bank.problem import ContentProblem, Finding
from sparring.bank.source import Source

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Read(Generic[ValueT]):
    """A value, the documents it came from, and what was wrong with their shape."""

    value: ValueT
    """Of no use where there are problems."""

    sources: tuple[Source, ...]
    problems: tuple[ContentProblem, ...] = ()
    """In the order of the lines."""

    def accepted(self) -> ValueT:
        """The value. Raises ContentError where there are problems."""
        if self.problems:
            raise ContentError(self.problems)
        return self.value

    def problem(self, finding: Finding) -> ContentProblem:
        """A finding with file and line: of the document that holds its key."""
        holds = (source for source in self.sources if finding.path and finding.path[0] in source.data)
        return next(holds, self.sources[0]).problem(finding)
