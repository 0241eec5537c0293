"""How many of the quotes that a debrief shows are right, as judges say who read the whole session.

    python training/judged.py CORPUS

CORPUS holds judged.jsonl beside its sessions and labels: quotes of debriefs and of expert raters, shuffled, each
scored by somebody who did not know whose it is: 2 is right, 1 arguable (weak, or of another signal rather), 0 wrong.
Prints the shares for the experts' quotes, and for those that the program shows today and that were among the judged.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from sparring.assessment.corpus import read_corpus
from sparring.bank import Bank
from sparring.session.debriefing import debriefed

NAMES = {2: "right", 1: "arguable", 0: "wrong"}


def shown(sessions, bank):
    """Every quote of the sessions' debriefs as (session, turn, quote, signal, polarity)."""
    for transcript in sessions:
        for x in debriefed(bank, transcript).evidence:
            yield transcript.id, x.turn, x.quote, x.signal, x.polarity.value


def main():
    """Prints the shares."""
    folder = Path(sys.argv[1])
    lines = (folder / "judged.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    judged = [json.loads(line) for line in lines]
    ids = {row["id"] for row in judged}
    sessions = {x.transcript.id: x.transcript for x in read_corpus(folder) if x.transcript.id in ids}
    today = set(shown(sessions.values(), Bank()))
    scores = defaultdict(Counter)
    seen = set()
    for row in judged:
        place = row["id"], row["turn"], row["quote"], row["signal"], row["polarity"]
        if row["by"] == "expert" or place in today:
            seen |= {place} & today
            for part in ("all", sessions[row["id"]].round.value, row["polarity"]):
                scores[row["by"], part][row["score"]] += 1
    print(f"{len(sessions)} sessions; of {len(today)} quotes shown today {len(seen)} were judged")
    for (by, part), found in sorted(scores.items()):
        n = found.total()
        print(f"{by:8} {part:14} {n:4}", *(f"{name} {found[score] / n:.2f}" for score, name in NAMES.items()))


if __name__ == "__main__":
    main()
