from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sparring.listening.model.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentences(text)]


def test_a_sentence_ends_at_its_mark() -> None:
    assert cut("I wrote the change myself. Then I pressed the button! Why did it fail?") == [
        "I wrote the change myself.",
        "Then I pressed the button!",
        "Why did it fail?",
    ]


def test_a_crumb_joins_the_sentence_before() -> None:
    assert cut("It was about forty percent. Yes, really. We had a dedupe step.") == [
        "It was about forty percent. Yes, really.",
        "We had a dedupe step.",
    ]


def test_speech_without_marks_is_cut_every_25_words() -> None:
    words = [f"w{i}" for i in range(60)]
    assert [len(x.split()) for x in cut(" ".join(words))] == [25, 25, 10]


@given(st.text(alphabet="ab .!?\n", max_size=300))
def test_spans_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    letters = sum(c in "ab" for c in text)
    assert sum(c in "ab" for a, b in spans for c in text[a:b]) == letters
