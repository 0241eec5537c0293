"""How often the better of a hard pair is told from the worse: same facts, vocabulary and length, another grasp.

    python training/pairs.py CORPUS

Pairs are the last two sessions of each writer's five in a round (corpus/README.md). Counts those of which the shipped
weights have seen neither, by the verdict and then the mean rating, and by the number of words for comparison.
"""

import sys
from pathlib import Path

from sparring.assessment.assess import assess
from sparring.assessment.corpus import read_corpus
from sparring.bank import Bank
from sparring.listening.model import SignalModel

FIVE = 5
"""Sessions of a writer in a round."""

WRITERS = 8
"""Writers whose sessions have pairs."""


def main():
    """Prints how many pairs are in the right order."""
    bank, model = Bank(), SignalModel.load()
    known = {x.transcript.id: x for x in read_corpus(Path(sys.argv[1]))}
    right = words = pairs = 0
    for short in ("be", "sd", "co"):
        for last in range(FIVE, FIVE * WRITERS + 1, FIVE):
            worse, better = (known[f"{short}-e{n:03d}"] for n in (last - 1, last))
            first = [x.transcript.candidate_turns[0].text for x in (worse, better)]
            if any(model.card.has_seen(x.transcript.id, y) for x, y in zip((worse, better), first, strict=True)):
                continue
            if worse.label.verdict.rank == better.label.verdict.rank:
                continue
            pairs += 1
            a, b = (level(x.transcript, bank, model) for x in (worse, better))
            right += (b > a) == (better.label.verdict.rank > worse.label.verdict.rank) and a != b
            lengths = [sum(len(t.text.split()) for t in x.transcript.candidate_turns) for x in (worse, better)]
            words += lengths[1] > lengths[0]
    print(f"{right} of {pairs} pairs in the right order; by the number of words alone {words}")


def level(transcript, bank, model):
    """Verdict, and the mean rating where two verdicts are the same."""
    debrief = assess(transcript, rubric=bank.rubric(), question=None, topics=bank.topics(), model=model)
    rated = [x.value for x in debrief.scores if hasattr(x, "value")]
    return debrief.verdict.value.rank, sum(rated) / len(rated)


if __name__ == "__main__":
    main()
