"""A coding round once code is handed in: failures that are talked away, what is asked then, and its end."""

from dataclasses import replace
from typing import cast

import pytest

from sparring.bank import Bank
from sparring.domain.heard import Act, Depth, Heard, Shown, SoFar
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import CodingQuestion
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, Deeper
from sparring.domain.topic import Topic
from sparring.engine.ledger import Standing
from sparring.engine.plan import Plan
from sparring.engine.policies.deeper import go_deeper
from sparring.engine.policies.red import ASKS
from tests.engine.scene import CACHE, TALK, Round_, heard, interviewer

AWAY = "Two cases still fail, but I think that is the environment, so I would rather go on."
ALL = {signal: Shown((), enough=True) for signal in SIGNALS[Round.CODING]}


@pytest.fixture(scope="module")
def bank() -> Bank:
    return Bank()


def round_of(bank: Bank, question: str = "lru_ttl", **changes: object) -> Round_:
    generic = {signal: (f"Generic on {signal}?",) for signal in SIGNALS[Round.CODING]}
    asked = cast(CodingQuestion, bank.question(question))
    values = {"question": asked, "interviewer": interviewer(), "topics": {}, "generic_probes": generic, "minutes": 45}
    round_ = Round_(Plan(**{**values, **changes}))  # type: ignore[arg-type]
    round_.move(0)
    return round_


def all_handed_in(bank: Bank, question: str = "lru_ttl", *, failed: int = 0, **changes: object) -> Round_:
    """Every stage is handed in, fifteen minutes in."""
    round_ = round_of(bank, question, **changes)
    stages = len(cast(CodingQuestion, round_.state.plan.question).stages)
    for k in range(stages + 1):
        round_.state = round_.state.after_code(120.0 * k + 100)
        round_.state = round_.state.after_hand_in(failed, 120.0 * k + 110)
        if failed:
            # A failing hand-in is sent back once.
            round_.move(120.0 * k + 110)
            round_.state = round_.state.after_hand_in(failed, 120.0 * k + 115)
        round_.move(120.0 * k + 115)
    assert round_.state.stage == stages + 1 and round_.state.last_phase
    return round_


def says(round_: Round_, at: float, text: str, contains: Heard | None = None) -> Move:
    """The candidate says something, after which everything has been shown."""
    round_.state = round_.state.after_candidate(text, contains or heard(), at, SoFar(ALL))
    moves = (round_.move(at) for _ in range(3))
    return next(move for move in moves if move.kind is not MoveKind.TIME_CHECK)


def test_a_failure_that_is_talked_away_is_asked_about_and_not_nodded_at(bank: Bank) -> None:
    round_ = all_handed_in(bank, failed=2)
    move = says(round_, 700, AWAY)
    assert (move.kind, move.signal) == (MoveKind.PUSH_BACK, "testing")
    assert move.slots["quote"].startswith("Two cases still fail")
    again = [says(round_, 800 + 60 * k, AWAY).kind for k in range(3)]
    assert again.count(MoveKind.PUSH_BACK) == 1


def test_where_nothing_fails_nothing_was_talked_away(bank: Bank) -> None:
    assert says(all_handed_in(bank), 700, AWAY).kind is not MoveKind.PUSH_BACK


def test_with_all_handed_in_nobody_is_asked_for_the_plan_or_to_talk_while_typing(bank: Bank) -> None:
    round_ = all_handed_in(bank)
    asked = [says(round_, 700 + 40 * k, f"{TALK} {k}").slots.get("ask", "") for k in range(30)]
    assert not {"Generic on approach?", "Generic on clarify?", "Generic on communication?"} & set(asked)


def test_what_was_shown_is_not_asked_for_again_in_the_rubrics_words_and_the_round_ends_early(bank: Bank) -> None:
    round_ = all_handed_in(bank)
    moves = [says(round_, 700 + 30 * k, f"{TALK} {k}") for k in range(40)]
    assert not [move for move in moves if move.slots.get("ask", "").startswith("Generic")]
    assert MoveKind.CLOSE in [move.kind for move in moves]


def test_who_says_twice_that_all_is_done_may_go(bank: Bank) -> None:
    round_ = all_handed_in(bank)
    first = says(round_, 700, f"{TALK}. I have nothing to add, I'm done.", heard(Act.DONE))
    assert first.kind is not MoveKind.CLOSE
    assert says(round_, 760, "I'm done.", heard(Act.DONE)).kind is MoveKind.CLOSE
    assert says(all_handed_in(bank), 2400, "That's it, I'm done.", heard(Act.DONE)).kind is MoveKind.CLOSE


def test_who_is_done_before_the_last_stage_is_not_sent_home(bank: Bank) -> None:
    round_ = round_of(bank)
    round_.state = round_.state.after_code(300)
    assert says(round_, 400, "I'm done.", heard(Act.DONE)).kind is not MoveKind.CLOSE


