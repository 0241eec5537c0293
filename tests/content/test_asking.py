"""Drills that people found fitting are thought worth more than those that they did not.

The rows of `training/asked.tsv` on whose sessions nothing was fitted; `training/fitting.py` says how much more.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.engine import fitting
from sparring.engine.state import State
from sparring.listening import Listener
from sparring.session.planning import configure, plan_for

TRAINING = Path(__file__).parents[2] / "training"


def turns(bank: Bank, session: dict[str, object]) -> Iterator[State]:
    plan = plan_for(bank, configure(bank, Round.SYSTEM_DESIGN, question=str(session["question"])))
    listener, state = Listener(plan.round, plan.question, plan.topics), State.begin(plan)
    for turn in session["turns"]:  # type: ignore[attr-defined]
        if turn["speaker"] == "candidate":
            heard = listener.followed(turn["text"], listener.hear(turn["text"]))
            state = state.after_candidate(turn["text"], heard, float(turn["t"]))
            yield state


@pytest.fixture(scope="module")
def judged() -> list[tuple[bool, bool, float]]:
    """Whether each drill fits, whether it was told, and what it is thought to be worth."""
    bank, found = Bank(), []
    with (TRAINING / "asked.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["folder"] == "later"]
    for line in (TRAINING / "later" / "sessions.jsonl").read_text(encoding="utf-8").splitlines():
        session = json.loads(line)
        of = [row for row in rows if row["session"] == session["id"]]
        states = list(turns(bank, session)) if of else []
        for row in of:
            topic, side, k = row["drill"].split(":")
            signs = fitting.Talk(states[int(row["after"])], topic).signs(bank.topic(topic).facet(side), int(k))
            found.append((row["fit"] == "Y", row["told"] == "T", fitting.worth(signs)))
    return found


def test_drills_that_fit_and_are_new_are_worth_more(judged: list[tuple[bool, bool, float]]) -> None:
    assert len(judged) > 300
    good = mean(worth for fits, told, worth in judged if fits and not told)
    assert good > 1.2 * mean(worth for fits, told, worth in judged if not fits or told)


def test_what_is_thought_worth_asking_mostly_fits(judged: list[tuple[bool, bool, float]]) -> None:
    best = sorted(judged, key=lambda each: -each[2])[: len(judged) // 5]
    assert mean(fits for fits, _, _ in best) > 1.4 * mean(fits for fits, _, _ in judged)
