"""Fits how difficult each condition of the anchors is, to which of them experts saw met (`conditions.jsonl`).

    python training/conditions.py CORPUS... [--test CORPUS [--words]] [--write]

Prints `WEIGHTS` and `USUAL` for src/sparring/assessment/conditions.py, to be copied by hand after a look; with
`--write` puts the difficulties into content/rubric. With `--test` says what is ticked and what is called missing there,
how much of it is right, and how far a second group of experts agrees with the first (`conditions_again.jsonl`), all
with the numbers that are in force: write first, copy, then test; with `--words`, by the words of quotes alone. Sessions
that the weights were trained on are left out: their ratings are remembered, not read.
"""

import argparse
import json
import re
from collections import Counter
from dataclasses import astuple, fields, replace
from pathlib import Path

import numpy as np

from facts import fit_on
from sparring.assessment.anchoring import anchors, likely, signs
from sparring.assessment.assess import listened, material
from sparring.assessment.bench import question_of
from sparring.assessment.conditions import Signs, conditions
from sparring.assessment.corpus import read_corpus
from sparring.assessment.grading import Grade, grade
from sparring.bank import Bank
from sparring.listening.model import SignalModel

RIDGE = 1.0
"""What a difficulty is held to its anchor with: half a point below the rating that it belongs to."""

RUBRIC = Path(__file__).parents[1] / "content" / "rubric"


def labels(corpus, name="conditions.jsonl"):
    """By session, the (signal, condition) pairs that an expert saw met."""
    rows = map(json.loads, (corpus / name).read_text(encoding="utf-8").rstrip("\n").split("\n"))
    return {row["id"]: {(signal, text) for signal, met in row["met"].items() for text in met} for row in rows}


def graded(corpus, bank, model, only, *, unseen):
    """Every labelled session as (transcript, material, its grades)."""
    guides = [guide.body for guide in bank.guides().values()]
    for labelled in read_corpus(corpus):
        transcript = labelled.transcript
        if transcript.id not in only or (unseen and model.card.knows(transcript)):
            continue
        question, subjects = question_of(bank, transcript), bank.subjects(transcript.round)
        reading, heard = listened(transcript, model=model, question=question, topics=bank.topics())
        m = material(
            transcript,
            reading,
            question=question,
            topics=bank.topics(),
            subjects=subjects,
            guides=guides,
            heard=heard,
        )
        if not m.substance.nothing:
            yield transcript, m, [x for x in grade(m) if isinstance(x, Grade)]


def rows(corpora, bank, model):
    """(round, signal, condition, anchor's rating), signs and truth of every condition of a signal that was rated."""
    rubric = bank.rubric()
    for corpus in corpora:
        met = labels(corpus)
        for transcript, m, grades in graded(corpus, bank, model, met, unseen=True):
            for one in grades:
                signal = rubric.signal(transcript.round, one.signal)
                for rating in (2, 3, 4):
                    for x in conditions(signal, rating):
                        key = (transcript.round.value, one.signal, x.text, rating)
                        yield key, astuple(signs(x, one, m)), (one.signal, x.text) in met[transcript.id]


def fit(found):
    """(weights, usual signs, difficulty by condition) of a logistic regression."""
    keys = sorted({key for key, _, _ in found})
    index = {key: i for i, key in enumerate(keys)}
    x = np.array([signs_ for _, signs_, _ in found])
    y = np.array([float(met) for _, _, met in found])
    which = np.eye(len(keys))[[index[key] for key, _, _ in found]]
    usual = np.where([field.name == "rating" for field in fields(Signs)], 0.0, np.round(x.mean(0), 2))
    x = x - usual
    x[:, 0] -= [key[3] - 0.5 for key, _, _ in found]
    z = np.hstack([x, which])
    penalty = np.repeat([0.1, RIDGE], [x.shape[1], len(keys)])
    w = fit_on(z, y, penalty)
    weights = np.round(w[: x.shape[1]], 2)
    return weights, usual, {key: key[3] - 0.5 - w[x.shape[1] + i] / weights[0] for key, i in index.items()}


def write(difficulty):
    """Puts the difficulties below the conditions that they are of."""
    for file in RUBRIC.glob("*.toml"):
        signal = rating = ""
        lines = []
        for line in file.read_text(encoding="utf-8").split("\n"):
            if found := re.match(r'(id|rating) = "?(\w+)"?$', line):
                signal, rating = (found[2], rating) if found[1] == "id" else (signal, found[2])
            if line.startswith("difficulty = "):
                continue
            lines.append(line)
            if line.startswith("met_when = ") and rating in "234":
                texts = json.loads(line.removeprefix("met_when = "))
                values = [difficulty.get((file.stem, signal, text, int(rating))) for text in texts]
                if None not in values:
                    lines.append(f"difficulty = [{', '.join(f'{x:.1f}' for x in values)}]")
        file.write_text("\n".join(lines), encoding="utf-8")


