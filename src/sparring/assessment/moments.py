"""The two to four moments that decided a round."""

from collections.abc import Sequence

from sparring.assessment.grading import Grade, Material, Ungraded, measured
from sparring.domain.debrief import Moment
from sparring.domain.evidence import Evidence, Polarity
from sparring.domain.rubric import Rubric, SignalId

_MOST = 4
_LEAST = 2
_SURE = 0.3
"""Strength from which a piece may be a third or fourth moment."""

_FEW_TURNS = 4
"""Candidate turns below which one turn may hold several moments."""

_BELOW = 2
"""Rating below the bar: nothing is called made good there, and nothing for it decided the round."""

_DECIDING = 1.5
"""How much more a deciding signal weighs."""


def moments(
    grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric, deciding: Sequence[SignalId], passed: bool
) -> tuple[Moment, ...]:
    """The evidence with the most leverage, one a turn if there are several, in the order of the round.

    What did not pass, or is too close to call, shows at least one thing that speaks against it, and everything one that
    speaks for it, where there is such a thing.
    """
    by_signal = {x.signal: x for x in grades if isinstance(x, Grade) and measured(x.signal, m.transcript) is None}
    ranked = sorted(m.evidence, key=lambda x: (-_leverage(x, by_signal, deciding), x.turn, x.signal))
    same = _same_quote if len(m.transcript.candidate_turns) < _FEW_TURNS else _same_turn
    chosen: list[Evidence] = []
    for least in (_MOST, _LEAST):
        for piece in ranked:
            # First one moment a signal; then whatever is strongest, where that leaves fewer than two.
            fresh = piece.strength >= _SURE and all(x.signal != piece.signal for x in chosen)
            known = piece.signal in by_signal and not any(same(x, piece) for x in chosen)
            # What was shown for a signal below the bar did not decide the round.
            idle = known and piece.polarity is Polarity.PLUS and by_signal[piece.signal].value <= _BELOW
            if len(chosen) < least and known and ((fresh and not idle) or least == _LEAST):
                chosen.append(piece)
    for wanted in (Polarity.PLUS,) if passed else (Polarity.PLUS, Polarity.MINUS):
        chosen = _with(wanted, chosen, [x for x in ranked if x.signal in by_signal])
    at = {turn.i: turn.at for turn in m.transcript.turns}
    return tuple(
        Moment(x.turn, at[x.turn], x.quote, _what(x, by_signal[x.signal], m, rubric), x.polarity is Polarity.PLUS)
        for x in sorted(chosen, key=lambda x: x.turn)
    )


def _with(wanted: Polarity, chosen: list[Evidence], ranked: list[Evidence]) -> list[Evidence]:
    """The moments with one of the wanted polarity among them: the last gives way where there is no room."""
    best = next((x for x in ranked if x.polarity is wanted), None)
    if best is None or any(x.polarity is wanted for x in chosen):
        return chosen
    kept = [x for x in chosen if not _same_quote(x, best)]
    return [*kept[: _MOST - 1], best]


def _same_turn(a: Evidence, b: Evidence) -> bool:
    return a.turn == b.turn


def _same_quote(a: Evidence, b: Evidence) -> bool:
    return a.turn == b.turn and (a.quote in b.quote or b.quote in a.quote)


def _leverage(piece: Evidence, by_signal: dict[SignalId, Grade], deciding: Sequence[SignalId]) -> float:
    grade = by_signal.get(piece.signal)
    if grade is None:
        return 0.0
    positive = piece.polarity is Polarity.PLUS
    agrees = abs(grade.expected - 2.5) if positive == (grade.expected > 2.5) else 0.1
    unasked = 1.2 if positive and piece.volunteered else 1.0
    return piece.strength * (0.5 + agrees) * unasked * (_DECIDING if piece.signal in deciding else 1.0)


def _what(piece: Evidence, grade: Grade, m: Material, rubric: Rubric) -> str:
    title = rubric.signal(m.transcript.round, piece.signal).title
    if piece.polarity is Polarity.PLUS:
        elsewhere = any(m.evidence[i].volunteered for i in grade.positive)
        how = "unasked" if piece.volunteered else "here once asked" if elsewhere else "once asked"
        return f"{title}, shown {how}" + (f": {piece.why}" if piece.why else "")
    better = grade.value > _BELOW and any(m.evidence[i].turn > piece.turn for i in grade.positive)
    kept = ", made good later" if better else ""
    return f"{title}: this counted against it{kept}" + (f" ({piece.why})" if piece.why else "")
