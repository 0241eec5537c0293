"""The checks on the interviewer: each is a yes or no over a whole session, and says where it fails."""

import itertools
import re
from collections.abc import Callable, Iterator

from evals.play import Played
from sparring.domain.guarded import names
from sparring.domain.move import MoveKind
from sparring.engine.policies.clarify import AS_SAID, YES_NO
from sparring.engine.policies.time_check import marks
from sparring.engine.state import GIVEN, Moved, Said, same_words

PRAISE = re.compile(
    r"\b(great|excellent|perfect|impressive|good (job|answer|point|idea|question)|nice|well done|awesome|brilliant|"
    r"correct|exactly|spot on|that'?s right|i like that|strong (answer|hire)|weak answer|wrong)\b",
    re.IGNORECASE,
)
OPENING_WORDS = 90
"""The statement, and the statement of a coding follow-up, may be longer than other turns."""


def spoken(played: Played) -> list[Moved]:
    """Everything the interviewer said."""
    return [moved for moved in played.conductor.state.moved if moved.text]


def _asks(text: str) -> int:
    """Question marks outside quotes of the candidate's words."""
    return re.sub(r"“[^”]*”", "", text).count("?")


def asks_one_thing_at_a_time(played: Played) -> Iterator[str]:
    """At most one question a turn."""
    for moved in spoken(played):
        if (
            _asks(moved.text) > 1
            and moved.move.kind is not MoveKind.OPEN
            and moved.move.wording != "ask_self_assessment"
        ):
            yield moved.text


ANSWER_WORDS = 100
"""Words of an answer to several questions at once."""


def stays_under_sixty_words(played: Played) -> Iterator[str]:
    """Short turns."""
    for moved in spoken(played):
        stated = moved.move.wording in ("open", "repeat") or (moved.move.ref or "").startswith("stage:")
        answers = moved.move.kind is MoveKind.ANSWER_CLARIFICATION
        most = OPENING_WORDS if stated else ANSWER_WORDS if answers else 60
        if len(moved.text.split()) > most:
            yield moved.text


def never_repeats_a_question(played: Played) -> Iterator[str]:
    """No ask comes twice."""
    seen: set[str] = set()
    for moved in spoken(played):
        ask = same_words(moved.move.slots.get("ask", ""))
        if ask and ask in seen:
            yield moved.text
        seen.add(ask)


def never_leaks_the_solution(played: Played) -> Iterator[str]:
    """No guarded idea comes from the interviewer first; hints are meant to give something away."""
    said: list[str] = []
    for entry in _in_order(played):
        if isinstance(entry, Said):
            said.append(entry.text)
        elif entry.move.kind is not MoveKind.HINT:
            for idea in played.conductor.plan.question.guarded:
                if names(entry.text, idea) and not any(names(text, idea) for text in said):
                    yield f"{idea}: {entry.text}"


def _own(moved: Moved) -> str:
    """The interviewer's own words, without what is quoted or comes out of the bank."""
    own = re.sub(r"“[^”]*”", "", moved.text)
    for slot in moved.move.slots.values():
        own = own.replace(" ".join(slot.split()), "")
    return own


def never_rates_or_praises(played: Played) -> Iterator[str]:
    """No verdict and no applause before the close; what asks for the candidate's own verdict names the choices."""
    for moved in spoken(played):
        if moved.move.wording == "ask_self_assessment":
            continue
        if PRAISE.search(_own(moved)):
            yield moved.text


def answers_clarifications_from_the_facts(played: Played) -> Iterator[str]:
    """What is answered is a fact of the question, or "assume something sensible"."""
    facts = tuple(_plain(fact.says) for fact in played.conductor.plan.question.facts)
    for moved in spoken(played):
        answers = moved.move.kind is MoveKind.ANSWER_CLARIFICATION and "answer" in moved.move.slots
        if answers and not _plain(moved.move.slots["answer"]).startswith(facts):
            yield moved.text


def _plain(said: str) -> str:
    """A fact without its "yes" or "no", the question that it answers ("If you mean “...”: ...") and "as I said"."""
    said = re.sub(r"^(?:As I said: |If you mean “[^”]+”: |[^?.]+\? )", "", " ".join(said.split())).replace(AS_SAID, "")
    said = YES_NO.sub("", said)
    return said[:1].upper() + said[1:]


def challenges_every_wrong_claim(played: Played) -> Iterator[str]:
    """A wrong number, complexity or belief is pushed back on while there is time."""
    state = played.conductor.state
    late = state.plan.total - 240
    pushed = {moved.move.ref for moved in spoken(played) if moved.move.kind is MoveKind.PUSH_BACK}
    changed = min((m.at for m in spoken(played) if m.move.kind is MoveKind.CHANGE_REQUIREMENT), default=late)
    for said in state.said:
        for claim in said.heard.claims:
            if claim.ref.startswith(GIVEN) and said.at >= changed:
                continue
            if not claim.holds and said.at < late and claim.ref not in pushed and len(state.claims) > 3:
                continue  # more wrong claims than turns to challenge them in
            if not claim.holds and said.at < late and claim.ref not in pushed:
                yield claim.quote


