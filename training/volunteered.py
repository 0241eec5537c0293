"""Fits how `assessment/volunteering.py` tells what was volunteered, to what expert raters called so.

    python training/volunteered.py CORPUS... [--test CORPUS] [--weights FOLDER]

Prints `WEIGHTS` and `SIGNAL` of a regression over what rules look at, and how often it is right in cross-validation
over sessions; what is printed goes into src/sparring/assessment/volunteering.py by hand, after a look. With
`--weights`, writes `unasked.npz` to a folder that export.py made and adds it to its card: a head over the vectors of a
quote and of the turn of the interviewer's before it, on top of those numbers; a quarter of an hour on two cores. With
`--test`, says how often both together are right there.
"""

import argparse
import hashlib
import json
from collections import defaultdict
from dataclasses import astuple, fields
from pathlib import Path
from typing import NamedTuple

import numpy as np

from facts import fit, fit_on
from sparring.assessment.assess import opening
from sparring.assessment.bench import question_of
from sparring.assessment.corpus import read_corpus
from sparring.assessment.substance import heard_of
from sparring.assessment.volunteering import LIKELY, SIGNAL, Features, by_rule, features
from sparring.bank import Bank
from sparring.domain.evidence import Polarity
from sparring.listening.model.encoder import Encoder
from sparring.listening.model.heads import SIGNAL_HEADS
from sparring.listening.model.readout import Unasked
from sparring.listening.model.signal_model import WEIGHTS, vectors

FOLDS = 5
RIDGE = 1.0
FILES = ("labels.jsonl", "again.jsonl")
COMPONENTS, OF_A_SIGNAL = 48, 24
"""Principal components of a vector that the head looks at, and for each signal apart."""

PENALTY, SIGNAL_PENALTY = 10.0, 50.0
SAMPLE = 6000
"""Quotes whose components are taken."""


class Quote(NamedTuple):
    """A quote for a signal, cited by a rater."""

    head: int
    rule: float
    said: np.ndarray
    asked: np.ndarray
    volunteered: float


def rows(labelled):
    """(features and signal, volunteered) of every quote for a signal that an interviewer's turn came before."""
    transcript = labelled.transcript
    for cited, values in seen(labelled):
        which = [float(key == (transcript.round, cited.signal)) for key in SIGNAL]
        yield [*astuple(values), *which], float(cited.volunteered)


def seen(labelled):
    """Every quote for a signal that an interviewer's turn came before, with what rules look at."""
    transcript = labelled.transcript
    turns = {turn.i: turn for turn in transcript.candidate_turns}
    for cited in labelled.label.evidence:
        values = features(transcript, turns[cited.turn], cited.quote, cited.signal)
        if cited.polarity is Polarity.PLUS and values is not None:
            yield cited, values


def quotes(labels, encoder, bank):
    """The quotes of a session, by each of its labels, with their vectors."""
    transcript = heard_of(labels[0].transcript)
    spans, said, asked = vectors(encoder, transcript, opening(transcript, question_of(bank, transcript)))
    text = {turn.i: turn.text for turn in transcript.candidate_turns}
    for cited, values in (one for labelled in labels for one in seen(labelled)):
        start = text[cited.turn].find(cited.quote)
        end = start + len(cited.quote)
        over = [k for k, (turn, a, b) in enumerate(spans) if turn == cited.turn and a < end and start < b]
        if over and asked[over[0]].any():
            head = SIGNAL_HEADS.index((transcript.round, cited.signal))
            rule = by_rule(values, transcript.round, cited.signal)
            yield Quote(head, rule, said[over].mean(0), asked[over[0]], float(cited.volunteered))


def fitted(x, y):
    """Weights of a logistic regression, the constant first."""
    return np.roll(fit(x[:, 1:], y, RIDGE), 1)


def components(vectors_, count):
    """(mean, matrix) that take a vector to its principal components at variance 1."""
    mean = vectors_.mean(0)
    some = np.random.default_rng(0).permutation(len(vectors_))[:SAMPLE]
    _, size, rows_ = np.linalg.svd(vectors_[some] - mean, full_matrices=False)
    return mean, (rows_[:count] / (size[:count, None] / np.sqrt(len(some)))).T


