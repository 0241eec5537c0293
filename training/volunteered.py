"""Fits what `assessment/volunteering.py` looks at to what expert raters called volunteered.

    python training/volunteered.py CORPUS...

Prints `WEIGHTS` and `SIGNAL`, and how often they are right in cross-validation over sessions; what is printed goes
into src/sparring/assessment/volunteering.py by hand, after a look.
"""

import argparse
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np

from sparring.assessment.asking import question_before
from sparring.assessment.corpus import read_corpus
from sparring.assessment.volunteering import SIGNAL, Features, features
from sparring.domain.evidence import Polarity

FOLDS = 5
RIDGE = 1.0


def rows(labelled):
    """(features and signal, volunteered) of every quote for a signal that an interviewer's turn came before."""
    transcript = labelled.transcript
    turns = {turn.i: turn for turn in transcript.candidate_turns}
    for cited in labelled.label.evidence:
        if cited.polarity is Polarity.PLUS and question_before(transcript, cited.turn) is not None:
            values = astuple(features(transcript, turns[cited.turn], cited.quote, cited.signal))
            which = [float(key == (transcript.round, cited.signal)) for key in SIGNAL]
            yield [*values, *which], float(cited.volunteered)


def fitted(x, y):
    """Weights of a logistic regression, by Newton's method; the constant is free, the rest held back a little."""
    w = np.zeros(x.shape[1])
    ridge = np.full(len(w), RIDGE)
    ridge[0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(ridge), x.T @ (y - p) - ridge * w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def main():
    """Reads the arguments and prints the numbers."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path, nargs="+")
    a = arg.parse_args()
    found = [(i, row) for i, x in enumerate(s for c in a.corpus for s in read_corpus(c)) for row in rows(x)]
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


if __name__ == "__main__":
    main()
