"""Questions of a candidate about the job, or about the team and the company of the interviewer."""

# ruff: noqa: E501 - a pattern is read whole

import re

_JOB = re.compile(
    r"\b(?:remote (?:role|job|position|work)|my first (?:few |two |three |six )?(?:weeks?|months?|half.?year|quarter|year)(?! (?:at|in|of|on|there)\b)|hear(?:ing)? (?:back )?from you|next (?:steps?|rounds?) (?:in|of|for) (?:the|this|your) (?:process|interview)|salary|compensation"
    r"|like (?:to work|working) (?:here|there|with|for|at)|you (?:like|enjoy|love)(?: best| most)?(?: about)? (?:working|it here|being|your)|how long have you (?:been|worked))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:your (?:own )?(?:team|company|organi[sz]ation|org|engineers|engineering|culture|roadmap|group|department|on.call|manager|colleagues)\b(?! (?:want|expect|prefer|mean)\b)"
    r"|(?:teams?|people|engineers?|developers|managers|colleagues|on.call|incidents?|decisions|reviews?|seniors?) (?:[\w'-]+ ){0,3}here\b|culture\b|work(?:ing)? here\b|(?:this|the) (?:role|position|vacancy)(?! (?:i|of|that|in which|where)\b))",
    re.IGNORECASE,
)

_REPORTED = re.compile(
    r"\b(?:i|he|she|they|we|who) (?:then |just |also )?(?:asked|said|told|wrote|wondered)\b", re.IGNORECASE
)
"""Asked of somebody in the story."""


def of_the_job(question: str) -> bool:
    """Whether a question is about the job as such, which no question of a round is about."""
    return _JOB.search(question) is not None and _REPORTED.search(question) is None


def of_the_place(question: str) -> bool:
    """Whether a question is about the job, or the interviewer's team or company; a design may be about "your team"."""
    return of_the_job(question) or (_PLACE.search(question) is not None and _REPORTED.search(question) is None)
