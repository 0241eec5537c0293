"""How good a second rater is: measured on labelled rounds."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from statistics import fmean

from sparring.assessment.agreement import NONE_FOUND, kappa
from sparring.assessment.bench_report import compare_evidence
from sparring.assessment.corpus import Cited, Label, Labelled, read_corpus
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.opinion import SecondOpinion, Standing
from sparring.domain.rubric import SignalId
from sparring.llm.errors import Unusable

FEWEST = 24
"""Ratings below which nothing is said of a rater."""


@cache
def labelled() -> tuple[tuple[Labelled, Label], ...]:
    """Nine rounds of `training/later`, three of each kind, with the labels of two groups of experts.

    Short ones, from both ends of the scale and its middle, in an order in which the first few say something of each
    kind. Neither the local weights nor a number of the rule layer were fitted on them.
    """
    with as_file(files(__package__) / "labelled") as folder:
        other = {x.label.id: x.label for x in read_corpus(folder, "again.jsonl")}
        return tuple((x, other[x.label.id]) for x in read_corpus(folder))


def measured(opinions: Mapping[str, SecondOpinion], local: Mapping[str, Debrief], asked: int) -> Standing:
    """How a second rater did on labelled rounds, from what it and the local raters say of each, by the round's id.

    `asked` is how many ratings it was asked for. Raises Unusable where it gave too few ratings to tell.
    """
    theirs: list[tuple[int, int]] = []
    ours: list[tuple[int, int]] = []
    errors: list[float] = []
    found = NONE_FOUND
    for x, again in labelled():
        opinion = opinions.get(x.label.id)
        if opinion is None:
            continue
        found += compare_evidence(x.transcript, (*x.label.evidence, *again.evidence), cited(opinion))[0]
        locally = {score.signal: score.value for score in local[x.label.id].scores if isinstance(score, Rating)}
        for signal, rating in _ratings(opinion):
            experts = [y for y in (x.label.ratings.get(signal), again.ratings.get(signal)) if y is not None]
            if experts and signal in locally:
                theirs += [(expert, rating) for expert in experts]
                ours += [(expert, locally[signal]) for expert in experts]
                errors.append((rating - fmean(experts)) ** 2)
    if len(errors) < FEWEST:
        raise Unusable(
            f"Too little came to say how good it is: {len(errors)} ratings with a quote that stands in the transcript, "
            f"where it takes {FEWEST}. A larger model may do better."
        )
    return Standing(
        len(errors), asked, round(kappa(theirs) or 0.0, 2), round(kappa(ours) or 0.0, 2), fmean(errors), found.precision
    )


def _ratings(opinion: SecondOpinion) -> Sequence[tuple[SignalId, int]]:
    return [(x.signal, x.rating) for x in opinion.opinions if x.rating is not None]


def cited(opinion: SecondOpinion) -> Sequence[Cited]:
    """The quotes of a second opinion, to be held against an expert's."""
    return [Cited(q.turn, q.quote, x.signal, q.polarity, False) for x in opinion.opinions for q in x.quotes]
