"""Whether a suggestion is taken is said only where the words are plain, and then rightly."""

from collections import Counter
from pathlib import Path

import pytest

from sparring.domain.debrief import Reaction
from sparring.listening.reactions import reaction, withdrawal

LABELLED = Path(__file__).parents[2] / "training" / "replies.tsv"
RIGHT, SAID = 0.95, 0.2
"""Least share of right ones among what is said, and of what is said among all."""


def replies(which: str) -> list[tuple[Reaction, str]]:
    """What was made of a suggestion, by somebody who read the answer, and the answer."""
    lines = [x for x in LABELLED.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    fields = [line.split("\t") for line in lines]
    return [(Reaction(made), text) for part, _, made, text in fields if part == which]


@pytest.mark.parametrize("which", ["a", "b"], ids=["the patterns were written on these", "and on none of these"])
def test_what_is_said_of_a_reaction_is_right(which: str) -> None:
    heard = Counter((made, reaction(text)[0]) for made, text in replies(which))
    said = {pair: n for pair, n in heard.items() if pair[1] is not Reaction.OPEN}
    assert sum(said.values()) >= SAID * heard.total()
    assert sum(n for (made, found), n in said.items() if made is found) >= RIGHT * sum(said.values())


@pytest.mark.parametrize(
    ("text", "made", "quote"),
    [
        ("Good idea, let's do that.", Reaction.TOOK_IT, "Good idea, let's do that."),
        ("I worried about the lock. But okay, fine, locks it is.", Reaction.TOOK_IT, "But okay, fine, locks it is."),
        ("Yes, nice. Hm, wait. No, I wouldn't do that.", Reaction.OBJECTED, "No, I wouldn't do that."),
        ("I don't think that's a good idea.", Reaction.OBJECTED, "I don't think that's a good idea."),
        ("Good idea, let's do that. Actually, no.", Reaction.OBJECTED, "Actually, no."),
        ("Good idea for one server. I wouldn’t use it here.", Reaction.OBJECTED, "I wouldn’t use it here."),
        ("If we'd do that, every write hits all nodes.", Reaction.OPEN, ""),
        ("Sure, can I ask how many phones there are?", Reaction.OPEN, ""),
        ("um, " * 60 + "x", Reaction.OPEN, ""),
        ("Yes, it's simple, but clocks differ by minutes.", Reaction.OPEN, ""),
        ("Then the phone keeps its own count.", Reaction.OPEN, ""),
        ("No idea how many there are, I'd count them.", Reaction.OPEN, ""),
        ("", Reaction.OPEN, ""),
    ],
)
def test_a_reaction_is_quoted_where_it_is_said(text: str, made: Reaction, quote: str) -> None:
    found, (start, end) = reaction(text)
    assert (found, text[start:end]) == (made, quote)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("I agreed too quickly about the evening. I would keep two weeks.", "I agreed too quickly about the evening."),
        ("I take that back.", "I take that back."),
        ("I'd take the driver back into the pool.", ""),
        ("I take it back to the team then.", ""),
    ],
)
def test_what_is_taken_back_is_quoted(text: str, back: str) -> None:
    start, end = withdrawal(text) or (0, 0)
    assert text[start:end] == back


def test_a_flat_no_at_the_beginning_is_an_objection_whatever_comes_after() -> None:
    said = (
        "I wouldn't. The complaints are about the sum over all teams. What would change my mind is five teams instead."
    )
    reacted, (start, end) = reaction(said)
    assert reacted is Reaction.OBJECTED and said[start:end].startswith("I wouldn't.")


def test_a_flat_no_that_turns_into_assent_is_assent() -> None:
    assert reaction("No. Hm, actually it would spare us the second store. Let's do that.")[0] is Reaction.TOOK_IT
