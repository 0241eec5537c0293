"""Agreement between the raters of a corpus whose sessions were partly rated twice.

    python training/agree.py CORPUS

CORPUS holds sessions.jsonl, labels.jsonl and second.jsonl: labels by somebody who saw neither the first label nor what
the writer intended.
"""

import json
import sys
from pathlib import Path

from sparring.assessment.agreement import Found, agreement
from sparring.domain.round import Altitude, Verdict


def rows(path):
    """The objects of a file of JSON lines, by id."""
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def spans(label, session):
    """Quotes as (turn, start, end, signal, polarity)."""
    text = {turn["i"]: turn["text"] for turn in session["turns"]}
    found = []
    for cited in label["evidence"]:
        start = text[cited["turn"]].index(cited["quote"])
        found.append((cited["turn"], start, start + len(cited["quote"]), cited["signal"], cited["polarity"]))
    return found


def same(a, b):
    """Whether two quotes overlap and say the same of the same signal."""
    return a[0] == b[0] and a[3:] == b[3:] and min(a[2], b[2]) > max(a[1], b[1])


def main():
    """Prints the agreement on ratings, verdict, altitude and evidence."""
    folder = Path(sys.argv[1])
    sessions, first, second = (rows(folder / f"{name}.jsonl") for name in ("sessions", "labels", "second"))
    both = [(first[id_], second[id_]) for id_ in second if id_ in first]
    ratings = [
        (a["ratings"][signal], b["ratings"][signal])
        for a, b in both
        for signal in a["ratings"]
        if a["ratings"][signal] and b["ratings"][signal]
    ]
    pairs = {
        "ratings": ratings,
        "verdict": [(Verdict(a["verdict"]).rank, Verdict(b["verdict"]).rank) for a, b in both],
        "altitude": [(Altitude(a["altitude"]).rank, Altitude(b["altitude"]).rank) for a, b in both],
    }
    print(f"{len(both)} of {len(sessions)} sessions rated twice")
    for name, values in pairs.items():
        found = agreement(values)
        print(
            f"{name}: kappa {found.kappa:.3f}, exact {found.exact:.2f}, within one {found.within_one:.2f}, n {found.n}"
        )
    hits = covered = cited = reference = 0
    for a, b in both:
        x, y = spans(a, sessions[a["id"]]), spans(b, sessions[b["id"]])
        hits += sum(any(same(p, q) for p in x) for q in y)
        covered += sum(any(same(p, q) for q in y) for p in x)
        cited, reference = cited + len(y), reference + len(x)
    print(f"evidence: F1 {Found(hits, cited, covered, reference).f1:.3f}")


if __name__ == "__main__":
    main()
