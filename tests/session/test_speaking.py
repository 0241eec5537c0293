"""Turns that were spoken: kept with what is unsure in them, corrected until the round is over."""

from datetime import UTC, datetime

import pytest

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.session import fold
from sparring.session.conductor import Conductor
from sparring.session.errors import NotCorrectable
from sparring.session.planning import configure
from sparring.store import Store

HEARD = "I would put a Redis cash in front of it, with a time to live of one hour."
SAID = "I would put a Redis cache in front of it, with a time to live of one hour."
CASH = (HEARD.index("cash"), HEARD.index("cash") + 4)


@pytest.fixture
def round_(store: Store, bank: Bank) -> Conductor:
    config = configure(bank, Round.SYSTEM_DESIGN, seed=3)
    begun = Conductor.begin(store, bank, config, "s1", datetime(2026, 1, 1, tzinfo=UTC))
    begun.open(0)
    return begun


def spoken(conductor: Conductor) -> int:
    """`seq` of the last turn of the candidate."""
    return [event.seq for event in conductor.events if event.kind == fold.CANDIDATE][-1]


def test_a_spoken_turn_keeps_what_is_unsure_in_it(round_: Conductor) -> None:
    round_.say(HEARD, 30, unsure=[CASH, (70, 900), (5, 5)])
    (turn,) = round_.transcript.candidate_turns
    assert turn.unsure == (CASH,)
    round_.say("And typed.", 60)
    assert round_.transcript.candidate_turns[-1].unsure == ()


def test_where_characters_are_counted_in_another_way_nothing_is_marked(round_: Conductor) -> None:
    round_.say("\U0001f642 " + HEARD, 30, unsure=[CASH])
    assert round_.transcript.candidate_turns[0].unsure == ()


def test_a_corrected_turn_is_as_if_it_had_been_heard_right(round_: Conductor, store: Store, bank: Bank) -> None:
    round_.say(HEARD, 30, unsure=[CASH])
    assert "cache" not in {mention.topic for mention in round_.state.said[-1].heard.mentions}
    round_.correct(spoken(round_), SAID, 40)
    (turn,) = round_.transcript.candidate_turns
    assert (turn.text, turn.unsure) == (SAID, ())
    assert round_.state.said[-1].text == SAID
    assert "cache" in {mention.topic for mention in round_.state.said[-1].heard.mentions}
    # The log keeps both, and whoever reads it again finds the same.
    assert HEARD in {event.payload.get("text") for event in store.events("s1")}
    again = Conductor.resume(store, bank, "s1")
    assert again.transcript == round_.transcript
    assert again.state == round_.state


def test_the_last_correction_counts(round_: Conductor) -> None:
    round_.say(HEARD, 30, unsure=[CASH])
    round_.correct(spoken(round_), "Something else.", 40)
    round_.correct(spoken(round_), SAID, 50)
    assert round_.transcript.candidate_turns[0].text == SAID


def test_a_retake_from_before_a_correction_has_the_corrected_words(round_: Conductor, store: Store, bank: Bank) -> None:
    round_.say(HEARD, 30, unsure=[CASH])
    round_.say(HEARD, 60, unsure=[CASH])
    first, second = [event.seq for event in round_.events if event.kind == fold.CANDIDATE]
    round_.correct(first, SAID, 70)
    round_.correct(second, SAID, 70)
    again = Conductor.retake(store, bank, "s1", 45, "s2", datetime(2026, 1, 2, tzinfo=UTC))
    assert [turn.text for turn in again.transcript.candidate_turns] == [SAID]
    assert again.state.said[-1].text == SAID
    assert Conductor.resume(store, bank, "s2").transcript == again.transcript


def test_only_spoken_turns_can_be_corrected(round_: Conductor) -> None:
    round_.say(HEARD, 30)
    for turn in (spoken(round_), 0, 1, 999):
        with pytest.raises(NotCorrectable, match="said aloud"):
            round_.correct(turn, SAID, 40)
    assert not [event for event in round_.events if event.kind == fold.CORRECTED]


def test_after_the_close_there_is_time_to_correct_and_after_the_end_there_is_not(round_: Conductor) -> None:
    round_.say(HEARD, 30, unsure=[CASH])
    round_.end(60)
    round_.correct(spoken(round_), SAID, 70)
    assert round_.transcript.candidate_turns[0].text == SAID
    round_.leave_out_view(80)
    round_.correct(spoken(round_), "Too late.", 90)
    assert round_.transcript.candidate_turns[0].text == SAID
