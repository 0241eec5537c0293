"""Who asks, and how, never changes a rating."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from evals.play import play

from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.event import Event
from sparring.domain.interviewer import RECEIPTS, WORDINGS, Interviewer
from sparring.domain.round import Round
from sparring.interviewer.plain import SAYING
from sparring.interviewer.wording import word
from sparring.session import fold
from sparring.session.debriefing import debriefed
from sparring.store import Store


def in_the_words_of(interviewer: Interviewer, events: Sequence[Event], seed: int) -> Iterator[Event]:
    """The same session, with every move worded by somebody else."""
    spoken: list[str] = []
    for event in events:
        if event.kind != fold.INTERVIEWER:
            yield event
            continue
        move = fold.move_of_json(fold.payload_of(event)["move"])
        text = word(move, interviewer, seed=seed, spoken=spoken)
        spoken.append(move.wording)
        yield replace(event, payload={**event.payload, "text": text})


def rated(debrief: Debrief) -> object:
    """Everything that a debrief judges."""
    return debrief.scores, debrief.altitude, debrief.verdict, debrief.mistakes


@pytest.mark.parametrize("round_", [Round.SYSTEM_DESIGN, Round.BEHAVIORAL])
def test_the_same_round_in_other_words_is_rated_the_same(round_: Round, bank: Bank, tmp_path: Path) -> None:
    with Store.open(tmp_path / "sparring.db") as store:
        held = play(store, bank, "strong", round_, minutes=20)
    title = held.conductor.plan.question.title
    worded = {
        who: fold.transcript_of("s", title, list(in_the_words_of(interviewer, held.events, seed)))
        for seed, (who, interviewer) in enumerate(bank.interviewers().items())
    }
    assert len({" ".join(turn.text for turn in transcript.turns) for transcript in worded.values()}) == len(worded)
    first, *others = (rated(debriefed(bank, transcript)) for transcript in worded.values())
    assert all(other == first for other in others)


def test_every_wording_without_a_slot_has_plain_words() -> None:
    assert set(SAYING) == {key for key, slots in WORDINGS.items() if not slots} - {*RECEIPTS}
