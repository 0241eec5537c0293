"""Who says that they told it before is heard to."""

import pytest

from sparring.listening.repeats import complains, reminds


@pytest.mark.parametrize(
    "said",
    ["I think I've just answered that: two weeks.", "Sorry, but I went through this earlier.", "I covered that."],
)
def test_who_has_answered_says_so(said: str) -> None:
    assert complains(said) and not reminds(said)


@pytest.mark.parametrize("said", ["Like I said, half of them were mine.", "Well, as I already mentioned, it fell."])
def test_who_reminds_says_so(said: str) -> None:
    assert reminds(said) and not complains(said)


@pytest.mark.parametrize("said", ["I answered every one of the forty mails myself.", "We covered the cost in a month."])
def test_an_answer_to_others_is_none_of_these(said: str) -> None:
    assert not complains(said) and not reminds(said)
