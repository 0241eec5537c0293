"""Fits the rule layer's numbers to readings by a model that had not seen the sessions.

    python training/calibrate.py CORPUS [--readings FILE] [--folds 5] [--keep]

Without readings, the shipped weights read those sessions that they were not trained on. Of a session that was rated
twice, both labels count.

Prints the `Weights` of a sentence (a logistic regression), how well they find evidence at each threshold, the shares
and cuts of `Calibration`, and the agreement of each, all cross-validated over sessions. What is printed goes into
src/sparring/assessment/calibration.py by hand, after a look.
"""

import argparse
from collections import defaultdict
from dataclasses import fields, replace
from itertools import product
from pathlib import Path

import numpy as np

import facts
from labels import read_labels
from sparring.assessment.agreement import kappa
from sparring.assessment.assess import material, opening
from sparring.assessment.bench import question_of
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.calling import call, score_of
from sparring.assessment.grading import Grade, counted, grade, ran
from sparring.assessment.hearing import hear
from sparring.assessment.readings import Readings
from sparring.assessment.substance import heard_of
from sparring.assessment.weighing import Weights, candidates
from sparring.bank import Bank
from sparring.domain.round import Altitude, Round
from sparring.listening.model import SignalModel


class Session:
    """One labelled session with its reading, and the features of its sentences."""

    def __init__(self, labelled, reading, question, topics):
        self.labelled, self.reading, self.id = labelled, reading, labelled.transcript.id
        self.question = question
        self.text = {turn.i: turn.text for turn in labelled.transcript.candidate_turns}
        found = list(candidates(reading, hear(heard_of(labelled.transcript), question, topics), self.text))
        self.places = [(reading.sentences[i], head) for i, head, _, _ in found]
        self.x = np.array([values for *_, values in found]).reshape(len(found), len(fields(Weights)))
        self.cited = self._cited()
        self.y = np.array([float(any(self._same(place, c) for c in self.cited)) for place in self.places])

    def _cited(self):
        spans = []
        for c in self.labelled.label.evidence:
            start = self.text[c.turn].find(c.quote)
            spans.append((c.turn, start, start + len(c.quote), c.signal, c.polarity))
        return spans

    @staticmethod
    def _same(place, cited):
        sentence, head = place
        turn, a, b, signal, polarity = cited
        overlap = min(sentence.end, b) - max(sentence.start, a)
        return turn == sentence.turn and overlap > 0 and head == (signal, polarity)


def fitted(sessions, ridge=2.0):
    """Weights of a logistic regression over all sentences of the sessions; the first feature is 1 throughout."""
    x, y = np.concatenate([s.x[:, 1:] for s in sessions]), np.concatenate([s.y for s in sessions])
    *weights, bias = facts.fit(x, y, ridge)
    return np.array([bias, *weights])


def places(sessions):
    """By id, a number to make folds of; a session that was rated twice is in one of them."""
    return {id_: i for i, id_ in enumerate(dict.fromkeys(s.id for s in sessions))}


def parts(sessions, folds):
    """(training sessions, tested sessions) of each fold."""
    place = places(sessions)
    for k in range(folds):
        yield [s for s in sessions if place[s.id] % folds != k], [s for s in sessions if place[s.id] % folds == k]


def evidence(sessions, folds):
    """How well sentences are found at each threshold, weights fitted on the other sessions."""
    likelihood = {}
    for others, held in parts(sessions, folds):
        w = fitted(others)
        likelihood |= {s.id: 1 / (1 + np.exp(-(s.x @ w))) for s in held}
    for threshold in np.arange(0.15, 0.6, 0.05):
        hits = found = covered = cited = 0
        for s in sessions:
            shown = strongest(s, likelihood[s.id], threshold)
            found += len(shown)
            hits += int(sum(s.y[i] for i in shown))
            cited += len(s.cited)
            covered += sum(any(s._same(s.places[i], c) for i in shown) for c in s.cited)
        p, r = hits / max(1, found), covered / max(1, cited)
        print(f"shown {threshold:.2f}: precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}")


def strongest(session, likelihood, threshold):
    """Indexes of the likeliest sentences, at most as many a signal and polarity as a debrief shows."""
    by_head = defaultdict(list)
    for i in np.argsort(-likelihood):
        if likelihood[i] >= threshold:
            by_head[session.places[i][1]].append(i)
    return [i for places in by_head.values() for i in places[: SHIPPED.per_signal]]


