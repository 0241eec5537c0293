"""The figures of a bench, as a table and as JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sparring.assessment.agreement import NONE_FOUND, Agreement, Found, agreement
from sparring.assessment.baselines import by_words, commonest
from sparring.assessment.bench_misses import Miss, Table, confusion, confusion_text, worst
from sparring.assessment.corpus import Cited, Label, Labelled
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, MistakeId, SignalId
from sparring.domain.transcript import Transcript

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One session: what the label says and what the debrief says."""

    round: Round
    words: int
    label: Label
    ratings: Mapping[SignalId, int | None]
    """None where the debrief says not seen."""

    inside: tuple[bool, ...]
    """For every signal both rated, whether the label lies in the debrief's interval."""

    verdict: int
    altitude: int
    evidence: Found
    volunteered: Pairs
    """For every hit, (label, debrief) as 1 or 0."""

    mistakes: frozenset[MistakeId]
    miss: Miss
    seconds: float

    @classmethod
    def of(cls, session: Labelled, debrief: Debrief, seconds: float) -> "Outcome":
        """Compares one debrief with its label."""
        ratings = {x.signal: x.value if isinstance(x, Rating) else None for x in debrief.scores}
        cited = [Cited(x.turn, x.quote, x.signal, x.polarity, x.volunteered) for x in debrief.evidence]
        found, volunteered = compare_evidence(session.transcript, session.label.evidence, cited)
        inside = tuple(
            x.low <= reference <= x.high
            for x in debrief.scores
            if isinstance(x, Rating) and (reference := session.label.ratings.get(x.signal)) is not None
        )
        return cls(
            session.transcript.round,
            sum(len(turn.text.split()) for turn in session.transcript.candidate_turns),
            session.label,
            ratings,
            inside,
            debrief.verdict.value.rank,
            debrief.altitude.value.rank,
            found,
            volunteered,
            frozenset(x.mistake for x in debrief.mistakes),
            _miss(session, debrief),
            seconds,
        )


def _miss(session: Labelled, debrief: Debrief) -> Miss:
    label = session.label
    apart = [
        (x.signal, reference, x.value, x.reason)
        for x in debrief.scores
        if isinstance(x, Rating) and (reference := label.ratings.get(x.signal)) and abs(x.value - reference) > 1
    ]
    verdict = (label.verdict.rank, debrief.verdict.value.rank)
    return Miss(session.transcript.id, verdict, (label.altitude.rank, debrief.altitude.value.rank), tuple(apart))


def compare_evidence(transcript: Transcript, truth: Sequence[Cited], cited: Sequence[Cited]) -> tuple[Found, Pairs]:
    """How far cited quotes agree with the true ones (overlap, signal, polarity), and volunteered on both sides."""
    text = {turn.i: turn.text for turn in transcript.turns}

    def span(x: Cited) -> tuple[int, int]:
        start = text[x.turn].find(x.quote)
        return start, start + len(x.quote)

    def same(a: Cited, b: Cited) -> bool:
        (a0, a1), (b0, b1) = span(a), span(b)
        head = (a.turn, a.signal, a.polarity) == (b.turn, b.signal, b.polarity)
        return head and min(a1, b1) > max(a0, b0)

    hits = [(next((t for t in truth if a.turn == t.turn and same(a, t)), None), a) for a in cited]
    matched = [(t, a) for t, a in hits if t is not None]
    covered = sum(any(a.turn == t.turn and same(t, a) for a in cited) for t in truth)
    volunteered = [(int(t.volunteered), int(a.volunteered)) for t, a in matched if t.polarity is Polarity.PLUS]
    return Found(len(matched), len(cited), covered, len(truth)), volunteered


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the debrief's agreement beside the two baselines."""

    name: str
    rater: Agreement
    words: Agreement
    commonest: Agreement


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of one round, or of all together."""

    name: str
    sessions: int
    signals: tuple[Row, ...]
    pooled: Row
    verdict: Row
    altitude: Row
    hire_or_not: float
    """Share of sessions in which hire or no hire is right."""

    unseen: Found
    """Signals that the label leaves unrated, as the debrief's `not seen` finds them."""

    coverage: float
    """Share of the ratings in the labels that lie in the debrief's 80 % interval."""

    evidence: Found
    volunteered: float
    """Share of the right positive quotes that are rightly called volunteered or prompted."""

    mistakes: Found
    confusion: tuple[tuple[str, Table], ...]
    """Of ratings, verdict and altitude."""


