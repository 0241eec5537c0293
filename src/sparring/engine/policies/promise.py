"""System design: what is promised without an exception is asked about at once."""

import re

from sparring.domain.heard import Act
from sparring.domain.move import Move, MoveKind
from sparring.domain.round import Round, Seconds
from sparring.engine.fragment import fragment
from sparring.engine.policies.drill import time_for_drills
from sparring.engine.state import State

MOST = 2
"""How often a round asks about it."""

RECENT = 3
"""Turns of the candidate within which it may still be asked about: something else may have come first."""

SAID_BACK = 24
"""Words up to which the sentence is said back; a longer one is said back by its clause."""

FEWEST = 4
"""Words from which a clause is worth saying back."""

LONGEST = 45
"""Words of a sentence; above them it is speech without full stops, and what belongs together cannot be told."""

ASKS = (
    "What would have to break for that not to be true?",
    "Which failure between two steps would make an exception of that?",
    "How would you notice that it had not been true for a day?",
    "What does it rest on that is not yours?",
)
"""What is asked, the first that was not asked yet."""

_PROMISE = re.compile(
    r"\b(?:nothing|no (?:\w+ ){1,2}|none of (?:them|it|those)|never|not a single \w+)\b[^.;]{0,40}?"
    r"\b(?:lost|lose|loses|duplicat\w+|twice|two|both|missed|dropped|goes missing|stale|fails?|goes down)\b"
    r"|\bexactly[- ]once\b"
    r"|\b(?:fully|completely|perfectly|always) (?:consistent|available|reliable|in sync|safe|fault[- ]tolerant)\b"
    r"|\b(?:zero|no) (?:downtime|data loss|duplicates|message loss)\b"
    r"|(?<!\bi )(?<!\bwe )\b(?:can't|cannot|can never) (?:be lost|lose|happen|go wrong)\b"
    r"|\bguarantees?\b[^.;]{0,40}\b(?:order|delivery|once|no |nothing|never)",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\?|\b(?:must|should|shall|have to|wants?|needs?|requirement\w*|goals?|promise\w*|agreed|assum\w+|said|sleep)\b",
    re.IGNORECASE,
)
"""What has to be so, which is not what is so."""

_QUALIFIED = re.compile(
    r"\b(?:no guarantee|not going|means|if|unless|except|only when|as long as|would|could|might|may|instead of"
    r"|rather than|do(?:es)?n't|isn't|not exactly|there is no|nobody can|no one can|impossible|at least once"
    r"|because|since)\b",
    re.IGNORECASE,
)
"""A condition, or a reason given with it, in the same clause or the one after it."""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_CLAUSE = re.compile(r"(?<=[,;:])\s+")


def promised(text: str) -> str:
    """The clause of a turn that promises without an exception, letter for letter; empty where none does."""
    for sentence in _SENTENCE.findall(text):
        whole = sentence.strip()
        if len(whole.split()) > LONGEST or _REQUIRED.search(whole):
            continue
        clauses = _CLAUSE.split(whole)
        for clause, after in zip(clauses, [*clauses[1:], ""], strict=True):
            if _PROMISE.search(clause) and not _QUALIFIED.search(f"{clause} {after}"):
                return whole if len(whole.split()) <= SAID_BACK else clause
    return ""


class Promise:
    """ "Nothing is ever lost": says who, and until what happens?"""

    def propose(self, state: State, now: Seconds) -> Move | None:
        """A question that quotes the promise, once the design has begun."""
        said = state.unanswered
        if said is None or state.plan.round is not Round.SYSTEM_DESIGN or not time_for_drills(state):
            return None
        made = state.made("promise:")
        clauses = (promised(turn.text) for turn in reversed(state.said[-RECENT:]))
        quotes = (fragment(clause, SAID_BACK) for clause in clauses if len(clause.split()) >= FEWEST)
        quote = next((quote for quote in quotes if quote not in state.said_back), "")
        if made >= MOST or not quote or Act.DONT_KNOW in state.acts:
            return None
        ask = state.fresh(ASKS)
        if ask is None:
            return None
        return Move(MoveKind.PROBE, "probe_quoting", {"quote": quote, "ask": ask}, "resilience", ref=f"promise:{made}")