def test_who_has_handed_in_what_passes_is_not_taken_for_typing(bank: Bank) -> None:
    assert not all_handed_in(bank).state.working
    assert all_handed_in(bank, failed=1).state.working


@pytest.mark.parametrize(("question", "drilled"), [("lru_ttl", True), ("room_booking", False)])
def test_code_is_drilled_on_a_topic_only_where_the_task_speaks_of_it(bank: Bank, question: str, drilled: bool) -> None:
    topics: dict[str, Topic] = {"cache": replace(CACHE, heard_as=("cache",))}
    round_ = all_handed_in(bank, question, topics=topics)
    about = heard(mentions=(("cache", None, Depth.NAMED),))
    moves = [says(round_, 700 + 60 * k, f"Better cache locality, {TALK} {k}", about) for k in range(4)]
    assert (MoveKind.DRILL in [move.kind for move in moves]) is drilled


def test_what_is_not_handed_in_has_not_been_shown_to_be_right(bank: Bank) -> None:
    round_ = round_of(bank)
    says(round_, 300, TALK)
    assert round_.state.standing("correctness") is Standing.TRIED
    assert all_handed_in(bank, failed=2).state.standing("correctness") is Standing.TRIED
    assert all_handed_in(bank).state.standing("correctness") is Standing.SHOWN


def test_with_no_time_for_another_stage_who_is_done_may_go(bank: Bank) -> None:
    round_ = round_of(bank)
    round_.state = replace(round_.state, phase=len(round_.state.plan.phases) - 1)
    round_.state = round_.state.after_code(2300).after_hand_in(0, 2350)
    says(round_, 2360, TALK)
    assert says(round_, 2400, f"{TALK}. I'm done from my side.", heard(Act.DONE)).kind is MoveKind.CLOSE


@pytest.mark.parametrize("begins", ["clarify", "approach"])
@pytest.mark.parametrize(("shown", "codes"), [({"approach": Shown(("a list beside it",), False)}, True), ({}, False)])
def test_who_said_a_plan_and_codes_is_past_the_phases_that_ask_for_one(
    bank: Bank, shown: dict[str, Shown], codes: bool, begins: str
) -> None:
    round_ = round_of(bank)
    round_.state = replace(round_.state, phase=[x.phase.id for x in round_.state.plan.phases].index(begins))
    round_.state = round_.state.after_candidate("A dictionary, and a list beside it.", heard(), 100, SoFar(shown))
    round_.move(101)
    round_.state = round_.state.after_code(110)
    round_.move(115)
    assert (round_.state.slot.phase.id == "code") is codes


def test_what_a_change_brought_is_asked_about_only_once_something_has_changed(bank: Bank) -> None:
    quote = "That would be one more parameter and the rest of it stays as it is."
    changes = {"adaptability": Shown((quote,), enough=True)}
    round_ = all_handed_in(bank, deeper={"adaptability": (Deeper("What had you assumed?"),)})
    unchanged = replace(
        round_.state,
        moved=tuple(x for x in round_.state.moved if x.move.kind is not MoveKind.CHANGE_REQUIREMENT),
    )
    for state, asked in ((round_.state, True), (unchanged, False)):
        round_.state = state.after_candidate(f"{TALK} {quote}", heard(), 1000, SoFar({**ALL, **changes}))
        made = [round_.move(1000.0 + k).slots.get("ask") for k in range(4)]
        assert ("What had you assumed?" in made) is asked


@pytest.mark.parametrize(
    ("between", "said_back"),
    [("That works as it stands.", True), ("It is sixty lines of pointers, so I'm throwing it away.", False)],
)
def test_an_approach_that_was_thrown_away_is_not_said_back(bank: Bank, between: str, said_back: bool) -> None:
    wheel = "Every node stands in two linked lists and a wheel"
    round_ = round_of(bank, deeper={"approach": (Deeper("What do you give up with that?", ()),)})
    for at, text in enumerate((wheel, between, TALK)):
        shown = SoFar({"approach": Shown((wheel,), enough=True)})
        round_.state = round_.state.after_candidate(text, heard(), 60.0 * at, shown)
    move = go_deeper(round_.state, "approach")
    assert (move is not None and move.slots.get("quote") == wheel) is said_back


def asked_about(bank: Bank, failed: int, said: str) -> bool:
    """Whether a failing case is asked about when the candidate speaks after a run of the open cases."""
    round_ = round_of(bank)
    round_.state = round_.state.after_code(700).after_run(failed, 720)
    round_.state = round_.state.after_candidate(said, heard(), 730, SoFar(ALL))
    return any(round_.move(730).slots.get("ask") in ASKS for _ in range(3))


def test_an_open_case_that_fails_is_not_passed_over(bank: Bank) -> None:
    assert asked_about(bank, 1, f"Most of them are green, so that is done. {TALK}")
    assert not asked_about(bank, 1, f"The last case fails since I sort by the key. {TALK}")
    assert not asked_about(bank, 0, f"Most of them are green, so that is done. {TALK}")
