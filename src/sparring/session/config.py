"""How a round is to be held, as it is written into the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sparring.domain.round import Altitude, Round


@dataclass(frozen=True, slots=True)
class RoundConfig:
    """Everything a round can be held again by."""

    round: Round
    question: str
    minutes: float
    level: Altitude = Altitude.SENIOR
    interviewer: str = "warm"
    pressure: int = 1
    seed: int = 0
    fast: bool = False
    """The clock runs by the words spoken instead of by the wall."""

    loop: str = ""
    """Id shared by the rounds of one loop; empty for a single round."""

    def as_json(self) -> dict[str, Any]:
        """Plain values, for the log."""
        return {
            "round": self.round.value,
            "question": self.question,
            "minutes": self.minutes,
            "level": self.level.value,
            "interviewer": self.interviewer,
            "pressure": self.pressure,
            "seed": self.seed,
            "fast": self.fast,
            "loop": self.loop,
        }

    @classmethod
    def of_json(cls, data: Mapping[str, Any]) -> "RoundConfig":
        """The inverse of `as_json`; keys this version does not know are ignored."""
        return cls(
            round=Round(data["round"]),
            question=str(data["question"]),
            minutes=float(data["minutes"]),
            level=Altitude(data.get("level", "senior")),
            interviewer=str(data.get("interviewer", "warm")),
            pressure=int(data.get("pressure", 1)),
            seed=int(data.get("seed", 0)),
            fast=bool(data.get("fast", False)),
            loop=str(data.get("loop", "")),
        )
