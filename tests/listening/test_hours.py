"""A peak is not held against an average."""

import pytest

from sparring.listening.hours import of_another_hour

AVERAGE, PEAK = "Requests per second, average", "Requests per second, peak"


@pytest.mark.parametrize(
    ("name", "sentence", "other"),
    [
        (AVERAGE, "That is your six times, so about fourteen thousand searches per second", True),
        (AVERAGE, "On Sunday at the peak we serve ten thousand requests per second", True),
        (AVERAGE, "We serve ten thousand requests per second", False),
        (AVERAGE, "Ten thousand per second on average, and four times that at the peak", False),
        (PEAK, "On an ordinary day it is a hundred requests per second", True),
        (PEAK, "At the peak it is a hundred requests per second", False),
        ("Objects kept", "At the peak there are a billion objects", False),
    ],
)
def test_a_sentence_speaks_of_one_hour(name: str, sentence: str, other: bool) -> None:
    assert of_another_hour(name, sentence) is other
