"""What of an answer is believed: words that stand in the transcript, and a rating that rests on some."""

import re
from collections.abc import Mapping

from sparring.assessment.quoting import trimmed
from sparring.assessment.second.answer import Answer, Passage
from sparring.domain.evidence import Polarity
from sparring.domain.opinion import Opinion, Quoted
from sparring.domain.rubric import SignalId
from sparring.domain.transcript import Transcript

MOST = 3
"""Passages of an answer that are read: of the fourth, one in three was what an expert cited."""

_FEWEST_WORDS = 3
"""Fewer show nothing by themselves."""

_LONGEST_WHY = 140
"""Characters of a reason."""

_ALIKE: Mapping[int, str] = {ord(a): b for a, b in zip("’‘“”–—\u00a0", "''\"\"-- ", strict=True)}
"""Letters that models set in their own way; one for one, so that places stay."""

_EDGES = " \t\n\"'.…"

_UNASKED = re.compile(r"^(?:un)?(?:asked|volunteered|prompted|when asked|after a question)\s*[:,;–-]\s*", re.IGNORECASE)
"""The program says by itself whether something came unasked."""


def verified(signal: SignalId, answer: Answer, transcript: Transcript) -> tuple[Opinion, int]:
    """The opinion that an answer comes to, and how many of its passages stand nowhere and were dropped.

    Blanks, quotation marks and dashes may differ from the transcript; what is kept is the transcript's own letters. A
    passage under the wrong number is found where it stands. Without a passage there is no rating.
    """
    text = {turn.i: turn.text for turn in transcript.candidate_turns}
    quotes: list[Quoted] = []
    dropped = 0
    for passage in answer.passages[:MOST]:
        found = _found(passage, text)
        if found is None:
            dropped += 1
        elif not any((x.turn, x.quote) == (found.turn, found.quote) for x in quotes):
            quotes.append(found)
    return Opinion(signal, answer.rating if quotes else None, tuple(quotes)), dropped


def _found(passage: Passage, text: Mapping[int, str]) -> Quoted | None:
    words = passage.words.translate(_ALIKE).strip(_EDGES).split()
    if len(words) < _FEWEST_WORDS:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for turn in sorted(text, key=lambda i: (i != passage.turn, i)):
        match = pattern.search(text[turn].translate(_ALIKE))
        if match:
            start, end = trimmed(text[turn], *match.span())
            polarity = Polarity.PLUS if passage.speaks == "for" else Polarity.MINUS
            return Quoted(turn, text[turn][start:end], polarity, _clause(passage.why))
    return None


def _clause(why: str) -> str:
    """A reason as the program's own are put: a clause in small letters."""
    clause = _UNASKED.sub("", " ".join(why.split()))[:_LONGEST_WHY].rstrip(".")
    return clause[:1].lower() + clause[1:] if clause[1:2].islower() else clause
