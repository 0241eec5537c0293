"""What a language model would answer about a signal, told from the request alone."""

import json
import re
from typing import Any

from tests.llm.answering import Reply

VOICED = "I found out on my own that nobody had looked at the size of that table, and it cost us [how much] that night."
"""A passage one level up."""


def citing(words: str, rating: int, signal: str = "") -> Reply:
    """Rates every signal so, or the one of this title and no other, and cites these words for it."""

    def reply(request: dict[str, Any]) -> str:
        text = str(request["messages"][-1]["content"])
        if "The signal: " not in text:
            return json.dumps({"words": VOICED})
        if signal and f"The signal: {signal}" not in text:
            return json.dumps({"passages": [], "rating": None})
        turn = re.search(r"\[(\d+)\] CANDIDATE: [^\[]*" + re.escape(words), text)
        assert turn, text
        speaks = "for" if rating > 2 else "against"
        passage = {"turn": int(turn[1]), "words": words, "speaks": speaks, "why": "so the model says"}
        return json.dumps({"passages": [passage], "rating": rating})

    return reply
