"""The candidate's own words, short enough to say back."""

import re


def fragment(text: str, words: int = 12) -> str:
    """The first `words` words of the text's first sentence, letter for letter."""
    sentence = re.split(r"(?<=[.!?])\s|\n", text.strip(), maxsplit=1)[0]
    spans = list(re.finditer(r"\S+", sentence))
    if not spans:
        return ""
    return sentence[: spans[min(words, len(spans)) - 1].end()].rstrip(".,;:!?")
