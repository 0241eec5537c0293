"""Rules on ids that a question takes from elsewhere."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches

from sparring.bank.problem import Finding, KeyPath
from sparring.domain.question import AnyQuestion, BehavioralQuestion, DesignQuestion, Standing
from sparring.domain.rubric import SIGNALS
from sparring.domain.topic import Topic


def signals_exist(question: AnyQuestion) -> Iterator[Finding]:
    """Phases, probes, target and expectations name signals of the question's round."""
    known = SIGNALS[question.round]
    for i, phase in enumerate(question.phases):
        yield from _known(("phases", i, "signals"), phase.signals, known, "signal")
    for i, probe in enumerate(question.probes):
        yield from _is_known(("probes", i, "signal"), probe.signal, known, "signal")
    if isinstance(question, BehavioralQuestion):
        yield from _is_known(("target",), question.target, known, "signal")
        yield from _known(("expects",), question.expects, known, "signal")


def signals_probed(question: AnyQuestion) -> Iterator[Finding]:
    """Every signal of a design round has a probe, and every one that a behavioral question expects, two layers deep."""
    if isinstance(question, DesignQuestion):
        wanted: Sequence[str] = SIGNALS[question.round]
    elif isinstance(question, BehavioralQuestion):
        wanted = question.expects
        for i, probe in enumerate(question.probes):
            if len(probe.layers) < 2:
                yield Finding(("probes", i, "layers"), "at least 2", str(len(probe.layers)))
    else:
        return
    probed = {probe.signal for probe in question.probes}
    for signal in wanted:
        if signal not in probed:
            yield Finding(("probes",), f"a probe for the signal {signal!r}", "none")


def topics_exist(question: AnyQuestion, topics: Collection[str]) -> Iterator[Finding]:
    """Every topic is a file in topics/."""
    yield from _known(("topics",), question.topics, topics, "topic")
    if isinstance(question, DesignQuestion):
        yield from _known(("crux",), question.crux, topics, "topic")


def drills_exist(question: DesignQuestion, topics: Iterable[Topic]) -> Iterator[Finding]:
    """Every drill that a question lists, every side and every topic in their place, is there."""
    known = set[str]()
    for topic in topics:
        known.add(topic.id)
        for facet in topic.facets:
            known |= {f"{topic.id}:{facet.id}", *(f"{topic.id}:{facet.id}:{k}" for k in range(len(facet.drills)))}
    for standing in (Standing.HEART, Standing.NATURAL):
        listed = [drill for drill, stands in question.drills.items() if stands is standing]
        yield from _known(("drills", standing.value), listed, known, "drill")


def specialty_exists(specialty: Sequence[str], topics: Collection[str]) -> Iterator[Finding]:
    """An interviewer's special topics are files in topics/."""
    yield from _known(("specialty",), specialty, topics, "topic")


def _known(path: KeyPath, ids: Sequence[str], known: Collection[str], what: str) -> Iterator[Finding]:
    for i, id_ in enumerate(ids):
        yield from _is_known((*path, i), id_, known, what)


def _is_known(path: KeyPath, id_: str, known: Collection[str], what: str) -> Iterator[Finding]:
    if id_ not in known:
        near = get_close_matches(id_, sorted(known), n=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        yield Finding(path, f"a known {what}", f"{id_!r}{hint}")
