"""Writes what weights read in labelled sessions, in the format that train.py and `sparring bench` take.

    python training/read.py OUT.jsonl CORPUS... [--weights FOLDER]

Without --weights, those that the program ships. On sessions that they were trained on this is a target to mix in
(`train.py --soft`), and no measurement.
"""

import argparse
import json
from pathlib import Path

from sparring.assessment.corpus import read_corpus
from sparring.assessment.substance import heard_of
from sparring.listening.model import SignalModel
from sparring.listening.model.heads import EVIDENCE_HEADS, RATING_HEADS, evidence_columns, rating_rows
from sparring.listening.model.signal_model import WEIGHTS


def row_of(transcript, reading):
    """One line; heads of other rounds are zero."""
    evidence = [[0.0] * len(EVIDENCE_HEADS) for _ in reading.sentences]
    for row, sentence in zip(evidence, reading.sentences, strict=True):
        for column, signal, polarity in evidence_columns(transcript.round):
            row[column] = sentence.probability[signal, polarity]
    ratings = [[0.0] * 3 for _ in RATING_HEADS]
    for i, head in rating_rows(transcript.round):
        ratings[i] = list(reading.ratings[head])
    spans = [(x.turn, x.start, x.end) for x in reading.sentences]
    return {"id": transcript.id, "spans": spans, "evidence": evidence, "ratings": ratings}


def main():
    """Reads the arguments and writes the file."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("out", type=Path)
    arg.add_argument("corpus", type=Path, nargs="+")
    arg.add_argument("--weights", type=Path, default=WEIGHTS)
    a = arg.parse_args()
    model = SignalModel.load(a.weights, check=True)
    with a.out.open("w", encoding="utf-8") as file:
        for transcript in (x.transcript for corpus in a.corpus for x in read_corpus(corpus)):
            reading = model.read(heard_of(transcript))
            if reading is not None:
                file.write(json.dumps(row_of(transcript, reading)) + "\n")


if __name__ == "__main__":
    main()