def bare(signal):
    """The signal as if nobody had measured its conditions."""
    return replace(signal, anchors=tuple(replace(anchor, difficulty=()) for anchor in signal.anchors))


def test(corpus, bank, model, *, words):
    """Says how much of what is ticked and called missing is so."""
    met, rubric = labels(corpus), bank.rubric()
    count, of_round, sure = Counter(), Counter(), []
    for transcript, m, grades in graded(corpus, bank, model, met, unseen=False):
        for one in grades:
            signal = rubric.signal(transcript.round, one.signal)
            signal = bare(signal) if words else signal
            ticked = anchors(signal, one, m)
            for rating in range(2, min(4, one.value + 1) + 1):
                for x in conditions(signal, rating):
                    so = (one.signal, x.text) in met[transcript.id]
                    missing = x.text in (*ticked.missed, *ticked.unheard)
                    told = "ticked" if x.text in ticked.met else "missing" if missing else "silent"
                    count[told, so] += 1
                    of_round[transcript.round.value, told, so] += 1
                    sure.append((likely(x, one, m), so))
    all_met = sum(n for (_, so), n in count.items() if so)
    print(f"{len(sure)} conditions up to the next rating, {all_met / len(sure):.2f} of them met")
    print(f"ticked {_share(count, ('ticked',), True)}, {count['ticked', True] / all_met:.2f} of all that were met")
    print(f"called missing {_share(count, ('missing',), False)}")
    for round_ in sorted({key[0] for key in of_round}):
        print(
            f"  {round_}: ticked {_share(of_round, (round_, 'ticked'), True)}, "
            f"called missing {_share(of_round, (round_, 'missing'), False)}"
        )
    for low in np.arange(0, 1, 0.2):
        part = [so for chance, so in sure if low <= chance < low + 0.2 or chance == low + 0.2 == 1]
        if part:
            print(f"  likely {low:.1f} to {low + 0.2:.1f}: {np.mean(part):.2f} met ({len(part)})")
    if (corpus / "conditions_again.jsonl").exists():
        agreement(corpus, met, bank)


def _share(count, told, so):
    right, wrong = count[*told, so], count[*told, not so]
    return f"{right + wrong}, right {right / max(1, right + wrong):.2f}"


def agreement(corpus, met, bank):
    """How far two experts agree on which conditions were met."""
    again, rubric = labels(corpus, "conditions_again.jsonl"), bank.rubric()
    both = [
        ((signal.id, x.text) in met[labelled.transcript.id], (signal.id, x.text) in again[labelled.transcript.id])
        for labelled in read_corpus(corpus)
        if labelled.transcript.id in again
        for signal in rubric.signals[labelled.transcript.round]
        for rating in (2, 3, 4)
        for x in conditions(signal, rating)
    ]
    a, b = np.array(both).T
    same, chance = (a == b).mean(), a.mean() * b.mean() + (1 - a.mean()) * (1 - b.mean())
    print(f"two experts on {len(again)} sessions agree on {same:.2f} (kappa {(same - chance) / (1 - chance):.2f}):")
    print(
        f"  of what one saw met, the other did {b[a].mean():.2f}; of what one did not, neither {1 - b[~a].mean():.2f}"
    )


def main():
    """Reads the arguments, prints the numbers, and writes the difficulties."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path, nargs="*")
    arg.add_argument("--test", type=Path)
    arg.add_argument("--words", action="store_true")
    arg.add_argument("--write", action="store_true")
    a = arg.parse_args()
    bank, model = Bank(), SignalModel.load()
    if a.corpus:
        found = list(rows(a.corpus, bank, model))
        weights, usual, difficulty = fit(found)
        for name, values in (("WEIGHTS", weights), ("USUAL", usual)):
            told = ", ".join(f"{f.name}={x:.2f}" for f, x in zip(fields(Signs), values, strict=True))
            print(f"{name} = Signs({told})")
        print(f"{len(difficulty)} conditions, {len(found)} times looked for")
        if a.write:
            write(difficulty)
    if a.test:
        test(a.test, bank, model, words=a.words)


if __name__ == "__main__":
    main()
