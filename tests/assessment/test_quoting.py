import pytest

from sparring.assessment.quoting import LONGEST, trimmed, whole
from sparring.listening.model.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "We got from 95.1 percent to 99.95 percent of checks on time after the change. Then I left it.",
        "The error rate fell to 0.2 percent, e.g. two in a thousand requests. I told the team.",
        "I compared Redis vs. Memcached on price first. Redis won that one.",
        "It costs 1.5 dollars per 10.25 million calls, i.e. nothing at all for us.",
    ],
)
def test_no_quote_stops_inside_a_number_or_an_abbreviation(text: str) -> None:
    for piece in sentences(text):
        start, end = whole(text, *piece)
        assert start == 0 or text[start - 2 : start] == ". "
        assert end == len(text) or text[end : end + 2].strip() in {"T", "I", "R"}, text[start:end]


def test_a_number_in_words_is_never_cut_in_two() -> None:
    text = (
        "Compression and deduplication inside a firm give me maybe a factor of two and a half on the stored bytes, and"
        " old versions put back a factor of about one point seven, so I end up at around six hundred petabytes logical,"
        " and with erasure coding at one point four it is about eight hundred and fifty petabytes of raw disk."
    )
    for piece in sentences(text):
        start, end = whole(text, *piece)
        said = text[start:end]
        assert "eight hundred and fifty petabytes" in said or ("fifty" not in said and "hundred" not in said), said


def test_a_long_sentence_is_cut_at_a_pause_that_is_no_abbreviation() -> None:
    words = ["word"] * 60
    words[24], words[34] = "here,", "e.g."
    text = " ".join(words)
    start, end = trimmed(text, 0, len(text))
    assert text[start:end].endswith("here")


def test_a_long_sentence_without_a_pause_never_ends_on_a_number() -> None:
    words = ["word"] * 60
    words[LONGEST - 1] = "12.5"
    text = " ".join(words)
    start, end = trimmed(text, 0, len(text))
    assert text[start:end].endswith("word") and len(text[start:end].split()) == LONGEST - 1
