"""What was said by people who had not seen the bank finds what the bank has.

`training/clarifying.tsv`: questions of candidates who knew the statement alone, each with the fact that answers it
(`none` where none does), labelled by somebody else. The rule by meaning was fitted on them, so this is a smoke test;
what is held out is printed by `training/facts.py`. `phrasings.tsv`:
answers to drills by somebody who knew a facet's title and its senior answer, but none of its phrasings: two good ones,
one that only names it, one about another side of the topic.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sparring.bank import Bank
from sparring.domain.guarded import names
from sparring.domain.heard import Depth
from sparring.domain.round import Round
from sparring.listening import Listener
from sparring.listening.model import SignalModel

HERE = Path(__file__).parent
FITTED_ON = HERE.parents[1] / "training" / "clarifying.tsv"


def rows(file_: Path) -> Iterator[dict[str, str]]:
    with file_.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def answered(listener: Listener, row: dict[str, str]) -> str:
    """Id of the fact that the interviewer would tell first; `none` where they would say to assume something."""
    return next((fact for fact in listener.hear(row["asked"]).facts if fact is not None), "none")


def outcomes_of(bank: Bank, meaning: SignalModel | None) -> Counter[str]:
    """How many questions find their fact, are declined, or are told something else."""
    listeners: dict[str, Listener] = {}
    outcomes: Counter[str] = Counter()
    for row in rows(FITTED_ON):
        question = bank.question(row["question"])
        listener = listeners.setdefault(question.id, Listener(question.round, question, {}, meaning))
        got = answered(listener, row)
        right = {row["fact"], *filter(None, (row["also_right"] or "").split(","))}
        outcomes["declined" if got == "none" else "right" if got in right else "wrong"] += 1
    return outcomes


def test_clarifying_questions_find_their_fact_or_are_honestly_declined(bank: Bank, model: SignalModel) -> None:
    outcomes = outcomes_of(bank, model)
    total = outcomes.total()
    assert total >= 600
    assert outcomes["wrong"] <= 0.03 * total, outcomes
    assert outcomes["right"] + outcomes["declined"] >= 0.9 * total
    assert outcomes["right"] >= 0.38 * total, outcomes


def test_words_alone_do_where_no_model_runs(bank: Bank) -> None:
    outcomes = outcomes_of(bank, None)
    assert outcomes["wrong"] <= 0.05 * outcomes.total(), outcomes
    assert outcomes["right"] >= 0.35 * outcomes.total(), outcomes


def test_facets_are_heard_as_covered_in_anybodys_words(bank: Bank) -> None:
    topics = bank.topics()
    listener = Listener(Round.SYSTEM_DESIGN, bank.question("news_feed"), topics)
    outcomes: Counter[tuple[bool, bool]] = Counter()
    for row in rows(HERE / "phrasings.tsv"):
        topic, facet = topics[row["topic"]], topics[row["topic"]].facet(row["facet"])
        asked = f"{facet.drills[0]} ({topic.heard_as[0]})"
        heard = listener.hear(row["said"], asked, (topic.id, facet.id))
        covered = any(
            each.topic == topic.id and each.facet == facet.id and each.depth is Depth.COVERED for each in heard.mentions
        )
        outcomes[row["kind"] == "good", covered] += 1
    assert outcomes.total() >= 600
    true, false, missed = outcomes[True, True], outcomes[False, True], outcomes[True, False]
    assert 2 * true / (2 * true + false + missed) >= 0.8, outcomes


def test_no_drill_of_a_questions_topics_names_its_key_ideas(bank: Bank) -> None:
    leaks = [
        (name, topic, idea, drill)
        for name in bank.questions()
        for topic in bank.question(name).topics
        for facet in bank.topic(topic).facets
        for drill in (*facet.drills, *([facet.misbelief.exposed_by] if facet.misbelief else []))
        for idea in bank.question(name).guarded
        if names(drill, idea)
    ]
    assert leaks == []
