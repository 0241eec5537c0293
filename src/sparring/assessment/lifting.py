"""One level up: the weakest sentences, and what each would have to contain one altitude higher."""

import re
from collections.abc import Mapping, Sequence

from sparring.assessment.anchoring import already_says
from sparring.assessment.gaps import gaps
from sparring.assessment.grading import Grade, Material, Ungraded, by_urgency, measured
from sparring.assessment.signs import ANY_NUMBER, ANY_REASON
from sparring.domain.debrief import Moment, OneLevelUp
from sparring.domain.evidence import Evidence, Polarity
from sparring.domain.heard import Depth, Heard, Mention
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.topic import Topic

_MOST = 3
_AFTER = 200
"""Characters after a name in which its reason may stand."""

_NOT = re.compile(r"\b(not|n't|no|never|without|rather than|instead of)\b|n't\b", re.IGNORECASE)


def lift(
    grades: Sequence[Grade | Ungraded],
    m: Material,
    rubric: Rubric,
    topics: Mapping[str, Topic],
    deciding: Sequence[SignalId],
    praised: Sequence[Moment] = (),
) -> tuple[OneLevelUp, ...]:
    """Up to three sentences, those of deciding signals first; none of the praised moments is among them."""
    if m.substance.nothing:
        return ()
    rated = [x for x in by_urgency(grades, deciding) if measured(x.signal, m.transcript) is None]
    lifted = [_lifted(grade, m, rubric, {(x.turn, x.quote) for x in praised if x.helped}) for grade in rated]
    found = [x for x in lifted if x is not None]
    # Where the log says what was drilled, the debrief has a list of what did not hold.
    deep = any(isinstance(x, Grade) and x.signal == "depth" and x.value > Altitude.MID.rank for x in grades)
    named = _named(m, topics) if m.transcript.round is Round.SYSTEM_DESIGN and not m.drills and not deep else []
    chosen: list[OneLevelUp] = []
    for candidate in [*found[: _MOST - 1], *named[:1], *found[_MOST - 1 :], *named[1:]]:
        if len(chosen) < _MOST and all(x.quote != candidate.quote for x in chosen):
            chosen.append(candidate)
    return tuple(sorted(chosen, key=lambda x: (x.turn, x.signal)))


def _lifted(grade: Grade, m: Material, rubric: Rubric, praised: set[tuple[int, str]]) -> OneLevelUp | None:
    signal = rubric.signal(m.transcript.round, grade.signal)
    weak = [x for x in _weakest_first(grade, m.evidence) if (x.turn, x.quote) not in praised]
    unasked = any(m.evidence[i].volunteered for i in grade.positive)
    for piece in weak:
        sounded = _sounded(piece, grade)
        asked = signal.one_level_up[sounded]
        turn = next(x.text for x in m.transcript.turns if x.i == piece.turn)
        if not already_says(asked, turn if sounded < Altitude.MID.rank else piece.quote):
            lead = _because(gaps(grade.signal, grade.value, piece.quote, turn), piece, unasked=unasked)
            return OneLevelUp(piece.turn, piece.quote, grade.signal, Altitude.of_rank(sounded), f"{lead}{asked}")
    return None


def _sounded(piece: Evidence, grade: Grade) -> int:
    """What speaks against a signal never sounded senior, however well the rest of it went."""
    return min(grade.value, Altitude.MID.rank) if piece.polarity is Polarity.MINUS else grade.value


def _because(missing: tuple[str, ...], piece: Evidence, *, unasked: bool) -> str:
    """What was wrong with the piece; `unasked` says whether anything for its signal came by itself."""
    if missing:
        text = " and ".join(missing)
        return f"{text[:1].upper()}{text[1:]}. "
    if piece.polarity is Polarity.MINUS:
        return f"{piece.why[:1].upper()}{piece.why[1:]}. " if piece.why else ""
    return "" if unasked else "It came only once asked. "


def _weakest_first(grade: Grade, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Against the signal first; then what came prompted; then the least sure."""
    against = [evidence[i] for i in grade.negative]
    weak = [evidence[i] for i in reversed(grade.positive)]
    return [*against, *(x for x in weak if not x.volunteered), *(x for x in weak if x.volunteered)]


def _named(m: Material, topics: Mapping[str, Topic]) -> list[OneLevelUp]:
    """Facets that were named without a reason or a figure after it, with what a senior answer contains."""
    found, seen = [], _covered(m.heard)
    text = {turn.i: turn.text for turn in m.transcript.candidate_turns}
    for i in sorted(m.heard):
        for mention in m.heard[i].mentions:
            facet = _facet(mention, topics)
            key = (mention.topic, mention.facet)
            bare = mention.depth is Depth.NAMED and mention.quote and not _borne_out(mention.quote, text[i])
            if facet and bare and key not in seen:
                seen.add(key)
                says = f"{facet[0]} came up. A senior answer goes on: {facet[1]}"
                found.append(OneLevelUp(i, mention.quote, "depth", Altitude.MID, says))
    return found


def _borne_out(quote: str, turn: str) -> bool:
    """Whether the naming is a refusal, or what follows gives a reason or a figure."""
    after = turn.partition(quote)[2][:_AFTER]
    return _NOT.search(quote) is not None or any(x.search(f"{quote} {after}") for x in (ANY_REASON, ANY_NUMBER))


def _covered(heard: Mapping[int, Heard]) -> set[tuple[str, str | None]]:
    return {(x.topic, x.facet) for h in heard.values() for x in h.mentions if x.depth is Depth.COVERED}


def _facet(mention: Mention, topics: Mapping[str, Topic]) -> tuple[str, str] | None:
    topic = topics.get(mention.topic)
    if topic is None or mention.facet is None:
        return None
    try:
        facet = topic.facet(mention.facet)
    except KeyError:
        return None
    return f"{topic.title}, “{facet.title}”,", facet.senior
