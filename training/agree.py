"""Agreement between the raters of a corpus whose sessions were partly rated twice.

    python training/agree.py CORPUS [OTHER]

CORPUS holds sessions.jsonl, labels.jsonl and OTHER (second.jsonl): labels by somebody who saw neither the first label
nor what the writer intended. What anew.jsonl says is left out, so each rater is compared on the scale used at the time;
raters of again.jsonl used the one scale, and are compared with what stands in place.
"""

import sys
from pathlib import Path

from labels import AGAIN
from sparring.assessment.agreement import NONE_FOUND, agreement
from sparring.assessment.bench_report import compare_evidence
from sparring.assessment.corpus import read_corpus


def main():
    """Prints the agreement on ratings, verdict, altitude and evidence."""
    folder, other = Path(sys.argv[1]), (sys.argv[2:] or ["second.jsonl"])[0]
    first = {x.label.id: x for x in read_corpus(folder, anew=other == AGAIN)}
    both = [(first[x.label.id], x.label) for x in read_corpus(folder, other, anew=False)]
    labels = [(session.label, again) for session, again in both]
    pairs = {
        "ratings": [
            (a.ratings[signal], b.ratings[signal])
            for a, b in labels
            for signal in a.ratings
            if a.ratings[signal] and b.ratings[signal]
        ],
        "verdict": [(a.verdict.rank, b.verdict.rank) for a, b in labels],
        "altitude": [(a.altitude.rank, b.altitude.rank) for a, b in labels],
    }
    print(f"{len(both)} of {len(first)} sessions rated twice")
    for name, values in pairs.items():
        found = agreement(values)
        print(
            f"{name}: kappa {found.kappa:.3f}, exact {found.exact:.2f}, within one {found.within_one:.2f}, n {found.n}"
        )
    compared = (compare_evidence(x.transcript, x.label.evidence, again.evidence)[0] for x, again in both)
    print(f"evidence: F1 {sum(compared, NONE_FOUND).f1:.3f}")


if __name__ == "__main__":
    main()
