"""Fits how well a drill fits what was said: `python training/fitting.py`.

Reads `training/asked.tsv` (drills put to candidates of the sessions here, or that could have been put, and what people
who read each session said of them), prints what was said of the drills that the program put before it weighed any,
how well the weights tell drills apart on sessions that they were not fitted on, what those are like that they think
most of, and the numbers that belong into `engine/fitting.py`. Needs numpy alone.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from facts import chances, fit
from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.engine import fitting
from sparring.engine.fitting import Signs
from sparring.engine.policies.drill import FITTING
from sparring.engine.state import State
from sparring.listening import Listener
from sparring.session.planning import configure, plan_for

HERE = Path(__file__).parent
FOLDS, RIDGE = 10, 1.0
FITTED, HELD_OUT = ("corpus",), ("later", "alike")
SHARES = (0.1, 0.3, 1.0)

Row = dict[str, str]


def described(rows: list[Row]) -> np.ndarray:
    """The signs of every drill but the constant one, with what its candidate had said by then; (drills, 11)."""
    bank, found = Bank(), {}
    for folder in FITTED + HELD_OUT:
        wanted = {row["session"] for row in rows if row["folder"] == folder}
        for line in (HERE / folder / "sessions.jsonl").read_text(encoding="utf-8").splitlines():
            session = json.loads(line)
            if session["id"] in wanted:
                of = [row for row in rows if (row["folder"], row["session"]) == (folder, session["id"])]
                for turn, state in enumerate(_states(bank, session)):
                    for row in of:
                        if int(row["after"]) == turn:
                            topic, side, k = row["drill"].split(":")
                            facet = bank.topic(topic).facet(side)
                            found[id(row)] = fitting.Talk(state, topic).signs(facet, int(k))
    return np.array([found[id(row)][:-1] for row in rows], dtype=float)


def _states(bank: Bank, session: dict) -> Iterator[State]:
    """What the engine knows after each turn of a candidate to whom nobody says anything."""
    plan = plan_for(bank, configure(bank, Round.SYSTEM_DESIGN, question=session["question"]))
    listener, state = Listener(plan.round, plan.question, plan.topics), State.begin(plan)
    for turn in session["turns"]:
        if turn["speaker"] == "candidate":
            heard = listener.followed(turn["text"], listener.hear(turn["text"]))
            state = state.after_candidate(turn["text"], heard, float(turn["t"]))
            yield state


def ranked(chance: np.ndarray, right: np.ndarray) -> float:
    """How often one that is right is thought likelier than one that is not (AUC)."""
    difference = chance[right][:, None] - chance[~right][None, :]
    return float(np.mean(difference > 0) + np.mean(difference == 0) / 2)


def main() -> None:
    with (HERE / "asked.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    fits, told = said["fit"] == "Y", said["told"] == "T"
    twice = said["told2"] != ""
    print(f"{len(rows)} drills in {len(set(said['session']))} sessions; two readers agree on {twice.sum()} of them:")
    for one, other in (("told", "told2"), ("fit", "fit2")):
        print(f"  {one}: {np.mean(said[one][twice] == said[other][twice]):.2f}")
    by = {version: np.array([version in each for each in said["by"]]) for version in "123"}
    both = np.isin(said["session"], said["session"][by["3"]])
    for version, what in (("1", "before drills were weighed"), ("2", "weighed"), ("3", "weighed, with a higher bar")):
        print(f"put by version {version}, {what}: {_like(by[version] & both, fits, told, said)}")

    x = described(rows)
    sessions = sorted(set(said["session"]))
    fold = np.array([sessions.index(name) % FOLDS for name in said["session"]])
    inside = np.isin(said["folder"], FITTED)
    chance = {}
    for name, right in (("fits", fits), ("told", told)):
        own = np.zeros(len(rows))
        for out in range(FOLDS):
            mine = inside & (fold == out)
            own[mine] = chances(x[mine], fit(x[inside & ~mine], right[inside & ~mine], RIDGE))
        weights = fit(x[inside], right[inside], RIDGE)
        own[~inside] = chances(x[~inside], weights)
        chance[name] = own
        print(f"{name}: AUC {ranked(own[inside], right[inside]):.2f}, on {', '.join(HELD_OUT)} ", end="")
        print(f"{ranked(own[~inside], right[~inside]):.2f}")
        values = (f"{name}={weight:.2f}" for name, weight in zip(Signs._fields, weights, strict=True))
        print(f"  {name.upper()} = Signs({', '.join(values)})")
    for name, right, what, signs in (
        ("told", told, "phrases of answers", ("given",)),
        ("fits", fits, "what the question lists", ("heart", "natural")),
        ("told", told, "what the question lists", ("heart", "natural")),
    ):
        without = np.delete(x, [Signs._fields.index(sign) for sign in signs], axis=1)
        unheard = chances(without[~inside], fit(without[inside], right[inside], RIDGE))
        print(f"{name}, without {what}: on {', '.join(HELD_OUT)} {ranked(unheard, right[~inside]):.2f}")
    heart, natural = (x[:, Signs._fields.index(sign)] == 1 for sign in ("heart", "natural"))
    put = said["by"] != "-"
    for what, these in (("of the heart", heart), ("natural", natural), ("aside", ~heart & ~natural)):
        print(f"put and {what}: {fits[these & put].mean():.2f} of {(these & put).sum()} fit")
    worth = chance["fits"] * (1 - chance["told"])
    print(f"of those of version 3, worth what it takes now: {_like(by['3'] & (worth >= FITTING), fits, told, said)}")
    for where, among in (("all, cross-validated", inside), (", ".join(HELD_OUT), ~inside)):
        best = np.flatnonzero(among)[np.argsort(-worth[among], kind="stable")]
        for share in SHARES:
            first = best[: round(share * len(best))]
            print(f"{where}, best {share:.0%} (worth {worth[first[-1]]:.2f}): {_like(first, fits, told, said)}")


def _like(which: np.ndarray, fits: np.ndarray, told: np.ndarray, said: dict[str, np.ndarray]) -> str:
    good, alien = (fits & ~told)[which].mean(), (said["fit"] == "X")[which].mean()
    bad = f"told {told[which].mean():.2f}, of another design {alien:.2f}"
    return f"fits {fits[which].mean():.2f}, {bad}; fits and is new {good:.2f}"


if __name__ == "__main__":
    main()