def head_of(found):
    """The head's arrays: `said` (768), `asked` (signals, 768), `bias` (signals)."""
    said, asked = (np.array([getattr(q, side) for q in found]) for side in ("said", "asked"))
    (said_mean, onto_said), (asked_mean, onto_asked) = components(said, COMPONENTS), components(asked, COMPONENTS)
    a, b = (said - said_mean) @ onto_said, (asked - asked_mean) @ onto_asked
    which = np.eye(len(SIGNAL_HEADS))[[q.head for q in found]]
    each = (which[:, :, None] * b[:, None, :OF_A_SIGNAL]).reshape(len(found), -1)
    x = np.hstack([a, b, each, which])
    penalty = np.repeat([PENALTY, SIGNAL_PENALTY, 1.0], [2 * COMPONENTS, each.shape[1], len(SIGNAL_HEADS)])
    w = fit_on(x, np.array([q.volunteered for q in found]), penalty, np.array([q.rule for q in found]))
    own, all_, signal, bias = np.split(w, np.cumsum([COMPONENTS, COMPONENTS, each.shape[1]]))
    asks = np.tile(all_, (len(SIGNAL_HEADS), 1))
    asks[:, :OF_A_SIGNAL] += signal.reshape(len(SIGNAL_HEADS), OF_A_SIGNAL)
    said_, asked_ = onto_said @ own, asks @ onto_asked.T
    return {"said": said_, "asked": asked_, "bias": bias - said_mean @ said_ - asked_ @ asked_mean}


def right(name, found, odds):
    """Says how often log-odds call what was volunteered by its name."""
    truth, said = np.array([q.volunteered for q in found]), 1 / (1 + np.exp(-odds)) >= LIKELY
    print(
        f"{name}: right {(said == truth).mean():.3f}, of what is called volunteered {truth[said].mean():.3f}, "
        f"of what is {truth[said].sum() / truth.sum():.3f} found"
    )


def by_rules(corpora):
    """Fits and prints the numbers of the rules."""
    found = [(i, row) for i, x in enumerate(s for c in corpora for s in read_corpus(c)) for row in rows(x)]
    fold = np.array([i % FOLDS for i, _ in found])
    x, y = np.array([row[0] for _, row in found]), np.array([row[1] for _, row in found])
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = 1 / (1 + np.exp(-x[fold == k] @ fitted(x[fold != k], y[fold != k])))
    w = fitted(x, y)
    print("WEIGHTS", {f.name: round(float(v), 2) for f, v in zip(fields(Features), w, strict=False)})
    print(
        "SIGNAL",
        {(str(k[0]), k[1]): round(float(v), 2) for k, v in zip(SIGNAL, w[len(fields(Features)) :], strict=True)},
    )
    print(f"{len(y)} quotes, {y.mean():.2f} volunteered")
    for likely in (0.45, 0.5, 0.55, 0.6):
        said = p >= likely
        print(f"from {likely}: right {(said == y).mean():.3f}, of what is called volunteered {y[said].mean():.3f}")


def every(corpora, encoder, bank):
    """The quotes of all raters in FILES."""
    for corpus in corpora:
        by_session = defaultdict(list)
        for file in FILES:
            for labelled in read_corpus(corpus, file) if (corpus / file).exists() else ():
                by_session[labelled.transcript.id].append(labelled)
        for labels in by_session.values():
            yield from quotes(labels, encoder, bank)


def main():
    """Reads the arguments, prints the numbers, and writes the head."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path, nargs="*")
    arg.add_argument("--test", type=Path)
    arg.add_argument("--weights", type=Path)
    a = arg.parse_args()
    if a.corpus:
        by_rules(a.corpus)
    bank, folder = Bank(), a.weights or WEIGHTS
    encoder = Encoder(folder)
    if a.weights:
        arrays = head_of(list(every(a.corpus, encoder, bank)))
        np.savez_compressed(folder / "unasked.npz", **{name: x.astype(np.float32) for name, x in arrays.items()})
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
        card["files"]["unasked.npz"] = hashlib.sha256((folder / "unasked.npz").read_bytes()).hexdigest()
        (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    if a.test:
        found = [q for x in read_corpus(a.test) for q in quotes([x], encoder, bank)]
        rule = np.array([q.rule for q in found])
        said, asked = np.array([q.said for q in found]), np.array([q.asked for q in found])
        lean = Unasked.load(folder / "unasked.npz")(said, asked)[np.arange(len(found)), [q.head for q in found]]
        right("by rules", found, rule)
        right("with the model", found, rule + lean)


if __name__ == "__main__":
    main()
