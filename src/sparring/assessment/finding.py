"""Gathers evidence: sentences of the signal model and cues of the rules, merged, deduplicated, strongest first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sparring.assessment.calibration import Calibration
from sparring.assessment.claiming import against, corrected
from sparring.assessment.hollow import hollow
from sparring.assessment.piece import Piece
from sparring.assessment.quoting import readable, trimmed, whole
from sparring.assessment.reviewing import Review, unfounded
from sparring.assessment.second.joining import heeded
from sparring.assessment.signs import GROWTH
from sparring.assessment.vetoes import contradicts
from sparring.assessment.volunteering import volunteered
from sparring.assessment.weighing import Weighed, weigh_sentences
from sparring.assessment.whys import NOTHING, why
from sparring.assessment.withdrawing import Withdrawn, rests_on, withdrawn
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import ClaimKind, Heard
from sparring.domain.opinion import SecondOpinion
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, SignalId
from sparring.domain.transcript import TestRun, Transcript, Turn
from sparring.listening.misheard import touched
from sparring.listening.model.reading import ModelReading

_GROWTH = re.compile(GROWTH, re.IGNORECASE)

_WELL_RATED = 2.9
"""Expected rating from which a signal is owed its best sentence."""

_BADLY_RATED = 1.9
"""Expected rating up to which a signal is owed the sentence that speaks most against it."""

_SO_SO = 2.4
"""Expected rating up to which a rule alone may speak against a signal that has nothing else."""

_BY_MODEL = 0.25
"""Probability from which a piece with a rule beside it counts as the model's all the same."""

_SURE = 0.5
"""Likelihood from which a sentence needs no rule beside it."""

_ON_ONE_SENTENCE = 2
"""Signals that one stretch of talk may carry for the better, and as many for the worse."""

_GOES_ON = 25
"""Words after "nothing" from which an answer goes on to something else that would change."""

_CRUMB = 3
"""Words up to which a sentence is not held against anybody unless a rule says why."""

_BESIDE = 3
"""Blanks between two sentences that follow one another; more of them stand for what was left out of the rating."""

_SPARE = 20
"""Words under which a quote takes in the sentence beside it: an expert cites one or two, mostly of 15 to 30 words."""

_COMPANY = 0.1
"""Likelihood from which a sentence is worth being taken in."""

_MARGIN = 0.05
"""How much likelier one polarity must be for a stretch that looks like both."""


def find(
    transcript: Transcript,
    reading: ModelReading | None,
    heard: Mapping[int, Heard],
    calibration: Calibration,
    code: Review,
    opinion: SecondOpinion | None = None,
) -> tuple[Evidence, ...]:
    """All evidence worth showing, in the order of the transcript; with a second opinion, what both raters cite."""
    turns = {turn.i: turn for turn in transcript.candidate_turns}
    text = {i: turn.text for i, turn in turns.items()}
    weighed: list[Weighed] = []
    if reading is not None:
        weighed = _weighed(reading, heard, text, calibration)
        pieces = [_piece(x) for x in _shown(reading, weighed, calibration, transcript.round)]
    else:
        pieces = [
            x for i in sorted(heard) if i in turns for x in _cues(transcript.round, turns[i], heard[i], calibration)
        ]
    measured = [x for i in sorted(heard) if i in turns for x in _claims(transcript, turns[i], heard, code)]
    empty = [x for i in sorted(turns) for x in _hollow(transcript, turns[i])]
    pieces = [x for x in pieces if not _undone(x, empty) and not _contested(x, heard[x.turn])]
    pieces = [_extended(x, text[x.turn]) for x in pieces]
    pieces = _kept(pieces, text, withdrawn(transcript))

    def holds(piece: Piece) -> bool:
        return not _false(transcript.round, piece, heard[piece.turn], text[piece.turn], code)

    if opinion is not None:
        pieces = heeded(pieces, opinion, text)
    pieces = _joined(_unrepeated(_one_polarity([x for x in pieces if holds(x)]), text), text)
    pieces = [next(filter(holds, _accompanied(x, weighed, text[x.turn])), x) for x in pieces]
    pieces = [x for x in pieces if not _crumb(x, text[x.turn]) and not _refuted(x, transcript.tests)]
    pieces = [x for x in (*measured, *empty, *pieces) if not _misheard(x, turns[x.turn])]
    chosen = _strongest(pieces, calibration.per_signal)
    return tuple(_evidence(transcript, turns[piece.turn], piece, reading) for piece in chosen)


