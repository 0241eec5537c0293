"""What a language model would answer about a signal, told from the request alone."""

import json
import re
from typing import Any

import httpx

from tests.llm.answering import Reply

VOICED = "I found out on my own that nobody had looked at the size of that table, and it cost us [how much] that night."
"""A passage one level up."""


WORDS = "I wrote a lint that refuses a blocking lock"
TALK = f"""Interviewer: Tell me about a production incident you were responsible for.
Candidate: I shipped a migration that locked the orders table for eleven minutes. It was my mistake.
Interviewer: What did you change?
Candidate: {WORDS}, and two other teams use it. We had no such outage since.
"""


def brought_in(api: httpx.Client) -> str:
    """The talk as a session of the server; its id."""
    made = api.post("/api/transcripts", files={"file": ("mock.txt", TALK)}, data={"round": "behavioral"})
    assert made.status_code < 300, made.text
    return str(made.json()["id"])


def citing(words: str, rating: int) -> Reply:
    """Rates every signal so, and cites these words for it."""

    def reply(request: dict[str, Any]) -> str:
        text = str(request["messages"][-1]["content"])
        if "The signal: " not in text:
            return json.dumps({"words": VOICED})
        turn = re.search(r"\[(\d+)\] CANDIDATE: [^\[]*" + re.escape(words), text)
        assert turn, text
        speaks = "for" if rating > 2 else "against"
        passage = {"turn": int(turn[1]), "words": words, "speaks": speaks, "why": "so the model says"}
        return json.dumps({"passages": [passage], "rating": rating})

    return reply