def graded(sessions, bank, calibration):
    """Material and grades of each session under a calibration."""
    topics = bank.topics()
    found = {}
    for s in sessions:
        m = material(s.labelled.transcript, s.reading, question=s.question, topics=topics, calibration=calibration)
        found[s.id] = m, grade(m)
    return found


def rating_rows(sessions, found):
    """(session, round, signal, label, model's rating, mean of its ratings, count, whether anything is for it, run)."""
    rows = []
    for s in sessions:
        for x in found[s.id][1]:
            label = s.labelled.label.ratings.get(x.signal)
            if isinstance(x, Grade) and label is not None and x.signal != "correctness":
                count = counted(x.positive, x.negative)
                model = s.reading.expected(x.signal), s.reading.mean()
                place = s.id, s.labelled.transcript.round, x.signal
                rows.append((*place, label, *model, count, bool(x.positive), ran(found[s.id][0])))
    return rows


def quick_kappa(labels, values, cuts):
    """The kappa of `agreement.kappa` for values cut into 1 to 4, from means and variances alone."""
    y = np.asarray(labels, float)
    p = 1 + (np.asarray(values)[:, None] > np.asarray(cuts)).sum(1)
    expected = y.var() + p.var() + (y.mean() - p.mean()) ** 2
    return 1 - float(((y - p) ** 2).mean() / expected) if expected else 0.0


def best_cuts(values, labels, around, step=0.05, reach=0.4):
    """Three cuts near `around` with the highest kappa, one after another until none moves."""
    cuts = list(around)
    while True:
        before = list(cuts)
        for k in range(3):

            def agreed(cut, k=k):
                return quick_kappa(labels, values, [*cuts[:k], cut, *cuts[k + 1 :]])

            options = np.round(np.arange(around[k] - reach, around[k] + reach + 1e-9, step), 3)
            options = [x for x in options if (k == 0 or x > cuts[k - 1]) and (k == 2 or x < cuts[k + 1])]
            best = max(options, key=lambda cut: (round(agreed(cut), 6), -abs(cut - around[k])))
            if agreed(best) > agreed(cuts[k]) + 1e-6:
                cuts[k] = float(best)
        if cuts == before:
            return tuple(cuts)


def mixed(rows, mix):
    """Expected ratings under a mix, held to a 2 where nothing could be cited, wherever the cuts come to lie."""
    own, whole, count = mix
    raw = [own * r[4] + whole * r[5] + count * r[6] + r[8] for r in rows]
    held = (SHIPPED.cuts[0] + SHIPPED.cuts[1]) / 2
    return [v if r[7] else min(v, held) for v, r in zip(raw, rows, strict=True)]


def ratings(sessions, found, folds):
    """Shares and cuts of a rating: fitted on all, and the agreement when fitted on the other sessions."""
    rows = rating_rows(sessions, found)
    mixes = [
        (a, b, round(1 - a - b, 2))
        for a, b in product(np.arange(0.4, 0.9, 0.08), np.arange(0.0, 0.4, 0.1))
        if a + b <= 1
    ]

    def fit(chosen):
        labels = [r[3] for r in chosen]
        options = [(mix, best_cuts(mixed(chosen, mix), labels, SHIPPED.cuts)) for mix in mixes]
        return max(options, key=lambda o: scored(chosen, *o))

    def scored(chosen, mix, cuts):
        values = mixed(chosen, mix)
        return kappa([(r[3], 1 + sum(v > c for c in cuts)) for v, r in zip(values, chosen, strict=True)])

    pairs = []
    place = places(sessions)
    for k in range(folds):
        mix, cuts = fit([r for r in rows if place[r[0]] % folds != k])
        held = [r for r in rows if place[r[0]] % folds == k]
        pairs += [(r[3], 1 + sum(v > c for c in cuts)) for v, r in zip(mixed(held, mix), held, strict=True)]
    print(f"ratings as shipped {scored(rows, SHIPPED.mix, SHIPPED.cuts):.3f}, fitted elsewhere {kappa(pairs):.3f}")
    mix, cuts = fit(rows)
    print("mix", tuple(round(float(x), 2) for x in mix), "cuts", cuts, f"on all {scored(rows, mix, cuts):.3f}")
    widths(rows, mixed(rows, mix))
    return mix, cuts


def widths(rows, values):
    """Half of the 80 % interval, by round and by signal (split conformal: the quantile of the absolute residuals)."""
    by = defaultdict(list)
    for r, v in zip(rows, values, strict=True):
        for key in (r[1], (r[1], r[2])):
            by[key].append(abs(r[3] - v))
    for key, residuals in sorted(by.items(), key=str):
        n = len(residuals)
        level = min(1.0, np.ceil((n + 1) * 0.8) / n)
        print("width", key, n, round(float(np.quantile(residuals, level)), 2))


