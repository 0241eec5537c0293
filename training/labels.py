"""Every label that the sessions of a corpus have."""

from sparring.assessment.corpus import read_corpus

AGAIN = "again.jsonl"
"""Second labels by raters of the one scale: what anew.jsonl says does not take the place of their ratings."""


def read_labels(corpus):
    """All labelled sessions; one that was rated twice comes twice, its first label first."""
    found = list(read_corpus(corpus))
    for name in ("second.jsonl", AGAIN):
        if (corpus / name).exists():
            found += read_corpus(corpus, name, anew=name != AGAIN)
    return found
