"""How often the better of a hard pair is told from the worse: same facts, vocabulary and length, another grasp.

    python training/pairs.py CORPUS

CORPUS/pairs.tsv names the pairs. Counts those of which the shipped weights have seen neither, by the verdict and then
the mean rating, and by the number of words for comparison.
"""

import sys
from pathlib import Path

from sparring.assessment.corpus import read_corpus
from sparring.bank import Bank
from sparring.session.debriefing import debriefed
from sparring.session.hearing import signal_model


def main():
    """Prints how many pairs are in the right order."""
    bank, model = Bank(), signal_model()
    folder = Path(sys.argv[1])
    known = {x.transcript.id: x for x in read_corpus(folder)}
    right = words = pairs = 0
    for line in (folder / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        one, other = two = [known[id_] for id_ in line.split("\t")]
        if any(model.card.knows(x.transcript) for x in two):
            continue
        if one.label.verdict.rank == other.label.verdict.rank:
            continue
        pairs += 1
        better = other.label.verdict.rank > one.label.verdict.rank
        a, b = (level(x.transcript, bank) for x in two)
        right += (b > a) == better and a != b
        lengths = [sum(len(t.text.split()) for t in x.transcript.candidate_turns) for x in two]
        words += (lengths[1] > lengths[0]) == better and lengths[0] != lengths[1]
    print(f"{right} of {pairs} pairs in the right order; by the number of words alone {words}")


def level(transcript, bank):
    """Verdict, and the mean rating where two verdicts are the same."""
    debrief = debriefed(bank, transcript)
    rated = [x.value for x in debrief.scores if hasattr(x, "value")]
    return debrief.verdict.value.rank, sum(rated) / max(1, len(rated))


if __name__ == "__main__":
    main()
