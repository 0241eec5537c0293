"""Questions of the candidate: asked in a bunch, after a refusal, at the end of a long turn."""

from dataclasses import replace

from sparring.domain.heard import Act, Heard
from sparring.domain.move import MoveKind
from sparring.domain.question import Fact
from sparring.engine.policies.clarify import REST
from tests.engine.scene import FACTS, QUESTION, STORY, TALK, Round_, plan

USERS, REGIONS, PEAK = "How many users are there?", "how many regions", "what is the peak?"
LONG = " ".join(["Forty thousand a second arrive at noon and two hundred at night."] * 5)
"""An answer of sixty words."""


def asks(*pairs: tuple[str, str | None], near: tuple[str, ...] = ()) -> Heard:
    """Questions with the facts that answer them."""
    questions, facts = zip(*pairs, strict=True)
    return Heard(acts=frozenset({Act.ASKS}), questions=questions, facts=facts, near=(near,) * len(pairs))


def told(words: int) -> Fact:
    return Fact("peak", (PEAK,) * 3, ("peak",), " ".join(["many"] * (words - 1)) + " so.")


def begun(*facts: Fact) -> Round_:
    round_ = Round_(plan(replace(QUESTION, facts=(*FACTS, *facts))))
    round_.move(0)
    return round_


def test_who_asks_in_a_bunch_is_answered_in_one() -> None:
    long = told(44)
    move = begun(long).say(20, f"{USERS} And {PEAK}", asks((USERS, "users"), (PEAK, "peak")))
    assert move.slots["answer"] == f"{USERS} Ten million a day. {long.says}"


def test_what_has_no_room_in_an_answer_can_be_asked_again_and_is_not_the_candidates_to_decide() -> None:
    round_ = begun(told(90))
    said = "Is it one region? And what is the peak?"
    move = round_.say(20, said, asks(("Is it one region?", "region"), ("And what is the peak?", "peak")))
    assert move.slots["answer"].endswith("What I left out, ask me again.")
    assert move.wording == "answer_clarification"


def test_a_part_of_a_marked_sentence_is_a_question_without_a_mark_of_its_own() -> None:
    said = f"{TALK}. Then, {REGIONS}, and {PEAK}"
    move = begun(told(5)).say(20, said, asks((REGIONS, "region"), (PEAK, "peak")))
    assert move.slots["answer"].startswith("Decide by what outage you can afford.")


def test_what_was_offered_and_refused_is_not_told_after_all() -> None:
    round_ = begun()
    round_.say(20, "And where it all is?", asks(("And where it all is?", None), near=("region",)))
    refused = "No, not that. How are the writes spread over the day, and is it the same on a Sunday?"
    move = round_.say(40, refused, asks((refused, "region")))
    assert move.wording == "no_fact"


def test_the_question_that_ends_a_long_turn_is_answered_if_only_by_saying_that_it_is_open() -> None:
    asked = "What colour is the logo?"
    assert begun().say(20, f"{LONG} {asked}", asks((asked, None))).wording == "no_fact"


def test_what_hangs_on_the_answer_does_not_take_the_question_back() -> None:
    asked = "Must it be exact?"
    may = "If it may lag I take two at most on each call, so that none is slow"
    said = f"{asked} {may}; if it must be exact, one call after a long silence takes all that are due."
    round_ = begun()
    round_.say(600)
    assert round_.say(700, said, asks((asked, "users"))).kind is MoveKind.ANSWER_CLARIFICATION


def test_a_story_may_end_with_a_question_put_to_its_teller() -> None:
    round_ = Round_(plan(STORY, minutes=25))
    round_.move(0)
    asked = "So what do you do with such a team?"
    assert round_.say(60, f"{LONG} {asked}", asks((asked, None))).kind is not MoveKind.ANSWER_CLARIFICATION


def test_no_fact_is_told_of_a_team_that_nobody_has() -> None:
    asked = "What does your team own?"
    story = Round_(plan(STORY, minutes=25))
    story.move(0)
    assert story.say(60, f"Thanks. {asked}", asks((asked, "recent"))).wording == "about_us"
    told = f"{LONG} {LONG} So we went over and she said: {asked}"
    assert story.say(120, told, asks((asked, None))).wording != "about_us"
    # In a design the team may be what the question is about; the job never is.
    assert begun().say(20, asked, asks((asked, "users"))).wording == "answer_clarification"
    months = "What would my first months look like?"
    assert begun().say(20, months, asks((months, None))).wording == "about_us"


