"""Which words before a colon are speakers, and which are only words before a colon."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.domain.transcript import Speaker
from sparring.transcripts.headings import HEADINGS
from sparring.transcripts.plain import one_line

LONGEST_NAME = 60

CROWD = 500
"""With more labels than this, those that come once are no speakers."""

_STRONG = {
    "interviewer": Speaker.INTERVIEWER,
    "interviewers": Speaker.INTERVIEWER,
    "panelist": Speaker.INTERVIEWER,
    "panellist": Speaker.INTERVIEWER,
    "candidate": Speaker.CANDIDATE,
    "interviewee": Speaker.CANDIDATE,
    "applicant": Speaker.CANDIDATE,
}
"""Words that give the role wherever they stand in a label: "Dana (Interviewer)", "Interviewer 2"."""

_WHOLE = {
    "q": Speaker.INTERVIEWER,
    "question": Speaker.INTERVIEWER,
    "them": Speaker.INTERVIEWER,
    "host": Speaker.INTERVIEWER,
    "moderator": Speaker.INTERVIEWER,
    "recruiter": Speaker.INTERVIEWER,
    "hiring manager": Speaker.INTERVIEWER,
    "coach": Speaker.INTERVIEWER,
    "mentor": Speaker.INTERVIEWER,
    "examiner": Speaker.INTERVIEWER,
    "assistant": Speaker.INTERVIEWER,
    "chatgpt": Speaker.INTERVIEWER,
    "chatgpt said": Speaker.INTERVIEWER,
    "ai": Speaker.INTERVIEWER,
    "bot": Speaker.INTERVIEWER,
    "a": Speaker.CANDIDATE,
    "answer": Speaker.CANDIDATE,
    "me": Speaker.CANDIDATE,
    "myself": Speaker.CANDIDATE,
    "you": Speaker.CANDIDATE,
    "you said": Speaker.CANDIDATE,
    "user": Speaker.CANDIDATE,
    "guest": Speaker.CANDIDATE,
}
"""Labels that give the role only when they are the whole of it."""

_PARTICLES = frozenset(
    (
        "de",
        "da",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "al",
        "el",
        "bin",
        "ibn",
        "of",
        "the",
    )
)
_NUMBERED = re.compile(
    r"(?:speaker|spk|participant|person|voice|unknown(?: speaker)?)[ _-]?(?:\d{1,3}|[a-z])?", re.IGNORECASE
)
_DAY = re.compile(r"\s[—–-]\s(?:Today|Yesterday)(?:\sat)?$")
_WORD = re.compile(r"[^\W_][\w.'’&-]{0,39}")


@dataclass(frozen=True, slots=True)
class Label:
    """Words before a colon, with how sure the shape of the line is about them."""

    name: str
    sure: bool
    """True where a time or the format stands beside it; prose has none."""


@lru_cache(4096)
def role_of(name: str) -> Speaker | None:
    """The role a label names, or None where it is somebody's name."""
    low = name.lower().strip()
    if low in _WHOLE:
        return _WHOLE[low]
    numbered = re.fullmatch(r"([qa])\s?\d{1,3}", low)
    if numbered:
        return _WHOLE[numbered.group(1)]
    found = {_STRONG[word] for word in re.findall(r"[a-z]+", low) if word in _STRONG}
    return found.pop() if len(found) == 1 else None


@lru_cache(4096)
def could_be_name(label: str, *, capitals: bool = True) -> bool:
    """Whether the label is shaped like a name: one to five words, capitalised, and no heading of a list."""
    if len(label) > LONGEST_NAME:
        return False
    if role_of(label) is not None or _NUMBERED.fullmatch(label):
        return True
    bare = re.sub(r"\([^()]{0,40}\)|[,|/@].{0,50}$", " ", label)
    parts = bare.split()
    if not 1 <= len(parts) <= 5 or _heads(parts):
        return False
    small = (part for part in parts if part[0].islower() and part.lower() not in _PARTICLES)
    return all(map(_WORD.fullmatch, parts)) and not (capitals and any(small))


def _heads(parts: Sequence[str]) -> bool:
    """Whether words are a list's heading: any of them is, unless they are the first and last name of somebody."""
    heads = [part.lower() in HEADINGS for part in parts]
    full = len(parts) == 2 and all(part[0].isupper() and part[1:].islower() for part in parts)
    return all(heads) if full else any(heads)


def speakers_among(labels: Sequence[Label]) -> frozenset[str]:
    """The labels of a text that are speakers.

    Roles always are, once both are there or one and somebody beside it. Names are when the line's shape is sure of
    them, or when they come at least twice; a text too short for that is taken at its word.
    """
    counts = Counter(label.name for label in labels)
    if len(counts) > CROWD:
        counts = Counter({name: count for name, count in counts.items() if count >= 2})
    sure = {
        label.name
        for label in labels
        if label.sure and label.name in counts and could_be_name(label.name, capitals=False)
    }
    roles = {name for name in counts if is_role(name, counts)}
    names = [name for name in counts if name not in roles and _is_repeatable(name)]
    if {role_of(name) for name in roles} == set(Speaker):
        return frozenset(roles | sure | {name for name in names if counts[name] >= 3 and could_be_name(name)})
    often = {name for name in names if counts[name] >= 2 and (could_be_name(name) or not roles)}
    found = roles | sure | often
    if len(found) < 2:
        found |= {name for name in names if could_be_name(name)}
    elif all(_is_full_name(name) for name in found - roles):
        found |= {name for name in names if _is_full_name(name)}
    return frozenset(found)


def _is_full_name(name: str) -> bool:
    """Where the others go by first and last name, somebody who speaks once does too."""
    return could_be_name(name) and 2 <= len(name.split()) <= 3 and not any(char.isdigit() for char in name)


def is_role(name: str, among: Iterable[str]) -> bool:
    """Whether a label is a role in this company: `A` answers only where a `Q` asks."""
    if role_of(name) is None:
        return False
    if name.lower() in ("a", "answer"):
        return any(other.lower()[:1] == "q" and role_of(other) is not None for other in among)
    return True


def _is_repeatable(name: str) -> bool:
    """A chat handle in small letters may be a speaker too, if it comes often and is no ordinary heading."""
    return could_be_name(name) or (name.lower() not in HEADINGS and len(name.split()) == 1 and name.isidentifier())


@lru_cache(4096)
def tidy(name: str) -> str:
    """A speaker's name on one line without marks around it."""
    return _DAY.sub("", one_line(name, LONGEST_NAME)).strip(" *_#[]<>:-–—\t")
