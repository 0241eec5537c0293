"""What can go wrong in this room, and who can mend it.

CodingError
├── NoIsolation     the person at the machine: install or allow bubblewrap; retrying changes nothing
├── SandboxDied     nobody has to: the judge starts a fresh sandbox and finds out whose fault it was
└── Unreadable      the candidate: the source cannot be parsed, so nothing can be said of its quality
"""


class CodingError(Exception):
    """Anything this room refuses to do."""


class NoIsolation(CodingError):
    """Nothing on this machine isolates candidate code, so none is run."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(f"Candidate code runs only where it can be isolated. {found} {remedy}")
        self.found = found
        self.remedy = remedy


class SandboxDied(CodingError):
    """The sandbox ended, or stopped answering, in the middle of a request."""


class Unreadable(CodingError):
    """The source is not Python."""

    def __init__(self, line: int | None, what: str) -> None:
        super().__init__(what if line is None else f"line {line}: {what}")
        self.line = line
        self.what = what