@dataclass(frozen=True, slots=True)
class BenchReport:
    """Everything a bench found."""

    parts: tuple[Part, ...]
    """Each round present, then all together."""

    trained_on: int
    """How many of the sessions the weights had seen in training; figures on those say nothing."""

    seconds_median: float
    seconds_worst: float
    peak_mb: float
    worst: tuple[Miss, ...] = ()
    """The ten sessions that are furthest from their labels."""

    def text(self) -> str:
        """The report as a printable table, with its last line end."""
        lines = [*self._warning()]
        for part in self.parts:
            lines += _part_text(part)
        for name, table in self.parts[-1].confusion:
            lines += confusion_text(name, table)
        if self.worst:
            lines += ["", "furthest off:", *(f"  {line}" for miss in self.worst for line in miss.text()), ""]
        lines.append(
            f"time a session: median {self.seconds_median:.2f} s, worst {self.seconds_worst:.2f} s; "
            f"peak memory {self.peak_mb:.0f} MB"
        )
        return "\n".join(lines) + "\n"

    def _warning(self) -> list[str]:
        if not self.trained_on:
            return []
        total = self.parts[-1].sessions
        return [
            f"!! {self.trained_on} of these {total} sessions were SEEN IN TRAINING by the weights: this measures",
            "!! memory, not quality. Use readings of a model that has not seen them (docs/benchmark.md).",
            "",
        ]

    def as_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {
            "trained_on": self.trained_on,
            "seconds": {"median": round(self.seconds_median, 3), "worst": round(self.seconds_worst, 3)},
            "peak_mb": round(self.peak_mb),
            "parts": [_part_json(part) for part in self.parts],
            "worst": [asdict(miss) for miss in self.worst],
        }


