"""What a second opinion is worth: debriefs by both raters against labels that neither has seen.

    python training/second.py CORPUS OPINIONS [--share .5]

CORPUS has sessions.jsonl and labels.jsonl; OPINIONS, a file of the corpus in the format of labels, stands for what a
second rater said: another group's labels, or what a language model answered to the program's prompts. Prints the bench
with that opinion in every debrief; agree.py says how far the two agree without the program.
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from sparring.assessment.assess import assess_reading, opening
from sparring.assessment.bench import compare, question_of
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.corpus import Label, read_corpus
from sparring.assessment.substance import heard_of
from sparring.bank import Bank
from sparring.domain.opinion import Opinion, Quoted, SecondOpinion
from sparring.domain.rubric import SIGNALS
from sparring.listening.model import SignalModel


def opinion_of(label: Label, round_) -> SecondOpinion:
    """A label as a second opinion; a rating without a quote is none."""
    opinions = []
    for signal in SIGNALS[round_]:
        quotes = tuple(Quoted(x.turn, x.quote, x.polarity, "") for x in label.evidence if x.signal == signal)[:4]
        opinions.append(Opinion(signal, label.ratings.get(signal) if quotes else None, quotes))
    return SecondOpinion("label/prompts-0", tuple(opinions))


def main():
    """Reads the arguments and prints the bench."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path)
    arg.add_argument("opinions")
    arg.add_argument("--share", type=float, default=SHIPPED.second)
    a = arg.parse_args()
    bank, model = Bank(), SignalModel.load()
    said = {x.label.id: x.label for x in read_corpus(a.corpus, a.opinions, anew=False)}
    calibration = replace(SHIPPED, second=a.share)

    def rater(transcript):
        question = question_of(bank, transcript)
        label = said.get(transcript.id)
        return assess_reading(
            transcript,
            model.read(heard_of(transcript), opening(transcript, question)),
            rubric=bank.rubric(),
            question=question,
            topics=bank.topics(),
            calibration=calibration,
            subjects=bank.subjects(transcript.round),
            opinion=opinion_of(label, transcript.round) if label else None,
        )

    print(compare(a.corpus, rater, os.cpu_count() or 1, only=said).text())


if __name__ == "__main__":
    main()
