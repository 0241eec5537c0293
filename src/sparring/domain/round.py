"""What kind of interview is held, at which level, and what may come out."""

from enum import StrEnum

Seconds = float
"""Seconds since the start of the session."""


def clock(at: Seconds, *, timed: bool = True) -> str:
    """Seconds as minutes and seconds: 754 is `12:34`; `~12:34` where the time is an estimate."""
    whole = max(0, int(at))
    return f"{'' if timed else '~'}{whole // 60:02d}:{whole % 60:02d}"


class Round(StrEnum):
    """One interview of one kind."""

    CODING = "coding"
    SYSTEM_DESIGN = "system_design"
    BEHAVIORAL = "behavioral"

    @property
    def label(self) -> str:
        """The name as a person says it."""
        return self.value.replace("_", " ")


class Altitude(StrEnum):
    """The level at which a candidate speaks; also the level a round is held against."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"

    @property
    def rank(self) -> int:
        """1 (junior) to 4 (staff)."""
        return list(Altitude).index(self) + 1

    @classmethod
    def of_rank(cls, rank: int) -> "Altitude":
        """The altitude of a rank; ranks outside 1-4 are clamped."""
        return list(cls)[min(4, max(1, rank)) - 1]


class Verdict(StrEnum):
    """Whether the round would pass at the target level."""

    STRONG_NO_HIRE = "strong_no_hire"
    NO_HIRE = "no_hire"
    HIRE = "hire"
    STRONG_HIRE = "strong_hire"

    @property
    def rank(self) -> int:
        """1 (strong no hire) to 4 (strong hire)."""
        return list(Verdict).index(self) + 1

    @property
    def label(self) -> str:
        """The name as a person says it."""
        return self.value.replace("_", " ")

    @classmethod
    def of_rank(cls, rank: int) -> "Verdict":
        """The verdict of a rank; ranks outside 1-4 are clamped."""
        return list(cls)[min(4, max(1, rank)) - 1]
