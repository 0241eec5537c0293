"""Weighs how likely a sentence is to be evidence, from the model, the rules and what stands around it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Cue, Heard
from sparring.domain.rubric import SignalId
from sparring.listening.model.reading import ModelReading, SentenceReading

_FLOOR = 0.05
"""Probability below which a sentence without a cue is not looked at."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression on out-of-fold readings, see docs/benchmark.md; logits are cut at ±6.9."""

    constant: float = -1.356
    model: float = 0.646
    """For the model's logit of this sentence, signal and polarity."""

    agrees: float = 0.396
    """For the expected rating above 2.5, turned round where the polarity is minus."""

    cue: float = 1.29
    """For the strength of the strongest rule that agrees."""

    length: float = 0.312
    """For the logarithm of one plus the number of words."""

    margin: float = -0.119
    """For how much surer another signal of this sentence is."""

    before: float = 0.056
    """For the logit of the sentence before it in the turn."""

    after: float = 0.041
    """For the logit of the sentence after it in the turn."""

    many: float = -0.037
    """For how many sentences of the session are evidence of the same by the model's account."""

    turn: float = -0.208
    """For the logarithm of one plus the words of the turn."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence that may be evidence of a signal."""

    sentence: SentenceReading
    signal: SignalId
    polarity: Polarity
    likelihood: float
    """0 to 1; of sentences with .4, four in ten were cited by an expert rater for the same thing."""

    model: float
    """The model's own probability."""

    cue: Cue | None
    """The strongest rule that agrees."""


def weigh_sentences(
    reading: ModelReading, heard: Mapping[int, Heard], text: Mapping[int, str], weights: Weights
) -> Iterator[Weighed]:
    """Every sentence and head worth a look, in the order of the transcript."""
    numbers = astuple(weights)
    for i, head, cue, values in candidates(reading, heard, text):
        score = sum(a * b for a, b in zip(numbers, values, strict=True))
        sentence = reading.sentences[i]
        yield Weighed(sentence, head[0], head[1], _sigmoid(score), sentence.probability[head], cue)


def candidates(
    reading: ModelReading, heard: Mapping[int, Heard], text: Mapping[int, str]
) -> Iterator[tuple[int, tuple[SignalId, Polarity], Cue | None, tuple[float, ...]]]:
    """Index of the sentence, signal and polarity, the strongest rule that agrees, and features."""
    heads = list(reading.sentences[0].probability) if reading.sentences else []
    for head in heads:
        column = [sentence.probability[head] for sentence in reading.sentences]
        many = sum(column)
        for i, sentence in enumerate(reading.sentences):
            cue = _cue(sentence, head, heard)
            if column[i] >= _FLOOR or cue is not None:
                yield i, head, cue, features(reading, i, head, cue, many, text[sentence.turn])


def _cue(sentence: SentenceReading, head: tuple[SignalId, Polarity], heard: Mapping[int, Heard]) -> Cue | None:
    cues = heard[sentence.turn].cues if sentence.turn in heard else ()
    agreeing = [
        cue
        for cue in cues
        if (cue.signal, cue.polarity) == head
        and min(cue.start + len(cue.quote), sentence.end) > max(cue.start, sentence.start)
    ]
    return max(agreeing, key=lambda cue: (cue.strength, -cue.start), default=None)


def features(
    reading: ModelReading,
    i: int,
    head: tuple[SignalId, Polarity],
    cue: Cue | None,
    many: float,
    turn: str,
) -> tuple[float, ...]:
    """What a sentence is weighed by, one number for each field of Weights, in their order.

    `many` is how many sentences of the session the model takes for the same, `turn` all that was said in the turn.
    """
    sentence, own = reading.sentences[i], _logit(reading.sentences[i].probability[head])
    sign = 1 if head[1] is Polarity.PLUS else -1
    return (
        1.0,
        own,
        sign * (reading.expected(head[0]) - 2.5),
        cue.strength if cue is not None else 0.0,
        math.log1p(len(turn[sentence.start : sentence.end].split())),
        _logit(max(sentence.probability.values())) - own,
        _logit(_beside(reading.sentences, i, -1, head)),
        _logit(_beside(reading.sentences, i, 1, head)),
        many,
        math.log1p(len(turn.split())),
    )


def _beside(sentences: Sequence[SentenceReading], i: int, step: int, head: tuple[SignalId, Polarity]) -> float:
    """The probability of the sentence before or after in the same turn; 0 where there is none."""
    j = i + step
    inside = 0 <= j < len(sentences) and sentences[j].turn == sentences[i].turn
    return sentences[j].probability[head] if inside else 0.0


def _logit(p: float) -> float:
    p = min(0.999, max(0.001, p))
    return math.log(p / (1 - p))


def _sigmoid(x: float) -> float:
    return round(1 / (1 + math.exp(-x)), 4)
