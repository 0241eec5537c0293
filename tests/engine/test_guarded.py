"""Key ideas are found as words, not as letters."""

import pytest

from sparring.domain.guarded import names


@pytest.mark.parametrize(
    ("text", "idea"),
    [("Use two heaps.", "heap"), ("a token-bucket", "token bucket"), ("Transform (OT) it", "OT"), ("SAGAS!", "saga")],
)
def test_an_idea_is_named(text: str, idea: str) -> None:
    assert names(text, idea)


@pytest.mark.parametrize(("text", "idea"), [("It is cheap.", "heap"), ("Do not.", "OT"), ("Undoing it", "undo")])
def test_letters_inside_of_a_word_name_nothing(text: str, idea: str) -> None:
    assert not names(text, idea)
