"""Every label that the sessions of a corpus have, and what was judged of quotes that no rater cited."""

import json
from collections import defaultdict
from typing import NamedTuple

from sparring.assessment.corpus import Cited, read_corpus
from sparring.domain.evidence import Polarity

AGAIN = "again.jsonl"
"""Second labels by raters of the one scale: what anew.jsonl says does not take the place of their ratings."""


def read_labels(corpus):
    """All labelled sessions; one that was rated twice comes twice, its first label first."""
    found = list(read_corpus(corpus))
    for name in ("second.jsonl", AGAIN):
        if (corpus / name).exists():
            found += read_corpus(corpus, name, anew=name != AGAIN)
    return found


JUDGED = "judged.jsonl"
"""Quotes of debriefs by earlier weights that no rater cited, each with what a judge said of it."""


class Judged(NamedTuple):
    """Quotes of one session that got the same score."""

    score: int
    """2 right, 1 arguable, 0 wrong."""

    evidence: tuple[Cited, ...]


def read_judged(corpus):
    """By session, what was judged of quotes that no rater cited; empty where a corpus has no such file."""
    found = defaultdict(lambda: ([], [], []))
    if (corpus / JUDGED).exists():
        for row in map(json.loads, (corpus / JUDGED).read_text(encoding="utf-8").splitlines()):
            cited = Cited(row["turn"], row["quote"], row["signal"], Polarity(row["polarity"]), volunteered=False)
            found[row["id"]][row["score"]].append(cited)
    return {id_: tuple(Judged(k, tuple(x)) for k, x in enumerate(scores)) for id_, scores in found.items()}
