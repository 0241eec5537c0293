"""Alters sessions in ways that change no label: no punctuation, talk without content, buzzwords without substance."""

import re
from dataclasses import replace
from pathlib import Path

from sparring.domain.transcript import Speaker
from sparring.listening.model.heads import EVIDENCE_HEADS
from sparring.listening.model.sentences import sentences

UNPUNCTUATED = 0.25
"""Share of sessions that lose their punctuation."""

PADDED = 0.3
"""Share of sessions into which empty sentences are put."""

MOST_TURNS = 0.5
"""Share of a padded session's turns that get some, at the most."""

EMPTY = [
    line
    for line in (Path(__file__).parent / "padding.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]

_MARK = re.compile(r"[.,!?;:\"()]")


def labelled_spans(transcript, labels):
    """Cited quotes as (turn, start, end, what): which of the raters, and the column of the evidence head."""
    text = {turn.i: turn.text for turn in transcript.turns}
    spans = []
    for rater, label in enumerate(labels):
        for cited in label.evidence:
            start = text[cited.turn].find(cited.quote)
            column = EVIDENCE_HEADS.index((transcript.round, cited.signal, cited.polarity))
            spans.append((cited.turn, start, start + len(cited.quote), (rater, column)))
    return spans


def augmented(transcript, labels, rng):
    """A transcript to train on, and where its cited quotes are in it."""
    spans = labelled_spans(transcript, labels)
    if rng.random() < PADDED:
        transcript, spans = _padded(transcript, spans, rng, rng.uniform(0.1, MOST_TURNS))
    if rng.random() < UNPUNCTUATED:
        turns = tuple(replace(turn, text=_MARK.sub(" ", turn.text)) for turn in transcript.turns)
        transcript = replace(transcript, turns=turns)
    return transcript, spans


def _padded(transcript, spans, rng, share):
    turns = []
    for turn in transcript.turns:
        if turn.speaker is Speaker.CANDIDATE and rng.random() < share:
            own = [x for x in spans if x[0] == turn.i]
            places = [end for _, end in sentences(turn.text) if not any(a < end < b for _, a, b, _ in own)]
            at = rng.choice([0, *places])
            said = " ".join(rng.sample(EMPTY, rng.randint(1, 3))) + " "
            said = said if at == 0 or turn.text[at - 1].isspace() else " " + said
            spans = [
                (i, a + len(said), b + len(said), c) if i == turn.i and a >= at else (i, a, b, c)
                for i, a, b, c in spans
            ]
            turn = replace(turn, text=turn.text[:at] + said + turn.text[at:])
        turns.append(turn)
    return replace(transcript, turns=tuple(turns)), spans
