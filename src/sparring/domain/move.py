"""What the interviewer does next, before it has words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class MoveKind(StrEnum):
    """The fourteen things an interviewer can do."""

    OPEN = "open"
    ANSWER_CLARIFICATION = "answer_clarification"
    PROBE = "probe"
    DRILL = "drill"
    NUDGE = "nudge"
    HINT = "hint"
    PUSH_BACK = "push_back"
    CHANGE_REQUIREMENT = "change_requirement"
    TIME_CHECK = "time_check"
    REDIRECT = "redirect"
    NEXT_PHASE = "next_phase"
    ACKNOWLEDGE = "acknowledge"
    WAIT = "wait"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Move:
    """One move: what kind, in which wording, with what to say, and what it is about."""

    kind: MoveKind
    wording: str = ""
    """Key of the wording to use (see interviewer.WORDINGS)."""

    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What fills the wording's placeholders; text out of the bank, or the candidate's own words."""

    signal: str | None = None
    """The signal it asks for."""

    topic: str | None = None
    facet: str | None = None
    phase: str | None = None
    ref: str | None = None
    """Id of the fact, change, hint, probe or claim it uses, so that nothing is used twice."""

    receipt: str = ""
    """Key of the wording that goes before it: a word on what the candidate has just done beside answering."""


WAIT = Move(MoveKind.WAIT)
