"""What can go wrong with the bank, and who can mend it.

```
BankError
├── ContentError          author: a file is malformed; has file, line, expected, got
├── ContentMissing        user: the content folder is not where it was said to be
└── Unknown               user: nothing of a kind has this id
    ├── UnknownQuestion
    ├── UnknownTopic
    ├── UnknownInterviewer
    └── UnknownGuide
```
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from sparring.bank.problem import ContentProblem


class BankError(Exception):
    """Anything the bank refuses."""


class ContentError(BankError):
    """A content file is malformed."""

    def __init__(self, problems: Sequence[ContentProblem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = tuple(problems)
        """Every problem of the file, the first one first; the message tells the first."""

    @property
    def file(self) -> str:
        """The file of the first problem, from the content folder's own name on."""
        return self.problems[0].file

    @property
    def line(self) -> int:
        """The line of the first problem, from 1."""
        return self.problems[0].line

    @property
    def expected(self) -> str:
        """What the first problem's place should hold."""
        return self.problems[0].expected

    @property
    def got(self) -> str:
        """What it holds."""
        return self.problems[0].got


class ContentMissing(BankError):
    """The content folder is not there."""

    def __init__(self, place: str, setting: str) -> None:
        super().__init__(f"{place}: expected a content folder, found none. Check {setting}, or reinstall the program.")
        self.place = place


class Unknown(BankError):
    """Nothing of a kind has this id."""

    what = ""

    def __init__(self, id_: str, known: Iterable[str]) -> None:
        ids = sorted(known)
        near = get_close_matches(id_, ids, n=3, cutoff=0.4)
        remedy = (
            f"the nearest: {', '.join(near)}" if near else f"there are: {', '.join(ids)}" if ids else "there are none"
        )
        super().__init__(f"no {self.what} {id_!r}; {remedy}")
        self.id, self.nearest = id_, tuple(near)


class UnknownQuestion(Unknown):
    """No question has this id."""

    what = "question"


class UnknownTopic(Unknown):
    """No topic has this id."""

    what = "topic"


class UnknownInterviewer(Unknown):
    """No interviewer has this id."""

    what = "interviewer"


class UnknownGuide(Unknown):
    """No guide has this id."""

    what = "guide"
