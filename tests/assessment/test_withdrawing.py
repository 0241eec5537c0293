"""A figure that was taken back is no evidence; one that was stood by is."""

import pytest

from sparring.assessment.withdrawing import figures, rests_on, withdrawn
from sparring.domain.round import Round
from sparring.domain.transcript import Transcript
from tests.assessment.scene import talk

GAVE = "We turned off the old service in June and saved something like four hundred thousand a year."


def told(taken_back: str) -> Transcript:
    return talk(
        Round.BEHAVIORAL, "A migration", "i What came of it?", f"c {GAVE}", "i Who measured that?", f"c {taken_back}"
    )


@pytest.mark.parametrize(
    "taken_back",
    [
        "I said four hundred thousand a year saved. Actually, that figure came off a slide, I don't stand by it.",
        "The 400,000? Honestly, I never checked it against the bill.",
        "four hundred thousand um no that number isn't mine",
        "I'd take that number back, the 400k.",
    ],
)
def test_a_quote_with_a_figure_that_was_taken_back_is_worth_nothing(taken_back: str) -> None:
    found = withdrawn(told(taken_back))
    assert 400_000 in {x.value for x in found}
    assert rests_on(1, 0, GAVE, "outcome", found)
    assert not rests_on(1, 0, GAVE, "ownership", found)
    assert not rests_on(1, 0, "We went from 11 to 3 rollbacks a month.", "outcome", found)


@pytest.mark.parametrize(
    "stood_by",
    [
        "I ran the query myself over the bills of May and July, 400,000.",
        "I don't stand by that decision any more, whatever the 400,000 say.",
        "It came from the cloud bill, four hundred thousand, and finance checked it.",
        "I never checked the 12 regions that had no traffic.",
    ],
)
def test_what_is_stood_by_stays(stood_by: str) -> None:
    assert not rests_on(1, 0, GAVE, "outcome", withdrawn(told(stood_by)))


def test_a_figure_that_is_given_anew_after_it_was_taken_back_counts(
    taken_back: str = "I made that number up, 400,000.",
) -> None:
    again = "From the bill it is 400,000 after all."
    round_ = talk(Round.BEHAVIORAL, "A migration", f"c {GAVE}", f"c {taken_back}", f"c {again}")
    assert rests_on(0, 0, GAVE, "outcome", withdrawn(round_))
    assert not rests_on(2, 0, again, "outcome", withdrawn(round_))


def test_figures_are_read_in_digits_and_in_words() -> None:
    assert figures("four hundred thousand, 12 and one") == {400_000.0, 12.0}
