"""One level up: the weakest sentences, and what each would have to contain one altitude higher."""

from collections.abc import Mapping, Sequence

from sparring.assessment.gaps import gaps
from sparring.assessment.grading import Grade, Material, Ungraded
from sparring.domain.debrief import OneLevelUp
from sparring.domain.evidence import Evidence
from sparring.domain.heard import Depth, Heard, Mention
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.topic import Topic

_MOST = 3


def lift(
    grades: Sequence[Grade | Ungraded],
    m: Material,
    rubric: Rubric,
    topics: Mapping[str, Topic],
    deciding: Sequence[SignalId],
) -> tuple[OneLevelUp, ...]:
    """Up to three sentences, those of deciding signals first."""
    if m.substance.nothing:
        return ()
    rated = [x for x in grades if isinstance(x, Grade) and x.value < 4]
    rated.sort(key=lambda x: (x.value, x.signal not in deciding, x.expected))
    lifted = [_lifted(grade, m, rubric) for grade in rated]
    found = [x for x in lifted if x is not None]
    named = _named(m, topics) if m.transcript.round is not Round.BEHAVIORAL else []
    chosen: list[OneLevelUp] = []
    for candidate in [*found[: _MOST - 1], *named[:1], *found[_MOST - 1 :], *named[1:]]:
        if len(chosen) < _MOST and all(x.quote != candidate.quote for x in chosen):
            chosen.append(candidate)
    return tuple(sorted(chosen, key=lambda x: (x.turn, x.signal)))


def _lifted(grade: Grade, m: Material, rubric: Rubric) -> OneLevelUp | None:
    weakest = _weakest(grade, m.evidence)
    if weakest is None:
        return None
    signal = rubric.signal(m.transcript.round, grade.signal)
    missing = gaps(grade.signal, weakest.quote)
    lead = _because(missing, weakest)
    return OneLevelUp(
        weakest.turn,
        weakest.quote,
        grade.signal,
        Altitude.of_rank(grade.value),
        f"{lead}{signal.one_level_up[grade.value]}",
    )


def _because(missing: tuple[str, ...], piece: Evidence) -> str:
    if missing:
        text = " and ".join(missing)
        return f"{text[:1].upper()}{text[1:]}. "
    if piece.why and piece.polarity.value == "-":
        return f"{piece.why[:1].upper()}{piece.why[1:]}. "
    return "" if piece.volunteered else "It came only once asked. "


def _weakest(grade: Grade, evidence: Sequence[Evidence]) -> Evidence | None:
    """Against the signal first; else what came prompted; else the least sure."""
    if grade.negative:
        return evidence[grade.negative[0]]
    prompted = [evidence[i] for i in grade.positive if not evidence[i].volunteered]
    if prompted:
        return prompted[-1]
    return evidence[grade.positive[-1]] if grade.positive else None


def _named(m: Material, topics: Mapping[str, Topic]) -> list[OneLevelUp]:
    """Facets that were only named, with what a senior answer contains."""
    found, seen = [], _covered(m.heard)
    for i in sorted(m.heard):
        for mention in m.heard[i].mentions:
            facet = _facet(mention, topics)
            key = (mention.topic, mention.facet)
            if facet and mention.depth is Depth.NAMED and mention.quote and key not in seen:
                seen.add(key)
                says = f"{facet[0]} was named and left there. A senior answer says: {facet[1]}"
                found.append(OneLevelUp(i, mention.quote, _topic_signal(m.transcript.round), Altitude.MID, says))
    return found


def _topic_signal(round_: Round) -> SignalId:
    return "depth" if round_ is Round.SYSTEM_DESIGN else "approach"


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
    return facet.title, facet.senior
