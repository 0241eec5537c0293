"""How often a question on the candidate's own words fits them: `python training/quoted.py`.

Reads `training/quoted.tsv` (questions after words of a session, judged by people who read the session to there: `asked`
says which version of the program put them, and is empty where it was a trial) and prints how far two readers agree, how
often what was put fits, before questions were chosen by this and after, and how often each question that the rubric has
now fits such words as it is asked after.
"""

import csv
from collections import defaultdict
from pathlib import Path

from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.engine.policies.deeper import QUOTED, fits

YES, CLEAR = "Y", "G"


def share(rows: list[dict[str, str]]) -> str:
    """How many of these fit, of how many."""
    right = sum(row["fit"] == YES for row in rows)
    return f"{right / len(rows):4.0%} of {len(rows)}" if rows else "none"


def main() -> None:
    with (Path(__file__).parent / "quoted.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    twice = [row for row in rows if row["second_fit"]]
    alike = sum((row["fit"] == YES) == (row["second_fit"] == YES) for row in twice)
    clear = sum(row["clear"] == row["second_clear"] for row in twice)
    print(f"two readers agree on {alike / len(twice):.0%} whether it fits, and on {clear / len(twice):.0%} whether the")
    print(f"words are worth saying back, of {len(twice)}")
    for when in ("before", "after"):
        asked = [row for row in rows if when in row["asked"].split()]
        by_round = ", ".join(f"{x.value} {share([row for row in asked if row['round'] == x.value])}" for x in Round)
        print(f"{when} it was chosen by this: {share(asked)} fit ({by_round});")
        said_back = share([row for row in asked if row["quote"]])
        print(f"  {said_back} after words said back, {share([row for row in asked if not row['quote']])} without")
    offered = [row for row in rows if not row["asked"]]
    for name, brief in ((f"fewer than {QUOTED} words", True), (f"{QUOTED} words and more", False)):
        these = [row for row in offered if (len(row["quote"].split()) < QUOTED) is brief]
        said = sum(row["clear"] == CLEAR for row in these) / len(these)
        print(f"of {name} {said:.0%} are worth saying back, and {share(these)} questions fit them")
    signals = [signal for of_round in Bank().rubric().signals.values() for signal in of_round]
    now = {(x.round.value, x.id, one.ask): one for x in signals for one in x.deeper}
    by_question = defaultdict(list)
    for row in offered:
        key = (row["round"], row["signal"], row["question"])
        if key in now and fits(now[key].after, row["quote"]):
            by_question[key].append(row)
    print(f"{len(now)} questions of the rubric: {share([row for these in by_question.values() for row in these])} fit")
    for key, these in sorted(by_question.items()):
        print(f"  {share(these):12} {' / '.join(key)}")


if __name__ == "__main__":
    main()
