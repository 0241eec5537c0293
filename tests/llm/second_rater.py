"""What a language model would answer about a signal, told from the request alone."""

import json
import re
from typing import Any

import httpx

from sparring.assessment.corpus import Label
from sparring.assessment.second.standing import labelled
from sparring.bank import Bank
from sparring.domain.evidence import Polarity
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


def first_words(rating: int) -> Reply:
    """Rates every signal of any round so, and cites how the candidate's first turn of some length begins."""

    def reply(request: dict[str, Any]) -> str:
        text = str(request["messages"][-1]["content"])
        turn = re.search(r"\[(\d+)\] CANDIDATE: (\S+(?:[ \t]+\S+){5})", text)
        assert turn, text
        passage = {"turn": int(turn[1]), "words": turn[2], "speaks": "for", "why": "so the model says"}
        return json.dumps({"passages": [passage], "rating": rating})

    return reply


def an_expert(request: dict[str, Any]) -> str:
    """Answers about labelled rounds as the second group of experts did; of any other it sees nothing."""
    text = str(request["messages"][-1]["content"])
    label = next((again for x, again in labelled() if x.transcript.candidate_turns[0].text in text), None)
    passages = [
        {"turn": x.turn, "words": x.quote, "speaks": "for" if x.polarity is Polarity.PLUS else "against", "why": "so"}
        for x in (label.evidence if label else ())
        if x.signal == _asked(text, label)
    ]
    return json.dumps({"passages": passages[:3], "rating": label.ratings[_asked(text, label)] if label else None})


def _asked(text: str, label: Label | None) -> str:
    """The signal that a prompt is about."""
    assert label is not None
    titles = {signal.title: signal.id for signals in Bank().rubric().signals.values() for signal in signals}
    return next(id_ for title, id_ in titles.items() if f"The signal: {title}. " in text and id_ in label.ratings)
