"""The rubric asks on the candidate's own words what people judged to fit such words (`training/quoted.py`)."""

import csv
from collections import defaultdict
from pathlib import Path

from sparring.bank import Bank
from sparring.engine.policies.deeper import fits

QUOTED = Path(__file__).parents[2] / "training" / "quoted.tsv"
FEW = 5
"""Judgements under which nothing is said of a question."""


def test_no_question_is_asked_that_people_judged_not_to_fit() -> None:
    signals = [signal for of_round in Bank().rubric().signals.values() for signal in of_round]
    asked = {(signal.id, each.ask): each.after for signal in signals for each in signal.deeper}
    judged = defaultdict(list)
    with QUOTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            after = asked.get((row["signal"], row["question"]))
            if after is not None and not row["asked"] and fits(after, row["quote"]):
                judged[row["signal"], row["question"]].append(row["fit"] == "Y")
    known = {question: sum(right) / len(right) for question, right in judged.items() if len(right) >= FEW}
    assert len(known) > len(asked) / 2
    assert {question: share for question, share in known.items() if share < 1 / 3} == {}