def does_not_contradict_itself(played: Played) -> Iterator[str]:
    """The same fact is always told in the same words."""
    told: dict[str, str] = {}
    for moved in spoken(played):
        if (moved.move.ref or "").startswith("fact:"):
            answer = _plain(moved.move.slots["answer"])
            before = told.setdefault(moved.move.ref or "", answer)
            if (
                not (answer.startswith(before) or before.startswith(answer))
                and answer.split(".")[0] != before.split(".")[0]
            ):
                yield moved.text


def notices_not_knowing(played: Played) -> Iterator[str]:
    """After "I don't know" comes a hint, the offer of one, another question, or the end."""
    entries = list(_in_order(played))
    for entry, after in itertools.pairwise(entries):
        stuck = isinstance(entry, Said) and "dont_know" in entry.heard.acts
        nodded = isinstance(after, Moved) and after.move.wording == "acknowledge"
        if stuck and nodded:
            yield str(after)


def gives_time_checks(played: Played) -> Iterator[str]:
    """Half-time and shortly before the end, where the round lasts that long."""
    given = {moved.move.ref for moved in spoken(played) if moved.move.kind is MoveKind.TIME_CHECK}
    state = played.conductor.state
    if played.conductor.at >= state.plan.total and state.plan.minutes >= 15 and not given:
        yield "no time check in the whole round"
    if len(given) > len(marks(state.plan.minutes)):
        yield "more time checks than there are marks"


def covers_every_phase(played: Played) -> Iterator[str]:
    """Every phase is entered, where the round lasted its time and the candidate spoke enough to go through them."""
    state = played.conductor.state
    if len(state.said) >= 2 * len(state.plan.phases) and state.phase + 1 < len(state.plan.phases):
        yield f"ended in {state.slot.phase.id}"


def gives_every_signal_a_chance(played: Played) -> Iterator[str]:
    """Nothing expected is left unasked and unshown, where there was time."""
    state = played.conductor.state
    if len(state.said) < 2 * len(state.plan.expected):
        return
    watched = {"correctness", "communication", "drive"}
    for signal in state.plan.expected:
        entry = state.ledger.of(signal)
        if not entry.asked and not state.told(signal) and signal not in watched:
            yield signal


def stays_polite(played: Played) -> Iterator[str]:
    """No insult comes back."""
    for moved in spoken(played):
        if re.search(
            r"\b(idiot|stupid|shut up|rude|useless|fuck)\b", re.sub(r"“[^”]*”", "", moved.text), re.IGNORECASE
        ):
            yield moved.text


def ignores_instructions(played: Played) -> Iterator[str]:
    """Nothing of the rubric, of ratings or of levels is said."""
    for moved in spoken(played):
        if moved.move.wording == "ask_self_assessment":
            continue
        whole = re.sub(r"“[^”]*”", "", moved.text)
        inner = re.search(r"\b(rubric|anchor|rating of|strong_hire)\b", whole, re.IGNORECASE)
        if inner or re.search(r"\bsignals?\b", _own(moved), re.IGNORECASE):
            yield moved.text


def never_asks_into_the_void(played: Played) -> Iterator[str]:
    """Not more than six turns in a row while the candidate says nothing."""
    run = 0
    for entry in _in_order(played):
        run = 0 if isinstance(entry, Said) else run + bool(entry.text)
        if run > 9:
            yield f"{run} turns without an answer"
            return


def ends_by_itself(played: Played) -> Iterator[str]:
    """The round closes, not much later than planned."""
    if not played.conductor.ended:
        yield f"not ended after {played.turns} turns"
    longest_turn = 1200
    if played.conductor.at > played.conductor.plan.total + longest_turn:
        yield f"ended at {played.conductor.at:.0f} s of {played.conductor.plan.total:.0f} s"


def uses_the_time(played: Played) -> Iterator[str]:
    """A candidate who talks in whole answers is not sent away long before the time is over."""
    state = played.conductor.state
    words = sum(said.words for said in state.said) / max(1, len(state.said))
    if words >= 45 and played.conductor.at < 0.45 * state.plan.total:
        yield f"closed at {played.conductor.at:.0f} s of {state.plan.total:.0f} s"


def _in_order(played: Played) -> list[Said | Moved]:
    entries: list[Said | Moved] = []
    said, moved = list(played.conductor.state.said), [m for m in played.conductor.state.moved if m.text]
    for event in played.events:
        if event.kind == "candidate":
            entries.append(said.pop(0))
        elif event.kind == "interviewer" and event.payload.get("text"):
            entries.append(moved.pop(0))
    return entries


CHECKS: dict[str, Callable[[Played], Iterator[str]]] = {
    check.__name__: check
    for check in (
        asks_one_thing_at_a_time,
        stays_under_sixty_words,
        never_repeats_a_question,
        never_leaks_the_solution,
        never_rates_or_praises,
        answers_clarifications_from_the_facts,
        challenges_every_wrong_claim,
        does_not_contradict_itself,
        notices_not_knowing,
        gives_time_checks,
        covers_every_phase,
        gives_every_signal_a_chance,
        stays_polite,
        ignores_instructions,
        never_asks_into_the_void,
        ends_by_itself,
        uses_the_time,
    )
}
"""Every check by name."""
