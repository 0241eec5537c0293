"""The candidate's own words, short enough to say back."""

import re

from sparring.listening import sentences

_LEAST = 5
"""Words that a clause has at the least to be worth saying back."""

_SPARE = 4
"""Words over the limit with which a sentence is still said back whole."""

_LEADS = re.compile(
    r"(?:(?:and|but|so(?! far)|because|which|then|well|ok|okay|yes|yeah|sorry|anyway|um|uh),? )+"
    r"(?=\S+ \S+ \S+ \S+ \S+)",
    re.IGNORECASE,
)
"""What joins a sentence to the one before, where enough comes after it."""

_LOOSE = re.compile(
    r"(?:,?\s+(?:an?|the|of|on|in|to|for|with|at|by|from|into|my|our|their|his|her|and|but|or|so|that|which|because|who|when|if|as"
    r"|than|then|i|i'm|i'd|i've|i'll|we|we're|we'd|we've|we'll|he|she|they|um|uh|yes|yeah|okay))+$",
    re.IGNORECASE,
)
"""Small words that a stretch cannot end with."""

_STOP = re.compile(r"[,;:–—-]$")
_JOIN = re.compile(
    r"and|but|so|because|which|that|if|when|while|since|or|then|where|who|unless|until|although|though|before|after",
    re.IGNORECASE,
)
"""Words before which a clause ends."""


def fragment(text: str, words: int = 12) -> str:
    """The text's first sentence, letter for letter, without what joins it to the one before; of a long one the clauses
    that fit into `words` words.

    Where no clause ends in time, the first `words` words.
    """
    sentence = next(iter(sentences.texts(text)), "")
    sentence = sentence[lead.end() :] if (lead := _LEADS.match(sentence)) else sentence
    spans = list(re.finditer(r"\S+", sentence))
    if not spans:
        return ""
    last = len(spans) if len(spans) <= words + _SPARE else _clause(spans, words)
    return _LOOSE.sub("", sentence[: spans[last - 1].end()]).rstrip(".,;:!?–—- ")


def _clause(spans: list[re.Match[str]], words: int) -> int:
    """How many words the longest run of whole clauses has."""
    ends = (k for k in range(words, _LEAST - 1, -1) if _STOP.search(spans[k - 1][0]) or _JOIN.fullmatch(spans[k][0]))
    return next(ends, words)
