"""From the recognizer's words to a text with what is unsure in it."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.domain.round import Round
from sparring.voice.confusions import TECHNICAL, mended
from sparring.voice.recognizer import Recognized, _prompt, recognized
from sparring.voice.vocabulary import LIKELY, vocabulary

DESIGN = vocabulary(Round.SYSTEM_DESIGN, "A feed")


@dataclass(frozen=True)
class Word:
    word: str
    probability: float = 0.9


def unsure(said: Recognized) -> list[str]:
    return [said.text[begin:end] for begin, end in said.unsure]


def test_words_that_are_unlikely_are_marked_without_their_stops() -> None:
    said = recognized([Word(" I"), Word(" paged", 0.3), Word(" Sylvain.", 0.2), Word(" Then"), Word(" slept,", 0.1)])
    assert said.text == "I paged Sylvain. Then slept,"
    assert unsure(said) == ["paged Sylvain", "slept"]


def test_pieces_of_one_word_are_marked_as_one() -> None:
    said = recognized([Word(" re", 0.4), Word("-try", 0.4), Word(" storm")])
    assert unsure(said) == ["re-try"]


@pytest.mark.parametrize(
    ("heard", "said", "marked"),
    [
        ("a Redis cash in front", "a Redis cache in front", ["cache"]),
        ("ten million rights a day", "ten million writes a day", ["writes"]),
        ("12,000 queers per second", "12,000 queries per second", ["queries"]),
        ("a relay to Q, three Qs by class", "a relay to queue, three queues by class", ["queue", "queues"]),
        ("the key 99 is 300", "the p99 is 300", ["p99"]),
        ("P-99 latency", "p99 latency", []),
        ("we pay cash on delivery", "we pay cash on delivery", []),
        ("you have the right to be forgotten", "you have the right to be forgotten", []),
        ("let me give it a try and see", "let me give it a try and see", []),
        ("QPS is 40", "QPS is 40", []),
    ],
)
def test_what_a_technical_word_is_taken_for(heard: str, said: str, marked: list[str]) -> None:
    text, stretches = mended(heard, (), TECHNICAL)
    assert text == said
    assert [text[begin:end] for begin, end in stretches] == marked


def test_what_is_unsure_beside_a_replaced_word_stays_marked() -> None:
    said = recognized([Word(" Redis", 0.3), Word(" cash", 0.2), Word(" misses", 0.4), Word(" once.")], DESIGN)
    assert said.text == "Redis cache misses once."
    assert unsure(said) == ["Redis", "cache", "misses"]


def test_stories_are_left_as_they_were_heard() -> None:
    said = recognized(
        [Word(" We"), Word(" ran"), Word(" out"), Word(" of"), Word(" cash.")], vocabulary(Round.BEHAVIORAL, "")
    )
    assert said == Recognized("We ran out of cash.")


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["cash", "Q", "Qs", "the try", "p 99", "rights a day", "of", "10,", "Redis."]),
            st.booleans(),
        ),
        max_size=12,
    )
)
def test_every_mark_lies_on_a_word_wherever_words_were_replaced(words: list[tuple[str, bool]]) -> None:
    said = recognized([Word(f" {word}", 0.1 if low else 0.9) for word, low in words], DESIGN)
    assert all(begin < end <= len(said.text) for begin, end in said.unsure)
    assert all(said.text[begin:end] == said.text[begin:end].strip() for begin, end in said.unsure)
    assert all(one[1] <= other[0] for one, other in zip(said.unsure, said.unsure[1:], strict=False))


def test_what_is_read_before_listening_is_short_and_ends_with_what_was_said() -> None:
    before = "word " * 200 + "and that is the end"
    prompt = _prompt(LIKELY[Round.SYSTEM_DESIGN], before)
    assert prompt.endswith("and that is the end")
    assert len(prompt) < 1000
    assert _prompt((), "") == ""
