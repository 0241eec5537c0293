"""What a caller knows of a file."""

from dataclasses import dataclass

from sparring.domain.round import Altitude, Round


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the caller says of a round; what is None is taken from the file, or guessed."""

    round: Round | None = None
    question: str | None = None
    title: str | None = None
    level: Altitude = Altitude.SENIOR
    """What the round is held against, where the file does not say it."""

    candidate: str | None = None
    """The candidate's name, or the beginning of it, in files that name their speakers."""
