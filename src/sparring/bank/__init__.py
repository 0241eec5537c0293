"""Reads content/ into domain values and refuses anything malformed."""

from sparring.bank.bank import Bank
from sparring.bank.errors import (
    BankError,
    ContentError,
    ContentMissing,
    Unknown,
    UnknownGuide,
    UnknownInterviewer,
    UnknownQuestion,
    UnknownTopic,
)
from sparring.bank.location import content_root, own_root
from sparring.bank.problem import ContentProblem
from sparring.bank.report import Report, check

__all__ = [
    "Bank",
    "BankError",
    "ContentError",
    "ContentMissing",
    "ContentProblem",
    "Report",
    "Unknown",
    "UnknownGuide",
    "UnknownInterviewer",
    "UnknownQuestion",
    "UnknownTopic",
    "check",
    "content_root",
    "own_root",
]
