"""Fits what `assessment/volunteering.py` looks at to what expert raters called volunteered.

    python training/volunteered.py CORPUS...

Prints `WEIGHTS` and `SIGNAL`, and how often they are right in cross-validation over sessions; what is printed goes
into src/sparring/assessment/volunteering.py by hand, after a look.
"""

import argparse
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np

from facts import fit
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
        values = features(transcript, turns[cited.turn], cited.quote, cited.signal)
        if cited.polarity is Polarity.PLUS and values is not None:
            which = [float(key == (transcript.round, cited.signal)) for key in SIGNAL]
            yield [*astuple(values), *which], float(cited.volunteered)


def fitted(x, y):
    """Weights of a logistic regression, the constant first."""
    return np.roll(fit(x[:, 1:], y, RIDGE), 1)


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
