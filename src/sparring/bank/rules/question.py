"""Rules on a question by itself."""

from collections.abc import Iterator
from uuid import UUID

from sparring.bank.problem import Finding, KeyPath, short
from sparring.bank.questions import LENGTHS, TOLD
from sparring.bank.rules.wording import guarded, one_question, unique
from sparring.domain.question import AnyQuestion, BehavioralQuestion, CodingQuestion, DesignQuestion
from sparring.domain.transcript import Speaker

BREATH = 50
"""Most words of anything that is said in one turn."""

OPENING = 72
"""Most words of a statement, which is said in one turn with a greeting."""

SPARE = 1e-6
"""Minutes by which a sum of fractions may miss."""


def uuid_is_random(question: AnyQuestion) -> Iterator[Finding]:
    """The uuid is a version 4 one, as `python -c "import uuid; print(uuid.uuid4())"` makes it."""
    try:
        if str(parsed := UUID(question.uuid)) == question.uuid.lower() and parsed.version == 4:
            return
    except ValueError:
        pass
    yield Finding(("uuid",), "a uuid4", repr(question.uuid))


def minutes_add_up(question: AnyQuestion) -> Iterator[Finding]:
    """The phases fill each length of a round."""
    for length in LENGTHS:
        total = sum(phase.minutes.get(length, 0.0) for phase in question.phases)
        if abs(total - length) > SPARE:
            yield Finding(("phases",), f"minutes that add up to {length}", f"{total:g}")


def ids_are_unique(question: AnyQuestion) -> Iterator[Finding]:
    """Facts, phases, changes, quantities, cases and flawed solutions have ids of their own."""
    yield from unique(("facts",), [fact.id for fact in question.facts])
    yield from unique(("phases",), [phase.id for phase in question.phases])
    if isinstance(question, DesignQuestion):
        yield from unique(("changes",), [change.id for change in question.changes])
        yield from unique(("quantities",), [quantity.id for quantity in question.quantities])
    if isinstance(question, CodingQuestion):
        yield from unique(("cases",), [case.id for case in question.cases])
        yield from unique(("flawed",), [flawed.name for flawed in question.flawed], key="name")


def exemplars_are_complete(question: AnyQuestion) -> Iterator[Finding]:
    """Mid, senior and staff, once each, with the candidate speaking."""
    altitudes = [exemplar.altitude for exemplar in question.exemplars]
    if sorted(altitudes) != sorted(TOLD):
        yield Finding(("exemplars",), "mid, senior and staff, one each", ", ".join(altitudes))
    for i, exemplar in enumerate(question.exemplars):
        if all(speaker != Speaker.CANDIDATE for speaker, _ in exemplar.turns):
            yield Finding(("exemplars", i, "turns"), "a turn of the candidate", "none")


def questions_are_questions(question: AnyQuestion) -> Iterator[Finding]:
    """Probes and the openings of phases are asked as they stand."""
    for i, probe in enumerate(question.probes):
        for j, layer in enumerate(probe.layers):
            yield from one_question(("probes", i, "layers", j), layer)
    for i, phase in enumerate(question.phases):
        yield from one_question(("phases", i, "opens_with"), phase.opens_with)


def nothing_leaks(question: AnyQuestion) -> Iterator[Finding]:
    """Nothing that the candidate hears or is given holds a guarded idea; hints may."""
    yield from guarded(list(_said(question)), question.guarded)


def spoken_in_a_breath(question: AnyQuestion) -> Iterator[Finding]:
    """What is said leaves room for a manner under sixty words; a statement may be longer, and ask twice."""
    said = [*_said(question), *((("hints", i), hint) for i, hint in enumerate(question.hints))]
    for path, text in said:
        if path[0] in ("stages", "starter.py"):
            continue
        words, most = len(text.split()), OPENING if path[0] == "statement" else BREATH
        if words > most:
            yield Finding(path, f"at most {most} words", str(words))
        if text.count("?") > 1 and path[0] != "statement":
            yield Finding(path, "at most one question", short(text))


def cases_are_shown_and_hidden(question: AnyQuestion) -> Iterator[Finding]:
    """A coding question has an open case to try and a hidden one to judge by."""
    if not isinstance(question, CodingQuestion):
        return
    shown = {case.open for case in question.cases}
    if shown != {True, False}:
        yield Finding(("cases",), "open and hidden cases", "only open ones" if True in shown else "only hidden ones")


def _said(question: AnyQuestion) -> Iterator[tuple[KeyPath, str]]:
    yield ("statement",), question.statement
    for i, fact in enumerate(question.facts):
        yield ("facts", i, "says"), fact.says
    for i, phase in enumerate(question.phases):
        yield ("phases", i, "opens_with"), phase.opens_with
    for i, probe in enumerate(question.probes):
        for j, layer in enumerate(probe.layers):
            yield ("probes", i, "layers", j), layer
    yield from _said_by_round(question)


def _said_by_round(question: AnyQuestion) -> Iterator[tuple[KeyPath, str]]:
    match question:
        case DesignQuestion():
            yield from ((("changes", i, "says"), change.says) for i, change in enumerate(question.changes))
            yield from ((("wrong_hints", i, "says"), hint.says) for i, hint in enumerate(question.wrong_hints))
        case BehavioralQuestion():
            yield from ((("traps", i, "says"), trap.says) for i, trap in enumerate(question.traps))
        case CodingQuestion():
            yield from ((("stages", i, "says"), stage.says) for i, stage in enumerate(question.stages))
            yield ("starter.py",), question.starter
