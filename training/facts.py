"""Fits the rule that tells which fact answers a clarifying question: `python training/facts.py`.

Reads `training/clarifying.tsv` (questions by people who had not seen the facts, labelled by somebody else), prints what
cross-validation over questions of the bank comes to, the threshold at which three in a hundred are answered wrongly,
how often a fact is told with the question that it answers ("if you mean ..."), how often the interviewer asks back
("do you mean ...?") and offers what was meant, and the numbers that belong into
`listening/meant.py`. Needs numpy and the shipped weights alone.
"""

import csv
from pathlib import Path

import numpy as np

from sparring.bank import Bank
from sparring.listening.meant import AS_NEAR, NEAR, PROBABLE, MeantFacts
from sparring.listening.model import SignalModel
from sparring.listening.questions import split

FOLDS, SEEDS, RIDGE, WRONG = 6, 3, 0.3, 0.03
STEPS, SMALL = 60, 1e-10
"""Steps of a fit at most, and the change of a weight below which there is nothing left to fit."""


def described(bank: Bank, rows: list[dict[str, str]]) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """(question of the bank, features by fact, whether each fact is a right answer) of every row."""
    model, prepared, found = SignalModel.load(), {}, []
    for row in rows:
        facts = bank.question(row["question"]).facts
        known = prepared.setdefault(row["question"], MeantFacts(facts, model))
        parts = split(row["asked"]) or (row["asked"],)
        features = known.features(parts[0], row["asked"] if len(parts) == 1 else "")
        right = {row["fact"], *filter(None, (row["also_right"] or "").split(","))}
        if features:
            found.append((row["question"], np.array(features), np.array([fact.id in right for fact in facts])))
    return found


def fit(features: np.ndarray, right: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Weights and bias of a ridge-penalised logistic regression."""
    x = np.hstack([features, np.ones((len(features), 1))])
    return fit_on(x, right, np.array([ridge] * features.shape[1] + [0.0]))


def fit_on(x: np.ndarray, right: np.ndarray, penalty: np.ndarray, offset: np.ndarray | float = 0.0) -> np.ndarray:
    """Weights of a logistic regression by Newton's method, each with a penalty of its own, on top of log-odds that are
    given."""
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-offset - x @ weights))
        gradient = x.T @ (chance - right) + penalty * weights
        curvature = (x * (chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        weights = weights - step
        if np.abs(step).max() < SMALL:
            break
    return weights


def chances(features: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-(features @ weights[:-1] + weights[-1])))


def main() -> None:
    bank = Bank()
    with (Path(__file__).parent / "clarifying.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    data = described(bank, rows)
    names = sorted({name for name, _, _ in data})
    outcomes = []
    for seed in range(SEEDS):
        order = np.random.default_rng(seed).permutation(len(names))
        for fold in range(FOLDS):
            held = {names[i] for i in order[fold::FOLDS]}
            train = [row for row in data if row[0] not in held]
            weights = fit(np.vstack([x for _, x, _ in train]), np.concatenate([y for _, _, y in train]))
            for name, x, y in data:
                if name in held:
                    chance = chances(x, weights)
                    first, second = np.argsort(-chance)[:2]
                    two = chance[second] >= AS_NEAR * chance[first]
                    among = bool(y[first] or (two and y[second]))
                    outcomes.append((float(chance[first]), bool(y[first]), among, bool(two)))
    outcomes.sort(reverse=True)
    wrong = right = most = 0
    threshold = 1.0
    for chance, ok, _, _ in outcomes:
        right, wrong = right + ok, wrong + (not ok)
        if wrong <= WRONG * len(rows) * SEEDS:
            most, threshold = right, chance
    answerable = sum(row["fact"] != "none" for row in rows)
    print(
        f"held out: {most / SEEDS:.0f} of {answerable} answered rightly at {WRONG:.0%} wrong; LIKELY = {threshold:.2f}"
    )
    unsure = [x for x in outcomes if NEAR <= x[0] < threshold]
    others = [(among, chance >= PROBABLE and not two) for chance, _, among, two in unsure]
    told, near = ([among for among, probable in others if probable is which] for which in (True, False))
    print(f"told with the question it answers: {len(told) / SEEDS:.0f} others, {sum(told) / SEEDS:.0f} rightly")
    print(f"asked back: {len(near) / SEEDS:.0f} others, the right fact among those offered for {sum(near) / SEEDS:.0f}")
    weights = fit(np.vstack([x for _, x, _ in data]), np.concatenate([y for _, _, y in data]))
    print("_WEIGHTS = (" + ", ".join(f"{w:.2f}" for w in weights[:-1]) + f")\n_BIAS = {weights[-1]:.2f}")


if __name__ == "__main__":
    main()
