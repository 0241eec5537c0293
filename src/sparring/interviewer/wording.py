"""Words for a move, in an interviewer's manner."""

from collections.abc import Mapping, Sequence

from sparring.domain.interviewer import Interviewer
from sparring.domain.move import Move, MoveKind
from sparring.engine.draw import fraction

MOST_WORDS = 60
"""No turn of an interviewer is longer, but for the task itself: the statement, said or repeated, and a coding stage."""

LED = ("probe", "drill", "follow_up", "answer_clarification")
"""Wordings that lead in to a question or a fact, and say nothing else."""

BARE = 0.5
"""How often it comes without a lead-in: people do not announce every question."""

PLAIN = {
    "probe_quoting": "probe",
    "drill_quoting": "drill",
    "push_back": "drill",
}
"""What to fall back to where the turn would be too long."""


def word(move: Move, interviewer: Interviewer, *, seed: int, spoken: Sequence[str]) -> str:
    """The text of a move; empty for silence.

    `spoken` holds the wording keys of the moves made so far: each further use of a key takes the next of its templates
    in an order drawn from the seed, so that nothing sounds the same twice in a row.
    """
    if move.kind is MoveKind.WAIT or not move.wording:
        return ""
    text = _said(move, interviewer, seed, spoken)
    receipt = _template(interviewer, move.receipt, seed, spoken) if move.receipt else ""
    room = len(receipt.split()) + len(text.split()) < MOST_WORDS
    return f"{receipt} {text}" if receipt and room else text


def _said(move: Move, interviewer: Interviewer, seed: int, spoken: Sequence[str]) -> str:
    """The move without its receipt; after one, a question needs no lead-in."""
    bare = _bare(move)
    if move.wording in LED and (move.receipt or fraction(seed, "bare", bare) < BARE):
        return bare
    text = _fill(_template(interviewer, move.wording, seed, spoken), move.slots)
    if len(text.split()) >= MOST_WORDS and move.wording in PLAIN:
        return _fill(_template(interviewer, PLAIN[move.wording], seed, spoken), move.slots)
    if len(text.split()) >= MOST_WORDS and move.wording != "open":
        return bare
    return text


def _template(interviewer: Interviewer, key: str, seed: int, spoken: Sequence[str]) -> str:
    templates = interviewer.wordings[key]
    order = sorted(templates, key=lambda template: fraction(seed, interviewer.id, key, template))
    return order[list(spoken).count(key) % len(order)]


def _bare(move: Move) -> str:
    """The slot that matters, without the interviewer's own words around it."""
    return move.slots.get("ask") or next(iter(move.slots.values()), "")


def _fill(template: str, slots: Mapping[str, str]) -> str:
    """Replace placeholders one by one: a candidate's braces are text, never placeholders."""
    parts: list[str] = []
    rest = template
    while rest:
        start = rest.find("{")
        end = rest.find("}", start)
        if start < 0 or end < 0:
            break
        parts += [rest[:start], slots.get(rest[start + 1 : end], "")]
        rest = rest[end + 1 :]
    return " ".join("".join([*parts, rest]).split())
