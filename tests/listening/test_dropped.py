"""Beginning anew, and what only sounds so."""

import pytest

from sparring.listening.dropped import drops


@pytest.mark.parametrize(
    "text",
    [
        "It saves something I haven't shown is a problem. I'm throwing it away.",
        "okay so i think i have to start over",
        "Scrap it. One rule, one path, two indexes.",
        "I'm going to redo the whole middle.",
        "I'll rip it up, it's ten minutes.",
    ],
)
def test_who_begins_anew_says_so(text: str) -> None:
    assert drops(text)


@pytest.mark.parametrize(
    "text",
    [
        "If it is left with the same artist at the end, then you start over.",
        "The writer throws it away and starts over, like a seqlock.",
        "So I said I'd do it in the loop, forget that, it's a helper.",
        "I usually delete the folder and it works.",
        "The buckets have thrown that away.",
    ],
)
def test_what_the_code_does_is_no_beginning_anew(text: str) -> None:
    assert not drops(text)
