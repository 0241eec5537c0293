"""The candidate's own words, short enough to say back."""

import re

_LEAST = 5
"""Words that a clause has at the least to be worth saying back."""

_SPARE = 4
"""Words over the limit with which a sentence is still said back whole."""

_STOP = re.compile(r"[,;:–—-]$")
_JOIN = re.compile(
    r"and|but|so|because|which|that|if|when|while|since|or|then|where|who|unless|until|although|though|before|after",
    re.IGNORECASE,
)
"""Words before which a clause ends."""


def fragment(text: str, words: int = 12) -> str:
    """The text's first sentence, letter for letter; of a long one the clauses that fit into `words` words.

    Where no clause ends in time, the first `words` words.
    """
    sentence = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0]
    spans = list(re.finditer(r"\S+", sentence))
    if not spans:
        return ""
    last = len(spans) if len(spans) <= words + _SPARE else _clause(spans, words)
    return sentence[: spans[last - 1].end()].rstrip(".,;:!?–—- ")


def _clause(spans: list[re.Match[str]], words: int) -> int:
    """How many words the longest run of whole clauses has."""
    ends = (k for k in range(words, _LEAST - 1, -1) if _STOP.search(spans[k - 1][0]) or _JOIN.fullmatch(spans[k][0]))
    return next(ends, words)
