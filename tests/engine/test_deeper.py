"""What the candidate has shown is said back and asked about; nobody is asked for what they told."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sparring.domain.heard import Act, Depth, Shown, SoFar
from sparring.domain.move import Move, MoveKind
from sparring.domain.rubric import Deeper, SignalId
from sparring.engine.ledger import Standing
from tests.engine.scene import QUESTION, STORY, TALK, Round_, heard, plan

CAME_DOWN = "The misreads came down from one in six to one in two thousand."
ENDED = "and in the end the depot asked for the same check at its other two sites"
LASTED = "It has been like that for two winters now and nobody has touched the scanner rule since"
DEEPER = {
    "outcome": (Deeper("What else changed?"), Deeper("Who measured that?", ("#",)), Deeper("Who told you?", ("told",))),
    "problem": (Deeper("How sure were you?"),),
}
ASKS = [each.ask for each in DEEPER["outcome"]]


def told(round_: Round_, shown: Mapping[SignalId, Shown], at: float = 120, text: str = TALK) -> Move:
    """The candidate speaks, after which the round has shown that."""
    round_.state = round_.state.after_candidate(text, heard(), at, SoFar(shown))
    return round_.move(at)


def told_on(round_: Round_, asks: str) -> Move:
    """The candidate asks something, and nothing is shown by it."""
    round_.state = round_.state.after_candidate(asks, heard(Act.ASKS, asks=asks), 200, SoFar({}))
    return round_.move(200)


def stays(held: bool, depth: Depth) -> bool:
    """Whether the drill goes on where it was after an answer that is heard in that depth by rule."""
    round_ = Round_(plan(QUESTION))
    round_.move(0)
    round_.say(600)
    first = round_.say(630, contains=heard(mentions=(("cache", None, Depth.NAMED),)))
    assert first.kind is MoveKind.DRILL and first.facet is not None
    answer = heard(mentions=(("cache", first.facet, depth),))
    round_.state = round_.state.after_candidate(TALK, answer, 660, SoFar({}, held))
    move = round_.move(660)
    assert move.kind is MoveKind.DRILL
    return move.facet == first.facet


def story() -> Round_:
    round_ = Round_(plan(STORY, minutes=25, deeper=DEEPER))
    round_.move(0)
    return round_


def test_what_was_shown_is_not_asked_for_while_something_is_missing() -> None:
    round_ = story()
    move = told(round_, {"outcome": Shown((CAME_DOWN,), enough=True)})
    assert (move.kind, move.signal) == (MoveKind.PROBE, "problem")


def test_where_nothing_is_missing_the_interviewer_says_back_what_was_shown_and_digs() -> None:
    round_ = story()
    move = told(round_, {"outcome": Shown((CAME_DOWN, ENDED), True), "problem": Shown(("It hurt.",), True)})
    assert (move.wording, move.signal) == ("probe_quoting", "outcome")
    assert move.slots["quote"] in CAME_DOWN
    assert move.slots["ask"] in ASKS


def test_what_was_just_told_is_gone_into_before_anything_missing_is_asked_for() -> None:
    round_ = story()
    move = told(round_, {"outcome": Shown((CAME_DOWN,), True)}, text=f"{TALK}. {CAME_DOWN}")
    assert (move.signal, move.wording) == ("outcome", "follow_up")
    assert move.slots["ask"] in ASKS
    again = told(round_, {"outcome": Shown((ENDED,), True)}, 200, text=f"{TALK}. {ENDED}")
    assert again.signal == "outcome"
    third = told(round_, {"outcome": Shown((LASTED,), True)}, 300, text=f"{TALK}. {LASTED}")
    assert third.signal == "problem"


def test_what_was_said_last_is_not_said_back() -> None:
    before = f"{TALK} " * 4
    for after, wording in (("", "follow_up"), (f" {TALK}", "probe_quoting")):
        move = told(story(), {"outcome": Shown((CAME_DOWN,), True)}, text=f"{before}{CAME_DOWN}{after}")
        assert (move.signal, move.wording) == ("outcome", wording)


def test_what_was_perhaps_misheard_is_asked_about_and_not_said_back() -> None:
    before, asks = f"{TALK} " * 4, set()
    text = f"{before}{CAME_DOWN} {TALK}"
    misreads = text.index("misreads")
    for unsure, wording in (((0, 3), "probe_quoting"), ((misreads, misreads + 8), "follow_up")):
        round_ = story()
        contains = replace(heard(), unsure=(unsure,))
        round_.state = round_.state.after_candidate(text, contains, 120, SoFar({"outcome": Shown((CAME_DOWN,), True)}))
        move = round_.move(120)
        assert (move.signal, move.wording) == ("outcome", wording)
        asks.add(move.slots["ask"])
    assert len(asks) == 1


def test_what_was_said_last_is_gone_into_first() -> None:
    round_, many = story(), f"{TALK} " * 4
    shown = {"outcome": Shown((CAME_DOWN,), True), "problem": Shown((LASTED,), True)}
    assert told(round_, shown, text=f"{many}{CAME_DOWN} {many}{LASTED}.").signal == "problem"
    assert told(story(), shown, text=f"{many}{LASTED}. {many}{CAME_DOWN}").signal == "outcome"


def test_who_asks_what_that_means_hears_the_words_that_it_was_asked_of() -> None:
    round_ = story()
    asked = told(round_, {"outcome": Shown((CAME_DOWN,), True)}, text=CAME_DOWN)
    means = "Sorry, what do you mean by that?"
    move = told_on(round_, means)
    assert asked.wording == "follow_up"
    assert (move.kind, move.wording) == (MoveKind.ANSWER_CLARIFICATION, "probe_quoting")
    assert move.slots == asked.slots and round_.state.ledger.of("outcome").asked == 1


def test_a_question_made_for_such_words_comes_before_one_that_always_fits() -> None:
    round_ = story()
    move = told(round_, {"outcome": Shown((CAME_DOWN,), True), "problem": Shown(("It hurt.",), True)})
    assert move.slots["ask"] == "Who measured that?"


def test_an_admission_is_gone_into_however_thin_it_is() -> None:
    admitted = "I had not asked the depot at all, and that was a mistake of mine."
    asks = {"failure_ownership": (Deeper("What did you know by then?"),), **DEEPER}
    expects = ("failure_ownership", *STORY.expects)
    round_ = Round_(plan(replace(STORY, expects=expects), minutes=25, deeper=asks))
    round_.move(0)
    shown = {"outcome": Shown((CAME_DOWN,), True), "failure_ownership": Shown((admitted,), False)}
    assert told(round_, shown, text=f"{CAME_DOWN} {admitted}").slots["ask"] == "What did you know by then?"


def test_an_admission_is_gone_into_also_where_the_question_does_not_look_for_one() -> None:
    admitted = "The worst mistake in this was mine, two hundred parcels were billed at wrong prices."
    asks = {"failure_ownership": (Deeper("Whom did you tell first?"),), **DEEPER}
    round_ = Round_(plan(STORY, minutes=25, deeper=asks))
    round_.move(0)
    move = told(round_, {"failure_ownership": Shown((admitted,), True)}, text=f"{TALK}. {admitted}")
    assert move.slots["ask"] == "Whom did you tell first?"


def test_a_question_of_the_candidates_is_not_said_back_to_them() -> None:
    round_ = story()
    asked = Shown(("Where what would have gone, do you mean the claims?",), True)
    move = told(round_, {"outcome": asked, "problem": asked})
    assert "quote" not in move.slots


def test_the_same_words_are_never_said_back_twice() -> None:
    round_ = story()
    shown = {"outcome": Shown((CAME_DOWN, ENDED), True), "problem": Shown(("It hurt.",), True)}
    moves = [told(round_, shown, 100.0 * k, f"{TALK} {k}") for k in range(1, 13)]
    quotes = [move.slots["quote"] for move in moves if "quote" in move.slots]
    assert len(quotes) == len(set(quotes)) == 2
    assert quotes[1].startswith("in the end the depot")


def test_what_was_told_thinly_is_asked_for_by_the_second_question() -> None:
    round_ = story()
    shown = {"outcome": Shown((CAME_DOWN,), False), "problem": Shown((CAME_DOWN,), True)}
    assert told(round_, shown).slots == {"ask": "How would I check that?"}


def test_a_later_turn_can_take_back_what_an_earlier_one_had_shown() -> None:
    round_ = story()
    told(round_, {"problem": Shown((CAME_DOWN,), True)})
    assert round_.state.standing("problem") is Standing.SHOWN
    told(round_, {}, 200)
    assert round_.state.standing("problem") is not Standing.SHOWN


def test_a_design_is_not_dug_into_by_a_storys_questions() -> None:
    round_ = Round_(plan(QUESTION, deeper={"requirements": (Deeper("How sure were you?"),)}))
    round_.move(0)
    move = told(round_, {"requirements": Shown((CAME_DOWN,), True)}, 700)
    assert "quote" not in move.slots and move.signal != "requirements"


def test_who_has_told_the_story_and_says_twice_that_they_are_done_may_go() -> None:
    round_ = story()
    for at in (60.0, 120.0, 180.0):
        told(round_, {}, at)
    moves = []
    for at in (900.0, 960.0):
        round_.state = round_.state.after_candidate("I'm done from my side.", heard(Act.DONE), at, SoFar({}))
        made = (round_.move(at) for _ in range(3))
        moves.append(next(move for move in made if move.kind is not MoveKind.TIME_CHECK))
    assert moves[0].wording == "not_yet" and moves[0].kind is not MoveKind.CLOSE and moves[1].kind is MoveKind.CLOSE


def design(*deeper: Deeper) -> Round_:
    round_ = Round_(plan(QUESTION, deeper={"tradeoffs": deeper}))
    round_.move(0)
    round_.say(600)
    return round_


def test_in_a_design_a_question_made_for_such_words_takes_up_what_was_just_said() -> None:
    price = "The price is that a day's orders are gone when both fail."
    fitting, loose = Deeper("Who notices that, and when?", ("price",)), Deeper("Who would argue against it?")
    move = told(design(loose, fitting), {"tradeoffs": Shown((price,), True)}, 700, f"{TALK}. {price}")
    assert move.slots["ask"] == fitting.ask
    other = "One rack less would have been enough for all of it."
    move = told(design(loose, fitting), {"tradeoffs": Shown((other,), True)}, 700, f"{TALK}. {other}")
    assert move.slots["ask"] == loose.ask


def test_a_few_words_are_not_said_back() -> None:
    short = "We pay with a slower write."
    move = told(design(Deeper("Who notices that?")), {"tradeoffs": Shown((short,), True)}, 700, f"{TALK}. {short}")
    assert move.slots.get("ask") != "Who notices that?"


def test_in_a_design_it_is_taken_up_once_and_then_comes_something_else() -> None:
    prices = ("The price is a slower write for everybody.", "The price is that two copies differ for a second.")
    round_ = design(Deeper("Who notices that?", ("price",)), Deeper("Who pays that?", ("price",)))
    moves = [told(round_, {"tradeoffs": Shown((x,), True)}, 700 + 60 * k, f"{TALK}. {x}") for k, x in enumerate(prices)]
    assert [(move.ref or "").startswith("deeper:") for move in moves] == [True, False]


def test_a_drill_goes_deeper_where_the_answer_held_in_whatever_words() -> None:
    assert stays(held=True, depth=Depth.NAMED)


def test_a_drill_goes_elsewhere_where_the_right_words_did_not_hold() -> None:
    assert not stays(held=False, depth=Depth.COVERED)


def test_a_year_or_a_one_is_no_number_to_ask_about() -> None:
    for said, asked in (
        ("It still formats the addresses like in 2015", False),
        ("One family gets the same transfer two times over", False),
        ("It fell to 12 a week, I think, in 2015", True),
        ("Some ninety of them were stuck by the evening", True),
    ):
        move = told(design(Deeper("Who measured that?", ("#",))), {"tradeoffs": Shown((said,), True)}, 700, said)
        assert (move.slots.get("ask") == "Who measured that?") is asked


@pytest.mark.parametrize(
    "again",
    [
        "Like I said, about half of the pull requests were mine, in their repository.",
        "I think I've just answered that: two and a half weeks, and one of them wasted.",
    ],
)
def test_what_was_only_repeated_is_not_said_back(again: str) -> None:
    move = told(story(), {"outcome": Shown((again, CAME_DOWN), True), "problem": Shown(("It hurt.",), True)})
    assert move.slots["quote"] in CAME_DOWN
