"""Who the candidate is among the speakers of a foreign file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.domain.transcript import Speaker
from sparring.transcripts.errors import NoCandidate, NoSuchSpeaker
from sparring.transcripts.labels import is_role, role_of
from sparring.transcripts.said import Said, words

_ASKS = re.compile(
    r"\?|\b(?:tell me|walk me through|how would you|how do you|what would|what happens|what did you|why did you|"
    r"can you|could you|let's say|suppose)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Casting:
    """Which names are the candidate's; everybody else asks."""

    candidates: frozenset[str | None]
    """None among them stands for words without a name."""

    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Share:
    name: str
    words: int
    asks: int


def cast(said: Sequence[Said], candidate: str | None, roles: Sequence[tuple[str, str]] = ()) -> Casting:
    """Find the candidate: as named, else by role, else by who speaks most and asks least.

    Raises NoSuchSpeaker where the named one is not there, NoCandidate where only interviewers speak.
    """
    names = tuple(dict.fromkeys(piece.name for piece in said if piece.name))
    if candidate is not None:
        chosen = frozenset({_named(candidate, names)})
        return Casting(chosen, _others(names, chosen))
    if len(names) == 1 and role_of(names[0]) is not Speaker.INTERVIEWER:
        return Casting(frozenset(names))
    listed_roles = dict(roles)
    known = {name: listed_roles.get(name, role_of(name) if is_role(name, names) else None) for name in names}
    chosen = frozenset(name for name in names if known[name] == Speaker.CANDIDATE)
    if chosen:
        return Casting(chosen, _others(names, chosen))
    free = [name for name in names if known[name] is None]
    if not free:
        raise NoCandidate(names)
    return _guessed(said, names, free)


def _named(candidate: str, names: Sequence[str]) -> str:
    """The one speaker whose name is, begins with, or has a word beginning with what was given."""
    want = " ".join(candidate.split()).casefold()
    for fits in (
        [name for name in names if name.casefold() == want],
        [name for name in names if want and name.casefold().startswith(want)],
        [name for name in names if want and any(word.startswith(want) for word in name.casefold().split())],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise NoSuchSpeaker(candidate, names, fits)
    raise NoSuchSpeaker(candidate, names)


def _guessed(said: Sequence[Said], names: Sequence[str], free: Sequence[str]) -> Casting:
    shares = _shares(said, free)
    total_words = sum(share.words for share in shares) or 1
    total_asks = sum(share.asks for share in shares) or 1
    if len(free) == 1:
        why = "the others are interviewers by name"
        best = shares[0]
    else:
        best = max(shares, key=lambda share: share.words / total_words - share.asks / total_asks)
        why = f"they say {best.words} of {total_words} words and ask {best.asks} of {total_asks} questions"
    chosen = frozenset({best.name})
    note = f"I took '{best.name}' for the candidate, because {why}; name another with --candidate."
    return Casting(chosen, (note, *_others(names, chosen)))


def _shares(said: Sequence[Said], names: Sequence[str]) -> list[_Share]:
    """What each of the names says and asks, in one pass."""
    spoken: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for piece in said:
        if piece.name is not None:
            spoken[piece.name] += words(piece.text)
            asked[piece.name] += len(_ASKS.findall(piece.text))
    return [_Share(name, spoken[name], asked[name]) for name in names]


def _others(names: Sequence[str], chosen: frozenset[str]) -> tuple[str, ...]:
    others = [name for name in names if name not in chosen]
    if len(others) < 2:
        return ()
    row = ", ".join(others[:8]) + (f" and {len(others) - 8} more" if len(others) > 8 else "")
    return (f"{len(names)} people speak; all but the candidate were taken for interviewers: {row}.",)
