"""Words by which somebody says that they told it before."""

import re

_LEAD = r"\W*(?:(?:i (?:think|believe|thought)|well|sorry|but|and|so|yeah|yes|no|hm+|okay|ok)\W+)*"
_REMINDS = re.compile(rf"{_LEAD}(?:like|as) i (?:already |just )?(?:said|told you|mentioned)\b", re.IGNORECASE)
_COMPLAINS = re.compile(
    rf"{_LEAD}i(?: have|['’]ve)? (?:already |just )*(?:(?:went|gone) (?:through|over)|covered|answered)\b"
    r"[^.,:;]*\b(?:that|this|already|earlier|before)\b",
    re.IGNORECASE,
)


def reminds(sentence: str) -> bool:
    """Whether a sentence begins by saying that it was said: "like I said, ..."."""
    return _REMINDS.match(sentence) is not None


def complains(sentence: str) -> bool:
    """Whether a sentence begins by saying that the question was answered: "I think I've just answered that"."""
    return _COMPLAINS.match(sentence) is not None