def test_what_is_likelier_meant_than_not_is_told_with_the_question_that_it_answers() -> None:
    asked = "And where it all is?"
    probable = Heard(questions=(asked,), facts=(None,), near=(("region",),), probable=(True,))
    round_ = begun()
    move = round_.say(20, asked, probable)
    assert move.slots["answer"] == "If you mean “is it one region”: Decide by what outage you can afford."
    again = round_.say(40, "No, I mean the other one?", replace(probable, questions=("No, I mean the other one?",)))
    assert again.wording == "no_fact"


def test_a_sure_answer_and_a_probable_one_come_together() -> None:
    asked = (USERS, "And where it all is?")
    both = Heard(questions=asked, facts=("users", None), near=((), ("region",)), probable=(False, True))
    answer = begun().say(20, " ".join(asked), both).slots["answer"]
    assert answer.startswith(f"{USERS} Ten million a day. If you mean “is it one region”: ")


def test_what_was_told_already_is_not_offered() -> None:
    round_ = begun()
    round_.say(20, USERS, asks((USERS, "users")))
    asked = "And how are they spread?"
    assert round_.say(40, asked, asks((asked, None), near=("users", "region"))).wording == "no_fact"


def test_what_a_question_of_the_interviewers_means_no_fact_tells() -> None:
    round_ = begun()
    round_.say(600)
    asked = "Do you mean when I could have known that the users would double?"
    assert round_.say(700, asked, asks((asked, "users"))).wording == "as_read"


def test_who_asks_which_is_not_told_yes() -> None:
    yes = Fact("peak", (PEAK,) * 3, ("peak",), "Yes, at noon, and ten times the rest.")
    assert begun(yes).say(20, PEAK, asks((PEAK, "peak"))).slots["answer"] == "At noon, and ten times the rest."
    asked = "Is there a peak?"
    assert begun(yes).say(20, asked, asks((asked, "peak"))).slots["answer"] == yes.says


def test_a_plain_no_to_what_was_told_is_no_occasion_to_nod() -> None:
    round_ = begun()
    asked = "And where it all is?"
    round_.say(20, asked, Heard(questions=(asked,), facts=(None,), near=(("region",),), probable=(True,)))
    assert round_.say(40, "No, not that, I have it already.", Heard()).wording == "no_fact"


def test_what_is_asked_for_without_a_mark_is_answered_in_a_long_turn_too() -> None:
    said = f"{LONG} I need one number: how many users there are. {TALK}. And how it ends I say later."
    move = begun().say(20, said, asks(("how many users there are", "users")))
    assert move.slots["answer"] == "Ten million a day."
    told_of = f"{LONG} Somebody asked how many users there are. {TALK}. And how it ends I say later."
    other = begun().say(20, told_of, asks(("how many users there are", "users")))
    assert "answer" not in other.slots


def test_what_is_told_again_among_others_is_told_with_its_question() -> None:
    round_ = begun(told(10))
    round_.say(20, USERS, asks((USERS, "users")))
    both = round_.say(60, f"{USERS} And {PEAK}", asks((USERS, "users"), (PEAK, "peak")))
    assert both.slots["answer"].startswith(f"{USERS} Ten million a day, as I said. ")


def test_a_fact_that_is_a_whole_sentence_stands_by_itself_among_others() -> None:
    round_ = begun(replace(told(10), says="The peak is about five times that."))
    answer = round_.say(20, f"{PEAK} And {REGIONS}", asks((PEAK, "peak"), (REGIONS, "region"))).slots["answer"]
    assert answer.startswith("The peak is about five times that.")


def test_what_is_told_again_is_told_as_such_with_a_word_on_what_more_there_is() -> None:
    round_ = begun()
    assert round_.say(20, USERS, asks((USERS, "users"))).slots["answer"] == "Ten million a day."
    again = round_.say(60, USERS, asks((USERS, "users")))
    assert again.slots["answer"] == f"Ten million a day, as I said. {REST}"
