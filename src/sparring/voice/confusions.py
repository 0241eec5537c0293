"""What a technical word is taken for, and what it was then."""

import re
from collections.abc import Sequence

from sparring.domain.transcript import Stretch

Confusion = tuple[re.Pattern[str], str]
"""What is heard, and what was said: a replacement as `re.Match.expand` takes it."""


def _rule(heard: str, said: str, flags: int = re.IGNORECASE) -> Confusion:
    return re.compile(heard, flags), said


TECHNICAL: Sequence[Confusion] = (
    _rule(r"\bcash(e[sd])?\b(?! (?:on|flow|balance|register|payment|desk|back|out)\b)", r"cach\1"),
    _rule(r"\bcach\b", "cache"),
    _rule(r"\bcashing\b", "caching"),
    _rule(r"\bQ(s?)\b", r"queue\1", 0),
    _rule(r"\bcue(s?)\b", r"queue\1"),
    _rule(r"\bqu(?:ee|ie)rs\b", "queries"),
    _rule(r"\b(an?|the|this|that|each|prefix|compressed) try\b(?! (?:to|and|at|catch)\b)", r"\1 trie"),
    _rule(r"\brights(?= (?:per|an?|each|every|go|come|and reads|to reads|are|at|in a)\b)", "writes"),
    _rule(r"\b(reads?(?:,| and| or| to)) rights?\b", r"\1 writes"),
    _rule(r"\bright(?=[- ](?:path|load|heavy|ahead log|amplification|throughput|traffic|volume|rate|QPS)\b)", "write"),
    _rule(r"\b(?:shorting|sharting|charting|short|sharp) key", "shard key"),
    _rule(r"\b(?:id|item|ident|i dem|a dem|I'd am)[- ]?potent\b", "idempotent"),
    _rule(r"\b(?:id|item|ident|i dem|a dem)[- ]?potency\b", "idempotency"),
    _rule(r"\bpost[- ]?(?:grass|gress|grace|gres|caurs|curse)\b", "Postgres"),
    _rule(r"\bred(?:dis|dus| is cache)\b", "Redis"),
    _rule(r"\brabbit (?:M ?Q|MQ|n queue|in queue|M queue)\b", "RabbitMQ"),
    _rule(r"\bweb suckets?\b", "WebSockets"),
    _rule(r"\b(?:key|peak|pea|P)[- ]?(50|90|95|99)\b", r"p\1"),
    _rule(r"\boh of (?=n\b|one\b|1\b|log\b)", "O of "),
    _rule(r"\b(?:call a sync|call-a-sync|call us in|call-essing|call-a-sing)\b", "coalescing"),
)
"""In rounds on code and systems; what is replaced is marked as unsure all the same, for it may be about cash.

Found in what the recognizer made of spoken sentences (docs/voice.md).
"""


def mended(text: str, unsure: Sequence[Stretch], confusions: Sequence[Confusion]) -> tuple[str, tuple[Stretch, ...]]:
    """The text with what was probably said, and its unsure stretches in order, those that were replaced among them."""
    for heard, said in confusions:
        text, unsure = _replaced(text, unsure, heard, said)
    return text, tuple(sorted(unsure))


def _replaced(text: str, unsure: Sequence[Stretch], heard: re.Pattern[str], said: str) -> tuple[str, Sequence[Stretch]]:
    made, at, marked = "", 0, list[Stretch]()
    moved = [(begin, end, 0) for begin, end in unsure]
    for match in heard.finditer(text):
        new = match.expand(said)
        made += text[at : match.start()]
        if _bare(new) != _bare(match.group()):
            marked.append((len(made), len(made) + len(new)))
        by = len(new) - (match.end() - match.start())
        beside = [
            part
            for begin, end, shift in moved
            for part in ((begin, min(end, match.start()), shift), (max(begin, match.end()), end, shift + by))
        ]
        moved = [(*_trimmed(text, begin, end), shift) for begin, end, shift in beside if text[begin:end].strip(" -,")]
        made, at = made + new, match.end()
    return made + text[at:], [*((begin + shift, end + shift) for begin, end, shift in moved), *marked]


def _trimmed(text: str, begin: int, end: int) -> Stretch:
    """A stretch without what parts words at its ends."""
    cut = text[begin:end]
    return begin + len(cut) - len(cut.lstrip(" -,")), end - len(cut) + len(cut.rstrip(" -,"))


def _bare(text: str) -> str:
    """Letters and digits: how "P-99" is written is no matter of what was heard."""
    return re.sub(r"\W", "", text).lower()