def _weighed(
    reading: ModelReading, heard: Mapping[int, Heard], text: Mapping[int, str], calibration: Calibration
) -> list[Weighed]:
    """Sentences that may be evidence, but for those whose words say the opposite."""
    every = weigh_sentences(reading, heard, text, calibration.weights)
    return [x for x in every if not contradicts(x, text[x.sentence.turn])]


def _shown(reading: ModelReading, weighed: list[Weighed], calibration: Calibration, round_: Round) -> list[Weighed]:
    """Sentences likely enough to show, and for a signal with none of them the likeliest, if that fits its rating."""
    least = {Polarity.PLUS: calibration.shown[round_], Polarity.MINUS: calibration.against}
    shown = [
        x
        for x in weighed
        if x.likelihood >= least[x.polarity] or _by_rule(x, calibration.sure_cue, calibration.by_rule)
    ]
    for signal, polarity in sorted({(x.signal, x.polarity) for x in weighed}):
        expected = reading.expected(signal)
        fits = expected >= _WELL_RATED if polarity is Polarity.PLUS else expected <= _BADLY_RATED
        same = [x for x in weighed if (x.signal, x.polarity) == (signal, polarity)]
        best = max(same, key=lambda x: (x.likelihood, -x.sentence.turn, -x.sentence.start))
        if any((x.signal, x.polarity) == (signal, polarity) for x in shown):
            continue
        ruled = [x for x in same if _by_rule(x, calibration.sure_cue, calibration.last_resort)]
        if fits and best.likelihood >= calibration.supported:
            shown.append(best)
        elif ruled and (polarity is Polarity.PLUS or expected <= _SO_SO or _plain(ruled)):
            shown.append(max(ruled, key=lambda x: (x.likelihood, -x.sentence.turn, -x.sentence.start)))
    return shown


def _plain(ruled: list[Weighed]) -> bool:
    """Whether a sentence says in so many words that the work was given out."""
    return any(x.cue is not None and x.cue.rule == "handed_over" for x in ruled)


def _by_rule(weighed: Weighed, strength: float, likelihood: float) -> bool:
    sure = weighed.cue is not None and weighed.cue.strength >= strength
    return sure and weighed.likelihood >= likelihood


def _piece(weighed: Weighed) -> Piece:
    sentence, cue = weighed.sentence, weighed.cue
    source = Source.LOCAL_MODEL if cue is None or weighed.model >= _BY_MODEL else Source.MEASURED
    return Piece(
        sentence.turn,
        sentence.start,
        sentence.end,
        weighed.signal,
        weighed.polarity,
        weighed.likelihood,
        source,
        why(cue.rule, cue.quote) if cue is not None else "",
    )


def _cues(round_: Round, turn: Turn, heard: Heard, calibration: Calibration) -> Iterator[Piece]:
    """Where no model was run, the rules stand alone."""
    for cue in heard.cues:
        verbatim = bool(cue.quote) and turn.text.startswith(cue.quote, cue.start)
        if cue.signal in SIGNALS[round_] and verbatim and cue.strength >= calibration.cue:
            end = cue.start + len(cue.quote)
            yield Piece(
                turn.i,
                cue.start,
                end,
                cue.signal,
                cue.polarity,
                cue.strength,
                Source.MEASURED,
                why(cue.rule, cue.quote),
            )


def _claims(transcript: Transcript, turn: Turn, heard: Mapping[int, Heard], code: Review) -> Iterator[Piece]:
    """A claim that does not hold is evidence against, unless it was put right; one that does is left to the rest."""
    for claim in heard[turn.i].claims:
        signal = claim_signal(transcript.round, claim.kind)
        start = turn.text.find(claim.quote)
        clause = against(claim, code)
        if not clause or signal is None or start < 0 or corrected(turn.i, claim, heard, transcript) is not None:
            continue
        start, end = whole(turn.text, start, start + len(claim.quote))
        yield Piece(turn.i, start, end, signal, Polarity.MINUS, 0.9, Source.MEASURED, clause)