def report_of(outcomes: Sequence[Outcome], *, trained_on: int, peak_mb: float) -> BenchReport:
    """The figures of all outcomes."""
    rounds = [round_ for round_ in Round if any(x.round is round_ for x in outcomes)]
    parts = [_part(round_.label, [x for x in outcomes if x.round is round_]) for round_ in rounds]
    parts.append(_part("all rounds", outcomes))
    seconds = sorted(x.seconds for x in outcomes) or [0.0]
    off = worst([x.miss for x in outcomes])
    return BenchReport(tuple(parts), trained_on, seconds[len(seconds) // 2], seconds[-1], peak_mb, off)


def _part(name: str, outcomes: Sequence[Outcome]) -> Part:
    heads = sorted({(x.round, signal) for x in outcomes for signal in x.ratings}, key=_order)
    rows = [_signal_row(round_, signal, outcomes) for round_, signal in heads]
    inside = [x for outcome in outcomes for x in outcome.inside]
    volunteered = [x for outcome in outcomes for x in outcome.volunteered]
    hire = [(x.verdict > 2) == (x.label.verdict.rank > 2) for x in outcomes]
    several = len({x.round for x in outcomes}) > 1
    return Part(
        name,
        len(outcomes),
        () if several else tuple(_row(signal, *pairs) for (_, signal), pairs in zip(heads, rows, strict=True)),
        _row("ratings pooled", *(_joined(rows, k) for k in range(3))),
        _whole_row("verdict", outcomes, lambda x: (x.label.verdict.rank, x.verdict)),
        _whole_row("altitude", outcomes, lambda x: (x.label.altitude.rank, x.altitude)),
        _mean(hire),
        sum((_unseen(x) for x in outcomes), NONE_FOUND),
        _mean(inside),
        sum((x.evidence for x in outcomes), NONE_FOUND),
        _mean([a == b for a, b in volunteered]),
        sum((_mistakes(x) for x in outcomes), NONE_FOUND),
        (
            ("ratings", confusion(_joined(rows, 0))),
            ("verdict", confusion([(x.label.verdict.rank, x.verdict) for x in outcomes])),
            ("altitude", confusion([(x.label.altitude.rank, x.altitude) for x in outcomes])),
        ),
    )


def _order(head: tuple[Round, SignalId]) -> tuple[int, int]:
    return list(Round).index(head[0]), SIGNALS[head[0]].index(head[1])


def _signal_row(round_: Round, signal: SignalId, outcomes: Sequence[Outcome]) -> tuple[Pairs, Pairs, Pairs]:
    """Pairs of the rater, of the word count, and of the commonest value, wherever the label has a rating."""
    rated = [(x, y) for x in outcomes if x.round is round_ and (y := x.label.ratings.get(signal)) is not None]
    values, words = [y for _, y in rated], [x.words for x, _ in rated]
    rater = [(y, value) for x, y in rated if (value := x.ratings[signal]) is not None]
    return rater, _zip(values, by_words(words, values)), _zip(values, commonest(values))


def _whole_row(name: str, outcomes: Sequence[Outcome], pick: Callable[[Outcome], tuple[int, int]]) -> Row:
    pairs: Pairs = []
    words: Pairs = []
    common: Pairs = []
    for round_ in Round:
        mine = [x for x in outcomes if x.round is round_]
        values = [pick(x)[0] for x in mine]
        pairs += [pick(x) for x in mine]
        words += _zip(values, by_words([x.words for x in mine], values))
        common += _zip(values, commonest(values))
    return _row(name, pairs, words, common)


def _row(name: str, rater: Pairs, words: Pairs, common: Pairs) -> Row:
    return Row(name, agreement(rater), agreement(words), agreement(common))


def _joined(rows: Sequence[tuple[Pairs, Pairs, Pairs]], k: int) -> Pairs:
    return [pair for row in rows for pair in row[k]]


def _zip(a: Sequence[int], b: Sequence[int]) -> Pairs:
    return list(zip(a, b, strict=True))


def _unseen(x: Outcome) -> Found:
    truth = {signal for signal, value in x.label.ratings.items() if value is None}
    said = {signal for signal, value in x.ratings.items() if value is None}
    return Found(len(truth & said), len(said), len(truth & said), len(truth))


def _mistakes(x: Outcome) -> Found:
    both = len(x.mistakes & x.label.mistakes)
    return Found(both, len(x.mistakes), both, len(x.label.mistakes))


def _mean(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def _part_text(part: Part) -> list[str]:
    head = f"{part.name}: {part.sessions} sessions"
    lines = [head, f"  {'':20}{'n':>5}{'kappa':>8}{'exact':>7}{'±1':>6}   {'words':>6}{'commonest':>11}"]
    lines += [_row_text(row) for row in (*part.signals, part.pooled, part.verdict, part.altitude)]
    e, k, u = part.evidence, part.mistakes, part.unseen
    return [
        *lines,
        f"  hire or not right {part.hire_or_not:.2f}; in the 80 % interval {part.coverage:.2f}; "
        f"not seen P {u.precision:.2f} R {u.recall:.2f} (n {u.reference})",
        f"  evidence P {e.precision:.2f} R {e.recall:.2f} F1 {e.f1:.2f} (shown {e.found}, labelled {e.reference}); "
        f"volunteered or prompted right {part.volunteered:.2f}",
        f"  mistakes P {k.precision:.2f} R {k.recall:.2f} F1 {k.f1:.2f} (said {k.found}, labelled {k.reference})",
        "",
    ]


def _row_text(row: Row) -> str:
    r = row.rater
    return (
        f"  {row.name:20}{r.n:5}{_number(r.kappa):>8}{r.exact:7.2f}{r.within_one:6.2f}"
        f"   {_number(row.words.kappa):>6}{_number(row.commonest.kappa):>11}"
    )


def _number(kappa: float | None) -> str:
    return "-" if kappa is None else f"{kappa:.2f}"


def _part_json(part: Part) -> dict[str, Any]:
    found = {
        name: {"precision": x.precision, "recall": x.recall, "f1": x.f1, "found": x.found, "reference": x.reference}
        for name, x in (("evidence", part.evidence), ("mistakes", part.mistakes), ("not_seen", part.unseen))
    }
    return {
        "name": part.name,
        "sessions": part.sessions,
        "signals": {row.name: _row_json(row) for row in part.signals},
        "pooled": _row_json(part.pooled),
        "verdict": _row_json(part.verdict),
        "altitude": _row_json(part.altitude),
        "hire_or_not": part.hire_or_not,
        "interval_coverage": part.coverage,
        "volunteered": part.volunteered,
        "confusion": dict(part.confusion),
        **found,
    }


def _row_json(row: Row) -> dict[str, Any]:
    return {"rater": asdict(row.rater), "words": asdict(row.words), "commonest": asdict(row.commonest)}
