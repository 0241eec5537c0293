"""What a foreign file does not say: its kind of round, its title, how it was written down."""

import re
from collections.abc import Sequence

from sparring.domain.round import Round
from sparring.domain.transcript import Speaker, Turn

SAMPLE = 60_000
"""Characters of talk looked at; a round shows its kind early."""

TITLE_LENGTH = 90

_WORDS: dict[Round, tuple[tuple[str, int], ...]] = {
    Round.CODING: (
        (r"time complexity|space complexity|big[- ]o\b|\bo of n\b|\bo\((?:1|n|log|k|m|v)", 4),
        (r"\bdef \w+\(|\bfor \w+ in range\b|\breturn (?:none|true|false|-1)\b", 4),
        (r"\b(?:edge cases?|test cases?|unit tests?|brute force|two pointers?|off by one)\b", 3),
        (r"\b(?:array|arrays|hash ?map|linked list|dictionary|dict|recursion|recursive|loop|integers?)\b", 1),
        (r"\b(?:function|method|signature|write the code|start coding|in python|run it|implement)\b", 1),
    ),
    Round.SYSTEM_DESIGN: (
        (r"\b(?:qps|requests per second|requests a second|writes per second|reads per second|per second|rps)\b", 3),
        (r"\b(?:shard(?:s|ing|ed)?|replicas?|replication|load balancers?|cdn|kafka|cassandra|dynamo(?:db)?)\b", 2),
        (
            r"\b(?:high[- ]level design|functional requirements?|fan[- ]?out|eventual(?:ly)? consisten)",
            3,
        ),
        (r"\b(?:throughput|partition key|message queue|object store|redis|postgres|terabytes?|petabytes?)\b", 1),
        (r"\b(?:design an?|design the|daily active users|million users|microservices?|rate limiter)\b", 2),
    ),
    Round.BEHAVIORAL: (
        (
            r"\btell me about (?:a|the|one|some)\b|\bgive me an example of\b|\ba time (?:when|you)\b",
            5,
        ),
        (r"\b(?:my manager|my director|my lead|my boss|my skip|stakeholders?|the team|our team|my team)\b", 1),
        (r"\b(?:what would you do differently|what did you learn|in hindsight|looking back)\b", 3),
        (r"\b(?:conflict|disagreed|pushed back|convinced|buy-in|promoted|the quarter|roadmap|escalat\w+|rfc)\b", 1),
    ),
}
_PATTERNS = {round_: tuple((re.compile(p), w) for p, w in rows) for round_, rows in _WORDS.items()}

_FILLERS = re.compile(r"\b(?:um+|uh+|er+m|you know|i mean|sort of|kind of)\b|—", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:design|implement|build|tell me|describe|give me|walk me|talk about|question|problem|imagine)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!\n]{1,400}[.?!]?")
_TURNS_BACK = re.compile(r"\b(actually|you tell me|go on|carry on)\b", re.IGNORECASE)


def guess_round(turns: Sequence[Turn], title: str = "", has_code: bool = False) -> tuple[Round, str]:
    """The kind of round that the words point to, and a note that says so."""
    text = f"{title} {title} " + " ".join(turn.text for turn in turns)[:SAMPLE]
    text = text.lower()
    scores = {round_: _score(round_, text) for round_ in Round}
    scores[Round.CODING] += 12 * has_code
    best = max(Round, key=lambda round_: (scores[round_], round_ is Round.BEHAVIORAL))
    if scores[best] == 0:
        best = Round.BEHAVIORAL
    return best, f"The file does not say which round it is; I took it for {best.label}; say another with --round."


def _score(round_: Round, text: str) -> int:
    """Weighted hits; one expression counts at most eight times, so that no single habit of speech decides."""
    return sum(weight * min(8, len(pattern.findall(text))) for pattern, weight in _PATTERNS[round_])


def guess_style(turns: Sequence[Turn], spoken: bool) -> str:
    """`asr` where nearly nothing is punctuated, `spoken` for captions and fillers, else `typed`."""
    text = " ".join(turn.text for turn in turns)[:SAMPLE]
    count = len(text.split())
    if not count:
        return "typed"
    stops = sum(text.count(mark) for mark in ".?!,;")
    if count >= 30 and stops < count / 100 and text == text.lower():
        return "asr"
    return "spoken" if spoken or len(_FILLERS.findall(text)) >= max(2, count / 150) else "typed"


def guess_title(turns: Sequence[Turn], round_: Round) -> str:
    """The sentence in which the interviewer puts the question, shortened; else the kind of round."""
    # A story may be asked for after some small talk; an exercise or a design is put at the start.
    asking = [turn for turn in turns[:8] if turn.speaker is Speaker.INTERVIEWER]
    for turn in asking if round_ is Round.BEHAVIORAL else asking[:2]:
        for found in _SENTENCE.finditer(turn.text[:4000]):
            sentence = " ".join(found.group().split())
            if _ASKING.search(sentence) and len(sentence.split()) > 3 and not _TURNS_BACK.search(sentence):
                return shortened(sentence)
    return f"{round_.label.capitalize()} round"


def shortened(sentence: str, limit: int = TITLE_LENGTH) -> str:
    """The sentence, cut between words."""
    if len(sentence) <= limit:
        return sentence.rstrip(" .:")
    return sentence[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"
