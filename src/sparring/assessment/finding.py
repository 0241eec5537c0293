"""Gathers evidence: sentences of the signal model and cues of the rules, merged, deduplicated, strongest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sparring.assessment.asking import volunteered
from sparring.assessment.calibration import Calibration
from sparring.assessment.quoting import trimmed
from sparring.assessment.substance import is_instruction
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import ClaimKind, Cue, Heard
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId
from sparring.domain.transcript import Transcript, Turn
from sparring.listening.model.reading import ModelReading

_WELL_RATED = 2.9
"""Expected rating from which a signal is owed its best sentence."""

_MARGIN = 0.15
"""How much surer one polarity must be for a sentence that looks like both."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn that may be evidence."""

    turn: int
    start: int
    end: int
    signal: SignalId
    polarity: Polarity
    strength: float
    source: Source
    why: str = ""

    def overlaps(self, other: "Piece") -> bool:
        """Whether both cover some of the same words."""
        return self.turn == other.turn and min(self.end, other.end) > max(self.start, other.start)


def find(
    transcript: Transcript, reading: ModelReading | None, heard: Mapping[int, Heard], calibration: Calibration
) -> tuple[Evidence, ...]:
    """All evidence worth showing, in the order of the transcript."""
    turns = {turn.i: turn for turn in transcript.candidate_turns}
    sentences = [x for x in _sentences(reading) if not is_instruction(turns[x.turn].text[x.start : x.end])]
    cues = [x for i in sorted(heard) if i in turns for x in _cues(transcript.round, turns[i], heard[i])]
    pieces = _merge([x for x in sentences if x.strength >= calibration.shown], cues, sentences, calibration)
    pieces += _owed(pieces, sentences, reading, calibration)
    pieces = _one_polarity(pieces)
    measured = [x for i in sorted(heard) if i in turns for x in _claims(transcript.round, turns[i], heard[i])]
    chosen = _strongest([*measured, *pieces], calibration.per_signal)
    return tuple(_evidence(transcript, turns[piece.turn], piece) for piece in chosen)


def _sentences(reading: ModelReading | None) -> Iterator[Piece]:
    for sentence in reading.sentences if reading else ():
        for (signal, polarity), p in sentence.probability.items():
            yield Piece(sentence.turn, sentence.start, sentence.end, signal, polarity, p, Source.LOCAL_MODEL)


def _cues(round_: Round, turn: Turn, heard: Heard) -> Iterator[Piece]:
    for cue in heard.cues:
        if cue.signal in SIGNALS[round_] and turn.text.startswith(cue.quote, cue.start) and cue.quote:
            yield _cue_piece(turn, cue)


def _cue_piece(turn: Turn, cue: Cue) -> Piece:
    why = cue.rule.replace("_", " ")
    end = cue.start + len(cue.quote)
    return Piece(turn.i, cue.start, end, cue.signal, cue.polarity, cue.strength, Source.MEASURED, why)


def _claims(round_: Round, turn: Turn, heard: Heard) -> Iterator[Piece]:
    """A claim that does not hold is evidence against; one that does is left to the signal's own evidence."""
    for claim in heard.claims:
        signal = claim_signal(round_, claim.kind)
        start = turn.text.find(claim.quote)
        if claim.holds or signal is None or start < 0:
            continue
        why = f"stated {claim.stated}, works out to {claim.computed}" if claim.computed else "does not hold"
        yield Piece(turn.i, start, start + len(claim.quote), signal, Polarity.MINUS, 0.9, Source.MEASURED, why)


def claim_signal(round_: Round, kind: ClaimKind) -> SignalId | None:
    """The signal that a claim bears on; None where the round has none for it."""
    if kind is ClaimKind.COMPLEXITY:
        return "complexity" if round_ is Round.CODING else None
    if round_ is not Round.SYSTEM_DESIGN:
        return None
    return "estimation" if kind is ClaimKind.ARITHMETIC else "depth"


def _merge(sure: list[Piece], cues: list[Piece], sentences: list[Piece], calibration: Calibration) -> list[Piece]:
    """Sentences of the model, raised where a cue agrees; then cues that the model has no sentence for."""
    merged = []
    for piece in sure:
        agreeing = [cue for cue in cues if _same_head(cue, piece) and cue.overlaps(piece)]
        boost = max((cue.strength for cue in agreeing), default=0.0)
        merged.append(replace(piece, strength=round(1 - (1 - piece.strength) * (1 - 0.5 * boost), 4)))
    for cue in cues:
        if any(_same_head(cue, piece) and cue.overlaps(piece) for piece in merged):
            continue
        support = max((x.strength for x in sentences if _same_head(cue, x) and cue.overlaps(x)), default=0.0)
        if cue.strength >= calibration.cue or support >= calibration.supported:
            merged.append(replace(cue, strength=round(max(cue.strength * 0.8, support), 4)))
    return merged


def _owed(
    shown: list[Piece], sentences: list[Piece], reading: ModelReading | None, calibration: Calibration
) -> list[Piece]:
    """For a signal that the model rates well though no sentence is sure: the surest one, if it is sure enough."""
    if reading is None:
        return []
    owed = []
    for signal in sorted({piece.signal for piece in sentences}):
        if (
            any(x.signal == signal and x.polarity is Polarity.PLUS for x in shown)
            or reading.expected(signal) < _WELL_RATED
        ):
            continue
        best = max(
            (x for x in sentences if x.signal == signal and x.polarity is Polarity.PLUS),
            key=lambda x: (x.strength, -x.turn, -x.start),
        )
        if best.strength >= calibration.supported:
            owed.append(best)
    return owed


def _one_polarity(pieces: list[Piece]) -> list[Piece]:
    """A stretch counts for a signal or against it; where the two are close, for neither."""
    kept = []
    for piece in pieces:
        against = [
            x.strength
            for x in pieces
            if x.signal == piece.signal and x.polarity != piece.polarity and x.overlaps(piece)
        ]
        if not against or piece.strength >= max(against) + _MARGIN:
            kept.append(piece)
    return kept


def _strongest(pieces: Iterable[Piece], most: int) -> list[Piece]:
    """The strongest pieces per signal and polarity, no two over the same words, in the order of the transcript."""
    chosen: list[Piece] = []
    for piece in sorted(pieces, key=lambda x: (-x.strength, x.turn, x.start, x.signal, x.polarity)):
        same = [x for x in chosen if _same_head(x, piece)]
        if len(same) < most and not any(x.overlaps(piece) for x in same):
            chosen.append(piece)
    return sorted(chosen, key=lambda x: (x.turn, x.start, x.signal, x.polarity))


def _same_head(a: Piece, b: Piece) -> bool:
    return a.signal == b.signal and a.polarity == b.polarity


def _evidence(transcript: Transcript, turn: Turn, piece: Piece) -> Evidence:
    start, end = trimmed(turn.text, piece.start, piece.end)
    positive = piece.polarity is Polarity.PLUS
    return Evidence(
        turn.i,
        turn.text[start:end],
        piece.signal,
        piece.polarity,
        volunteered(transcript, turn, start, piece.signal, positive),
        piece.source,
        round(piece.strength, 2),
        piece.why,
    )
