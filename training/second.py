"""What a second opinion is worth: debriefs by both raters against labels that neither has seen.

    python training/second.py CORPUS OPINIONS [--share .5] [--measured] [--guessing .3]

CORPUS has sessions.jsonl and labels.jsonl; OPINIONS, a file of the corpus, what a second rater said of some sessions:
either a language model's answers to the program's prompts (`id`, `signal`, and the fields of its answer, a line a
signal), which are believed as far as the program would believe them, or another group's labels. Prints how far the
second rater alone agrees with the labels, then the bench on these sessions with the local raters alone, and with both.
With `--measured` the second rater is measured first, on the labelled rounds that come with the program, weighs by what
comes, and the bench is on the other sessions. `--guessing` puts a rating drawn at random in place of that share of its
ratings: what a weaker rater would do.
"""

import argparse
import json
import os
import random
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from sparring.assessment.agreement import NONE_FOUND, agreement
from sparring.assessment.assess import assess_reading, opening
from sparring.assessment.bench import compare, question_of
from sparring.assessment.bench_report import compare_evidence
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.corpus import read_corpus
from sparring.assessment.second.answer import Answer
from sparring.assessment.second.standing import cited, measured
from sparring.assessment.second.standing import labelled as on_labelled
from sparring.assessment.second.verifying import MOST, verified
from sparring.assessment.second.worth import share, worth
from sparring.assessment.substance import heard_of
from sparring.bank import Bank
from sparring.domain.opinion import Opinion, Quoted, SecondOpinion
from sparring.domain.rubric import SIGNALS
from sparring.listening.model import SignalModel
from sparring.session.debriefing import debriefed


def of_label(label, round_):
    """A label as a second opinion; a rating without a quote is none."""
    opinions = []
    for signal in SIGNALS[round_]:
        quotes = tuple(Quoted(x.turn, x.quote, x.polarity, "") for x in label.evidence if x.signal == signal)[:MOST]
        opinions.append(Opinion(signal, label.ratings.get(signal) if quotes else None, quotes))
    return SecondOpinion("label/prompts-0", tuple(opinions))


def opinions_in(corpus, name, labelled):
    """By session, the second opinion that a file holds."""
    rows = [json.loads(line) for line in (corpus / name).read_text(encoding="utf-8").splitlines()]
    if "passages" not in rows[0]:
        return {x.label.id: of_label(x.label, x.transcript.round) for x in read_corpus(corpus, name, anew=False)}
    found, dropped = defaultdict(list), 0
    for row in rows:
        transcript = heard_of(labelled[row["id"]].transcript)
        answer = Answer(passages=row["passages"], rating=row["rating"])
        opinion, lost = verified(row["signal"], answer, transcript)
        found[row["id"]].append(opinion)
        dropped += lost
    print(f"{len(rows)} answers, {dropped} quotes stand nowhere")
    return {id_: SecondOpinion("recorded/prompts-1", tuple(said)) for id_, said in found.items()}


def alone(opinions, labelled):
    """Prints how far the second rater agrees with the labels without the program."""
    pairs, evidence = [], NONE_FOUND
    for id_, opinion in opinions.items():
        x = labelled[id_]
        for said in opinion.opinions:
            if said.rating and x.label.ratings.get(said.signal):
                pairs.append((x.label.ratings[said.signal], said.rating))
        evidence += compare_evidence(x.transcript, x.label.evidence, cited(opinion))[0]
    found = agreement(pairs)
    print(f"second rater alone: ratings {found.kappa:.2f} (n {found.n}), evidence P {evidence.precision:.2f} ", end="")
    print(f"R {evidence.recall:.2f} F1 {evidence.f1:.2f}\n")


def guessed(opinion, part, chance):
    """The opinion with ratings drawn at random in place of a part of its own."""
    said = (
        replace(x, rating=chance.randint(1, 4)) if x.rating is not None and chance.random() < part else x
        for x in opinion.opinions
    )
    return replace(opinion, opinions=tuple(said))


def main():
    """Reads the arguments and prints the bench."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path)
    arg.add_argument("opinions")
    arg.add_argument("--share", type=float, default=SHIPPED.second)
    arg.add_argument("--measured", action="store_true")
    arg.add_argument("--guessing", type=float, default=0.0)
    a = arg.parse_args()
    bank, model = Bank(), SignalModel.load()
    labelled = {x.label.id: x for x in read_corpus(a.corpus)}
    chance = random.Random(1)
    opinions = {
        id_: guessed(opinion, a.guessing, chance)
        for id_, opinion in opinions_in(a.corpus, a.opinions, labelled).items()
    }
    known = {x.label.id: x.transcript for x, _ in on_labelled()}
    if a.measured:
        asked = sum(len(opinions[id_].opinions) for id_ in known)
        found = measured(opinions, {id_: debriefed(bank, transcript) for id_, transcript in known.items()}, asked)
        print(worth("The second rater", found))
        opinions = {id_: opinion for id_, opinion in opinions.items() if id_ not in known}
    alone(opinions, labelled)

    def rater(said):
        def debrief(transcript):
            question = question_of(bank, transcript)
            return assess_reading(
                transcript,
                model.read(heard_of(transcript), opening(transcript, question)),
                rubric=bank.rubric(),
                question=question,
                topics=bank.topics(),
                calibration=replace(SHIPPED, second=a.share),
                subjects=bank.subjects(transcript.round),
                opinion=said.get(transcript.id),
            )

        return debrief

    rounds = [("local raters alone", {}), (f"both raters, {a.share:.0%}", opinions)]
    if a.measured:
        weighed = {id_: replace(opinion, standing=found) for id_, opinion in opinions.items()}
        rounds.append((f"both raters, as measured, {share(SHIPPED, found):.0%}", weighed))
    for name, said in rounds:
        text = compare(a.corpus, rater(said), os.cpu_count() or 1, only=opinions).text()
        print(f"{name}\n{text[text.index('all rounds') : text.index('ratings, label down')]}")


if __name__ == "__main__":
    main()
