"""What a move says whoever says it: the same words for every interviewer, so that no manner can change a rating."""

from collections.abc import Mapping

from sparring.domain.move import Move

SAYING: Mapping[str, str] = {
    "no_fact": "Assume something sensible and tell me what.",
    "as_read": "Take it as you read it, and say how you read it.",
    "go_ahead": "Go ahead.",
    "either": "Either; you choose.",
    "no_objection": "No objection; go on.",
    "about_us": "I can't speak for a team; keep that for one.",
    "nudge": "What are you thinking?",
    "nudge_working": "What are you doing?",
    "acknowledge": "Go on.",
    "take_your_time": "Take your time.",
    "offer_hint": "Would you like a hint?",
    "decline": "I can't say that now.",
    "stay_polite": "Let's go on.",
    "other_language": "In English, please.",
    "code_in_chat": "Put the code into your file, please.",
    "close": "That is our time.",
    "close_early": "Those were my questions.",
    "close_asked": "Let's stop here.",
    "ask_self_assessment": "How do you think it went?",
}
"""Wordings without a slot of their own."""

_SLOTS = ("ask", "answer", "statement", "hint", "change")
"""Slots that are what is said; `quote` is the candidate's own and `minutes` the clock's."""


def plain(move: Move) -> str:
    """The move without any manner: what is asked or told, or the usual sentence for its wording; empty for silence."""
    told = next((move.slots[slot] for slot in _SLOTS if slot in move.slots), None)
    if told is not None:
        return told
    if "which" in move.slots:
        return f"Do you mean {move.slots['which']}?"
    if "minutes" in move.slots:
        left = move.slots["minutes"]
        return f"{left} minutes left." if left.isdigit() else f"{left} left."
    return SAYING.get(move.wording, "")