def wholes(sessions, found, folds):
    """Shares and cuts of the score that decides the round, for verdict and altitude as a debrief calls them."""
    bars = [(a, b, round(1 - a - b, 2)) for a, b in product(np.arange(0.0, 0.81, 0.1), repeat=2) if a + b <= 0.9]

    def under(s, **changed):
        m, grades = found[s.id]
        return replace(m, calibration=replace(m.calibration, **changed)), grades

    def agreed(chosen, **changed):
        pairs = ([], [])
        for s in chosen:
            called = call(*under(s, **changed), s.question, Altitude.SENIOR)
            pairs[0].append((s.labelled.label.verdict.rank, called.verdict.rank))
            pairs[1].append((s.labelled.label.altitude.rank, called.altitude.rank))
        return pairs

    def fit(chosen):
        ranks = [(s.labelled.label.verdict.rank, s.labelled.label.altitude.rank) for s in chosen]
        options = []
        for bar in bars:
            scores = [score_of(*under(s, bar=bar)) for s in chosen]
            verdict = best_cuts(scores, [rank for rank, _ in ranks], SHIPPED.verdict_cuts)
            low, _, high = best_cuts(scores, [rank for _, rank in ranks], SHIPPED.altitude_cuts)
            # Altitude and verdict share the line of a senior, so that the two cannot contradict each other.
            agree = quick_kappa([rank for rank, _ in ranks], scores, verdict)
            options.append((agree, {"bar": bar, "verdict_cuts": verdict, "altitude_cuts": (low, verdict[1], high)}))
        likely = [numbers for _, numbers in sorted(options, key=lambda option: -option[0])[:12]]
        tried = [{**numbers, "staff": staff} for numbers in likely for staff in (0.3, 0.4, 0.5)]
        return max(tried, key=lambda numbers: sum(map(kappa, agreed(chosen, **numbers))))

    got = ([], [])
    for others, held in parts(sessions, folds):
        for known, pairs in zip(got, agreed(held, **fit(others)), strict=True):
            known.extend(pairs)
    for name, shipped, elsewhere in zip(("verdict", "altitude"), agreed(sessions), got, strict=True):
        print(f"{name} as shipped {kappa(shipped):.3f}, fitted elsewhere {kappa(elsewhere):.3f}")
    numbers = fit(sessions)
    print(numbers, "on all", *(f"{kappa(pairs):.3f}" for pairs in agreed(sessions, **numbers)))


def read(corpus, file, bank):
    """Labelled sessions with readings by a model that had not seen them."""
    if file is not None:
        stored = Readings.load(file)
        return [(x, stored.of(x.transcript)) for x in read_labels(corpus) if x.transcript.id in stored.rows]
    model = SignalModel.load()
    fresh = [x for x in read_labels(corpus) if not model.card.knows(x.transcript)]
    opened = {x.transcript.id: (x.transcript, opening(x.transcript, question_of(bank, x.transcript))) for x in fresh}
    readings = {id_: model.read(heard_of(transcript), opens) for id_, (transcript, opens) in opened.items()}
    return [(x, readings[x.transcript.id]) for x in fresh if readings[x.transcript.id] is not None]


def main():
    """Reads the arguments and prints the numbers."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("corpus", type=Path)
    arg.add_argument("--readings", type=Path)
    arg.add_argument("--folds", type=int, default=5)
    arg.add_argument("--keep", action="store_true", help="keep the weights of sentences as they are")
    a = arg.parse_args()
    bank = Bank()
    topics = bank.topics()
    unseen = read(a.corpus, a.readings, bank)
    sessions = [Session(x, reading, question_of(bank, x.transcript), topics) for x, reading in unseen]
    rounds = {round_: sum(x.labelled.transcript.round is round_ for x in sessions) for round_ in Round}
    print(len(sessions), "sessions", {str(k): v for k, v in rounds.items()})
    calibration = SHIPPED
    if not a.keep:
        evidence(sessions, a.folds)
        w = fitted(sessions)
        weights = {f.name: round(float(x), 3) for f, x in zip(fields(Weights), w, strict=True)}
        print("Weights", weights)
        calibration = replace(SHIPPED, weights=Weights(**weights))
    found = graded(sessions, bank, calibration)
    mix, cuts = ratings(sessions, found, a.folds)
    found = graded(sessions, bank, replace(calibration, mix=mix, cuts=cuts))
    wholes(sessions, found, a.folds)


if __name__ == "__main__":
    main()
