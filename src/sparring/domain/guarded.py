"""Whether a text names one of a question's key ideas."""

import re
from functools import lru_cache


def names(text: str, idea: str) -> bool:
    """Whether the idea stands in the text as words of its own: in any case, with blanks or hyphens, in the plural too.

    "Heap" is in "two heaps" and not in "cheaper".
    """
    return pattern(idea).search(text) is not None


@lru_cache(maxsize=2048)
def pattern(idea: str) -> re.Pattern[str]:
    """What finds an idea in a text."""
    words = r"[\s-]+".join(re.escape(word) for word in re.split(r"[\s-]+", idea.strip()))
    return re.compile(rf"(?<!\w){words}(?:e?s)?(?!\w)", re.IGNORECASE)
