"""Fits the rule that says whether an answer to a drill holds: `python training/drills.py`.

Reads `training/drilled.tsv` (answers to drills of the bank in two sets, each by somebody who knew the question alone,
labelled by others), prints how often the rule that hears topics is right alone, what both come to on one set when
fitted on the other, and the numbers that belong into `assessment/holding.py`. Needs numpy and the shipped weights.
"""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from facts import chances, fit
from sparring.assessment import holding
from sparring.assessment.drilling import point
from sparring.bank import Bank
from sparring.domain.heard import Depth
from sparring.domain.round import Altitude, Round
from sparring.domain.topic import Topic
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening import Listener, sentences
from sparring.listening.model import SignalModel

RIDGE, HELD = 3.0, "h"


def described(rows: list[dict[str, str]], topics: Mapping[str, Topic]) -> np.ndarray:
    """The features of every answer, read as the one exchange of a design round; (answers, 4)."""
    listener, model = Listener(Round.SYSTEM_DESIGN, None, topics), SignalModel.load()
    found = []
    for row in rows:
        topic = topics[row["topic"]]
        asked = f"{row['drill']} ({topic.heard_as[0]})"
        mentions = listener.hear(row["answer"], asked, (topic.id, row["facet"])).mentions
        about = [x.depth for x in mentions if (x.topic, x.facet) == (topic.id, row["facet"])]
        turns = (Turn(0, 0.0, Speaker.INTERVIEWER, row["drill"]), Turn(1, 10.0, Speaker.CANDIDATE, row["answer"]))
        talk = Transcript("drill", Round.SYSTEM_DESIGN, "", topic.title, turns, Altitude.SENIOR, "typed")
        found.append(holding.features(Depth.COVERED in about, model.read(talk).sentences))
    return np.array(found)


def main() -> None:
    with (Path(__file__).parent / "drilled.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    x, held = described(rows, Bank().topics()), np.array([float(row["label"] == HELD) for row in rows])
    of = np.array([row["set"] for row in rows])
    unseen = np.zeros(len(rows))
    for name in sorted(set(of)):
        out = of == name
        unseen[out] = chances(x[out], fit(x[~out], held[~out], RIDGE))
        print(f"set {name}, fitted on the other: {np.mean((unseen[out] >= 0.5) == held[out]):.0%} are right")
    covered = x[:, 0] == 1
    twice = [row for row in rows if row["second"]]
    agreed = sum((row["label"] == HELD) == (row["second"] == HELD) for row in twice)
    print(f"{len(rows)} answers, {held.sum():.0f} of them hold; a second rater agrees on {agreed} of {len(twice)}")
    print(
        f"by rule alone {np.mean(covered == held):.0%} are right; of what it calls held {_share(covered, held)} holds"
    )
    print(f"both are right of {np.mean((unseen >= 0.5) == held):.0%} (split at one half; fitted on the other set)")
    sure, falls = unseen >= holding.HOLDS, unseen < holding.FALLS
    left = np.where(covered, ~sure & ~falls, sure)
    print(f"  held: {(covered & sure).sum()}, {_share(covered & sure, held)} of them rightly")
    print(f"  does not hold: {(covered & falls).sum()}, {_share(covered & falls, 1 - held)} of them rightly")
    print(f"  left open: {left.sum()}, of which {_share(left, held)} hold")
    print(
        f"  not heard, or only named: {(~covered & ~sure).sum()}, {_share(~covered & ~sure, 1 - held)} of them rightly"
    )
    chosen = [row for row in rows if row["point"]]
    print(
        f"quoted is a sentence that a reader would quote in {_chosen(chosen, point):.0%} of {len(chosen)} answers, "
        f"where the first one would be in {_chosen(chosen, _first):.0%}"
    )
    weights = fit(x, held, RIDGE)
    print("_WEIGHTS = (" + ", ".join(f"{w:.2f}" for w in weights[:-1]) + f")\n_BIAS = {weights[-1]:.2f}")


def _chosen(rows: list[dict[str, str]], choose: Callable[[str], str]) -> float:
    """How often what is chosen of an answer begins one of the sentences that a reader chose; `point` numbers them."""
    right = 0
    for row in rows:
        said = sentences.texts(row["answer"])
        starts = [said[int(k)] for k in row["point"].split(",")]
        right += any(start.startswith(choose(row["answer"])) for start in starts)
    return right / len(rows)


def _first(answer: str) -> str:
    return sentences.texts(answer)[0]


def _share(these: np.ndarray, right: np.ndarray) -> str:
    return f"{right[these].mean():.0%}" if these.any() else "none"


if __name__ == "__main__":
    main()