def _hollow(transcript: Transcript, turn: Turn) -> Iterator[Piece]:
    """An empty answer to the very question is evidence against, whatever the model thinks."""
    found = hollow(transcript, turn)
    if found is not None:
        signal, clause = found
        yield Piece(turn.i, 0, len(turn.text), signal, Polarity.MINUS, 0.9, Source.MEASURED, clause)


def _extended(piece: Piece, text: str) -> Piece:
    start, end = whole(text, piece.start, piece.end)
    return replace(piece, start=start, end=end)


def _false(round_: Round, piece: Piece, heard: Heard, text: str, code: Review) -> bool:
    """What holds a claim that does not hold earns nothing for the signal the claim bears on, put right later or not.

    A wrong belief earns nothing for any signal.
    """
    said = text[piece.start : piece.end]
    if piece.signal == "complexity" and piece.polarity is Polarity.PLUS and unfounded(said, code):
        return True
    # What leads up to a wrong cost, and states none itself, is no better than the cost.
    leads = piece.signal == "complexity" and not _GROWTH.search(said)
    return piece.polarity is Polarity.PLUS and any(
        leads or claim.quote in said or said in claim.quote
        for claim in heard.claims
        if against(claim, code) and (claim.kind is ClaimKind.BELIEF or claim_signal(round_, claim.kind) == piece.signal)
    )


def _misheard(piece: Piece, turn: Turn) -> bool:
    """Whether what is held against somebody may be another word than they said."""
    return piece.polarity is Polarity.MINUS and touched(piece.start, piece.end, turn.unsure)


def _undone(piece: Piece, empty: list[Piece]) -> bool:
    """A guess of the model elsewhere does not stand against an empty answer to the question itself."""
    guess = piece.polarity is Polarity.PLUS and not piece.why and piece.strength < _SURE
    return guess and any(x.signal == piece.signal for x in empty)


def _kept(pieces: list[Piece], text: Mapping[int, str], taken_back: tuple[Withdrawn, ...]) -> list[Piece]:
    """The pieces without those for a signal whose figure the candidate took back, and "nothing" that goes on."""

    def gone(x: Piece) -> bool:
        if x.polarity is Polarity.MINUS:
            return x.why == NOTHING and len(text[x.turn][x.end :].split()) > _GOES_ON
        return rests_on(x.turn, x.start, text[x.turn][x.start : x.end], x.signal, taken_back)

    return [x for x in pieces if not gone(x)]


def _contested(piece: Piece, heard: Heard) -> bool:
    """A sentence in which a rule hears the signal is not held against it on the word of the model alone."""
    return piece.unruled and any(
        cue.signal == piece.signal
        and cue.polarity is Polarity.PLUS
        and min(cue.start + len(cue.quote), piece.end) > max(cue.start, piece.start)
        for cue in heard.cues
    )


def claim_signal(round_: Round, kind: ClaimKind) -> SignalId | None:
    """The signal that a claim bears on; None where the round has none for it."""
    if kind is ClaimKind.COMPLEXITY:
        return "complexity" if round_ is Round.CODING else None
    if round_ is not Round.SYSTEM_DESIGN:
        return None
    return "estimation" if kind is ClaimKind.ARITHMETIC else "depth"


def _one_polarity(pieces: list[Piece]) -> list[Piece]:
    """A stretch counts for a signal or against it; where the two are close, for neither."""
    kept = []
    for piece in pieces:
        other = [
            x.strength
            for x in pieces
            if x.signal == piece.signal and x.polarity != piece.polarity and x.overlaps(piece)
        ]
        if not other or piece.strength >= max(other) + _MARGIN:
            kept.append(piece)
    return kept


def _unrepeated(pieces: list[Piece], text: Mapping[int, str]) -> list[Piece]:
    """What was worth something when it was first said is not against its speaker when it is said again."""

    def said(piece: Piece) -> str:
        return " ".join(re.findall(r"\w+", text[piece.turn][piece.start : piece.end].lower()))

    first = [(x.signal, x.turn, said(x)) for x in pieces if x.polarity is Polarity.PLUS]
    return [
        x
        for x in pieces
        if x.polarity is Polarity.PLUS
        or not any(signal == x.signal and turn < x.turn and said(x) in plus for signal, turn, plus in first)
    ]


def _crumb(piece: Piece, text: str) -> bool:
    """A few words say too little to hold against somebody on the word of the model alone."""
    return piece.unruled and len(text[piece.start : piece.end].split()) <= _CRUMB


def _refuted(piece: Piece, tests: TestRun | None) -> bool:
    """Nothing that the model takes for a bug is one where every case passed."""
    passed = tests is not None and tests.total > 0 and tests.passed == tests.total
    return passed and piece.signal == "correctness" and piece.unruled


def _joined(pieces: list[Piece], text: Mapping[int, str]) -> list[Piece]:
    """Sentences that follow one another and say the same are one quote, as long as it can be read at a glance."""
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda x: (x.signal, x.polarity, x.turn, x.start, x.end)):
        last = joined[-1] if joined else piece
        said = text[piece.turn]
        same = _same_head(last, piece) and last.turn == piece.turn
        if same and _one_quote(said, (last.start, last.end), (piece.start, piece.end)):
            surer = max(last, piece, key=lambda x: (bool(x.why), x.strength))
            joined[-1] = replace(surer, start=last.start, end=piece.end)
        else:
            joined.append(piece)
    return joined


def _one_quote(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether a stretch follows another with but a few blanks between, and both together can be read at a glance."""
    between = text[first[1] : second[0]]
    follows = first[1] <= second[0] and len(between) <= _BESIDE and not between.strip()
    return follows and readable(text[first[0] : second[1]])


def _accompanied(piece: Piece, weighed: list[Weighed], text: str) -> list[Piece]:
    """A short piece with the sentence before or after it, the one likelier to be of the same signal first."""
    if len(text[piece.start : piece.end].split()) >= _SPARE:
        return []
    found = []
    for x in weighed:
        place = x.sentence
        if (place.turn, x.signal, x.polarity) != (piece.turn, piece.signal, piece.polarity) or x.likelihood < _COMPANY:
            continue
        first, second = sorted([(piece.start, piece.end), (place.start, place.end)])
        # The model cuts at the full stop of 95.1 too: what is taken in is taken in whole.
        longer = _extended(replace(piece, start=first[0], end=second[1]), text)
        if _one_quote(text, first, second) and readable(text[longer.start : longer.end]):
            found.append((x.likelihood, longer))
    return [longer for _, longer in sorted(found, key=lambda pair: -pair[0])]


def _strongest(pieces: Iterable[Piece], most: int) -> list[Piece]:
    """The strongest pieces per signal and polarity, no two over the same words, in the order of the transcript."""
    chosen: list[Piece] = []
    merged: list[Piece] = []
    for piece in sorted(pieces, key=lambda x: (not x.why, -x.strength, x.turn, x.start, x.signal, x.polarity)):
        same = [x for x in chosen if _same_head(x, piece)]
        # A signal that has no other quote is not crowded out.
        if len(same) + sum(_same_head(x, piece) for x in merged) >= most or (same and _crowded(piece, chosen)):
            continue
        # Two halves of one sentence are one quote; the second does not make room for a weaker one.
        (merged if any(x.overlaps(piece) for x in same) else chosen).append(piece)
    return sorted(chosen, key=lambda x: (x.turn, x.start, x.signal, x.polarity))


def _crowded(piece: Piece, chosen: list[Piece]) -> bool:
    """The stretch carries as many signals already as one stretch may."""
    return sum(x.polarity is piece.polarity and x.overlaps(piece) for x in chosen) >= _ON_ONE_SENTENCE


def _same_head(a: Piece, b: Piece) -> bool:
    return a.signal == b.signal and a.polarity == b.polarity


def _evidence(transcript: Transcript, turn: Turn, piece: Piece, reading: ModelReading | None) -> Evidence:
    start, end = trimmed(turn.text, piece.start, piece.end)
    positive = piece.polarity is Polarity.PLUS
    lean = reading.unasked(turn.i, start, end, piece.signal) if reading else 0.0
    return Evidence(
        turn.i,
        turn.text[start:end],
        piece.signal,
        piece.polarity,
        volunteered(transcript, turn, turn.text[start:end], piece.signal, positive, lean),
        piece.source,
        round(piece.strength, 2),
        piece.why,
    )
