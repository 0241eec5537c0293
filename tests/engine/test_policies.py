"""Which move comes when."""

import itertools
from dataclasses import replace

import pytest

from sparring.bank import Bank
from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act, ClaimKind, Cue, Depth, Heard, SoFar
from sparring.domain.move import Move, MoveKind
from sparring.domain.question import Phase
from sparring.domain.round import Round
from sparring.engine.policies.acknowledge import ALWAYS, steers
from sparring.engine.policies.drill import FITTING, next_drill
from sparring.engine.policies.openings import OPENINGS
from sparring.engine.state import State
from sparring.engine.touched import touched
from sparring.listening import Listener
from tests.engine import scene
from tests.engine.scene import QUESTION, STORY, TALK, Round_, heard, interviewer, plan


def begun(**changes: object) -> Round_:
    round_ = Round_(plan(**changes))  # type: ignore[arg-type]
    round_.move(0)
    return round_


def in_the_deep_dive(**changes: object) -> Round_:
    round_ = begun(**changes)
    round_.say(600)
    assert round_.state.slot.phase.id == "deep_dive"
    return round_


def test_the_statement_comes_first() -> None:
    round_ = Round_()
    move = round_.move(0)
    assert move.kind is MoveKind.OPEN
    assert move.slots["statement"] == QUESTION.statement


def test_then_the_floor_is_the_candidates() -> None:
    assert begun().move(5).kind is MoveKind.WAIT


def test_a_clarifying_question_is_answered_from_its_fact() -> None:
    move = begun().say(20, "How many users are there?", heard(asks="How many users are there?"))
    assert (move.kind, move.slots["answer"]) == (MoveKind.ANSWER_CLARIFICATION, "Ten million a day.")


def test_what_is_left_open_is_said_to_be_the_candidates_call() -> None:
    move = begun().say(20, "How many regions?", heard(asks="How many regions?"))
    assert move.wording == "your_call"


def test_a_question_without_a_fact_is_declined_honestly() -> None:
    move = begun().say(20, "What colour is the logo?", heard(asks="What colour is the logo?"))
    assert move.wording == "no_fact"


UNSURE = "And what about where it all is?"


def unsure(*near: str) -> Heard:
    """A question that no fact answers surely."""
    return Heard(acts=frozenset({Act.ASKS}), questions=(UNSURE,), facts=(None,), near=(near,))


def test_of_what_may_be_meant_the_interviewer_asks_back() -> None:
    round_ = begun()
    move = round_.say(20, UNSURE, unsure("region", "users"))
    assert (move.kind, move.wording) == (MoveKind.ANSWER_CLARIFICATION, "which_fact")
    assert move.slots["which"] == "“is it one region”, or “how many users are there”"
    told = round_.say(30, "the second", Heard(taken=("users",)))
    assert told.slots["answer"] == "Ten million a day."


def test_a_refused_offer_is_left_to_the_candidate() -> None:
    round_ = begun()
    round_.say(20, UNSURE, unsure("region"))
    assert round_.say(30, "no", Heard(taken=())).wording == "no_fact"


def test_whoever_refuses_an_offer_and_asks_for_a_hint_gets_the_hint() -> None:
    round_ = begun()
    round_.say(20, UNSURE, unsure("region"))
    assert round_.say(30, "no, give me a hint", Heard(acts=frozenset({Act.ASKS_HINT}), taken=())).wording == "hint"


def test_nobody_is_asked_back_twice_in_a_row() -> None:
    round_ = begun()
    round_.say(20, UNSURE, unsure("region"))
    assert round_.say(30, UNSURE, unsure("users")).wording == "no_fact"
    assert round_.say(40, UNSURE, unsure("users")).wording == "which_fact"


def test_late_in_the_round_nobody_is_asked_back() -> None:
    round_ = in_the_deep_dive()
    assert round_.say(60 * 35, UNSURE, unsure("region")).wording == "no_fact"


def test_beside_an_answer_the_other_question_is_asked_back() -> None:
    both = ("How many users are there?", UNSURE)
    contains = Heard(acts=frozenset({Act.ASKS}), questions=both, facts=("users", None), near=((), ("region",)))
    move = begun().say(20, " ".join(both), contains)
    assert move.slots["answer"] == "Ten million a day. And by the other, do you mean “is it one region”?"
    assert move.ref == "which:region"


def test_what_a_storyteller_asks_and_answers_at_once_is_put_to_themselves() -> None:
    asks = "How many users are there?"
    gone_on = f"{asks} I mean, there was nothing to count, so we looked at the tickets instead. {TALK} {TALK}"
    fact = Heard(acts=frozenset({Act.ASKS}), questions=(asks,), facts=("users",))
    story = replace(STORY, facts=QUESTION.facts)
    assert begun(question=story, minutes=25).say(20, gone_on, fact).kind is not MoveKind.ANSWER_CLARIFICATION
    assert begun(question=story, minutes=25).say(20, asks, fact).kind is MoveKind.ANSWER_CLARIFICATION


def test_leave_is_given_where_leave_is_asked_for() -> None:
    move = begun().say(20, "May I talk about the people side?", heard(asks="May I talk about the people side?"))
    assert move.wording == "go_ahead"


@pytest.mark.parametrize(
    ("asks", "let"),
    [
        ("Is that where you'd like to go too?", "go_ahead"),
        ("Is there anything that you still want first?", "go_ahead"),
        ("Does that seem reasonable, or is there one you'd choose otherwise?", "no_objection"),
        ("Are you happy with that, and may I go to the outline?", "no_objection"),
        ("Does that match what you had in mind?", "no_objection"),
    ],
)
def test_whoever_checks_in_is_let_go_on_and_nothing_is_asked_in_the_same_breath(asks: str, let: str) -> None:
    round_ = in_the_deep_dive()
    late = 60 * 35  # the round is nearly over, and the time left is told first
    assert round_.say(late, f"{TALK}. {asks}", heard(asks=asks)).wording == let
    assert {round_.move(late + k).kind for k in range(1, 4)} == {MoveKind.TIME_CHECK, MoveKind.WAIT}


@pytest.mark.parametrize(
    "asks",
    [
        "Shall I go into the write path or the read path first?",
        "Do you want me to go deeper here, or should I move on to failures?",
        "Would you rather I talk about sharding or about the cache?",
    ],
)
def test_whoever_offers_two_ways_is_left_the_choice(asks: str) -> None:
    assert in_the_deep_dive().say(700, f"{TALK}. {asks}", heard(Act.CHECKS_IN)).wording == "either"
    move = in_the_deep_dive().say(700, f"{TALK}. {asks}", heard(asks=asks))
    assert move.wording == "either"


def test_a_check_in_that_is_no_question_of_the_matter_is_answered_all_the_same() -> None:
    move = in_the_deep_dive().say(700, f"{TALK}. Does that make sense?", heard(Act.CHECKS_IN))
    assert move.wording == "no_objection"


@pytest.mark.parametrize("asks", ["Anything here you'd attack?", "Would you have gone another way?"])
def test_the_interviewers_view_is_no_fact_once_a_design_is_under_way(asks: str) -> None:
    assert in_the_deep_dive().say(700, asks, heard(asks=asks)).wording == "go_ahead"
    assert begun().say(20, asks, heard(asks=asks)).wording == "no_fact"


def test_where_leave_and_something_else_are_asked_for_yes_is_no_answer() -> None:
    asks = ("Does the share get rounded?", "May I compare it as a float?")
    contains = Heard(acts=frozenset({Act.ASKS}), questions=asks, facts=(None, None))
    assert begun().say(20, " ".join(asks), contains).wording == "no_fact"


def test_whoever_was_let_go_somewhere_is_asked_about_it_or_has_the_floor() -> None:
    asks = "Is that where you'd like to go too?"

    def after(mentions: tuple[tuple[str, str | None, Depth], ...], **changes: object) -> Move:
        round_ = in_the_deep_dive(**changes)
        round_.say(660, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
        round_.say(700, f"{TALK}. {asks}", heard(asks=asks))
        return round_.say(800, TALK, heard(mentions=mentions))

    assert after(()).kind is MoveKind.ACKNOWLEDGE
    of_it = after((("cache", "cold_start", Depth.COVERED),))
    assert (of_it.kind, of_it.facet) == (MoveKind.DRILL, "cold_start")
    assert after((), pressure=3).kind in (MoveKind.DRILL, MoveKind.PROBE)


def test_a_wrong_number_is_challenged_once_with_the_candidates_words() -> None:
    round_ = begun()
    move = round_.say(30, TALK, heard(wrong="a day is a thousand seconds"))
    assert move.kind is MoveKind.PUSH_BACK
    assert move.slots["quote"] == "a day is a thousand seconds"
    again = round_.say(60, TALK, heard(wrong="a day is a thousand seconds"))
    assert again.kind is not MoveKind.PUSH_BACK


def test_a_belief_is_not_asked_about_as_a_number() -> None:
    claim = replace(heard(wrong="a queue never loses a message").claims[0], kind=ClaimKind.BELIEF)
    guarded = replace(claim, ask="How does your fan-out on write lose it?")
    move = begun().say(30, TALK, replace(heard(), claims=(guarded,)))
    assert move.kind is MoveKind.PUSH_BACK and move.slots["ask"] == "How sure are you of that one, and why?"


def test_a_wrong_number_is_still_challenged_after_a_question_was_answered_first() -> None:
    round_ = begun()
    both = replace(heard(asks="How many users are there?"), claims=heard(wrong="x").claims)
    assert round_.say(30, "How many users are there?", both).kind is MoveKind.ANSWER_CLARIFICATION
    assert round_.say(60).kind is MoveKind.PUSH_BACK


def test_a_topic_that_was_brought_up_is_drilled_with_rising_depth() -> None:
    round_ = in_the_deep_dive()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    assert (first.kind, first.topic) == (MoveKind.DRILL, "cache")
    assert first.slots["ask"].startswith("First on")
    facet = first.facet
    deeper = round_.say(800, TALK, heard(mentions=(("cache", facet, Depth.COVERED),)))
    assert (deeper.facet, deeper.slots["ask"]) == (facet, f"Second on {facet}?")


def test_a_thin_answer_turns_the_drill_to_another_facet() -> None:
    round_ = in_the_deep_dive()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    second = round_.say(800, TALK, heard(mentions=(("cache", first.facet, Depth.NAMED),)))
    assert second.kind is MoveKind.DRILL
    assert second.facet != first.facet


def test_a_topic_is_left_after_as_many_drills_as_the_interviewer_digs() -> None:
    round_ = in_the_deep_dive(interviewer=interviewer(digs=1))
    assert round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),))).kind is MoveKind.DRILL
    assert round_.say(800).kind is not MoveKind.DRILL


def test_no_drill_cuts_into_the_requirements() -> None:
    assert begun().say(30, TALK, heard(mentions=(("cache", None, Depth.NAMED),))).kind is not MoveKind.DRILL


def test_a_story_is_asked_about_and_not_the_technology_in_it() -> None:
    round_ = begun(question=STORY, minutes=25)
    round_.say(60, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    for at in range(120, 1440, 60):
        round_.say(float(at), "I don't know", heard(Act.DONT_KNOW))
    assert round_.state.count(MoveKind.DRILL) == 0


def test_what_an_answer_leaves_open_is_said_and_not_dropped() -> None:
    both = heard(asks="How many users are there?")
    both = replace(both, questions=(*both.questions, "What colour is it?"), facts=(*both.facts, None))
    asked = "How many users are there? What colour is it?"
    assert (
        begun().say(20, asked, both).slots["answer"]
        == "Ten million a day. What that leaves open, assume something sensible."
    )
    leave = replace(both, questions=(both.questions[0], "May I draw?"), facts=both.facts)
    assert begun().say(20, "How many users are there? May I draw?", leave).slots["answer"] == "Ten million a day."


def test_nothing_in_a_story_is_to_be_assumed() -> None:
    asked = "You mean the migration?"
    assert begun(question=STORY, minutes=25).say(20, asked, heard(asks=asked)).wording == "as_read"


def test_what_a_word_means_is_left_to_the_candidate_and_which_thing_is_said_again() -> None:
    assert begun().say(20, "What do you mean by active?", heard(Act.ASKS_MEANING)).wording == "as_read"
    assert begun().say(20, "Which list do you mean?", heard(Act.ASKS_MEANING)).wording == "repeat"


def test_what_a_question_means_is_not_to_be_assumed() -> None:
    asked = "Do you mean the flip, or the new store as a whole?"
    assert begun().say(20, asked, heard(asks=asked)).wording == "as_read"


def test_a_missing_signal_is_probed() -> None:
    move = begun().say(60)
    assert (move.kind, move.signal, move.slots["ask"]) == (MoveKind.PROBE, "requirements", "What is out of scope?")


def test_a_shown_signal_is_not_probed() -> None:
    round_ = begun()
    round_.say(60, TALK, heard(plus="requirements"))
    round_.say(90, TALK, heard(plus="requirements"))
    assert round_.state.ledger.of("requirements").asked == 0


def test_what_a_story_has_shown_once_is_asked_for_with_its_second_question() -> None:
    def asked(*contains: Heard) -> str | None:
        round_ = begun(question=STORY, minutes=25)
        moves = [round_.say(60.0 + at, TALK, each) for at, each in enumerate(contains)]
        moves += [round_.say(at, TALK) for at in range(400, 1400, 60)]
        return next((move.ref for move in moves if (move.ref or "").startswith("probe:outcome")), None)

    assert asked(heard(), heard()) == "probe:outcome:0:0"
    assert asked(heard(plus="outcome"), heard()) == "probe:outcome:0:1"


def test_what_was_just_asked_for_is_not_asked_for_again_in_other_words() -> None:
    round_ = begun(question=STORY, minutes=25)
    asked = [round_.say(float(at), f"{TALK}. " * 4).signal for at in range(60, 1440, 30)]
    probed = [signal for signal in asked if signal]
    assert probed and all(one != other for one, other in itertools.pairwise(asked) if one)


def test_a_story_whose_teller_has_said_all_is_over_late_in_the_round() -> None:
    def told(at: float) -> MoveKind:
        round_ = begun(question=STORY, minutes=25)
        for k in range(6):
            round_.say(at - 60 + k, TALK)
        return round_.say(at, "That is all from my side, I am done.", heard(Act.DONE)).kind

    assert told(1400) is MoveKind.CLOSE
    assert told(300) is not MoveKind.CLOSE


def test_a_thin_answer_to_a_probe_gets_its_second_layer() -> None:
    round_ = in_the_deep_dive()
    while (move := round_.say(700, "Not much.")).ref != "probe:tradeoffs:0:0":
        assert move.kind is not MoveKind.CLOSE
    assert round_.say(710, "Not much.").ref == "probe:tradeoffs:0:1"


def test_a_probe_that_was_edited_out_of_the_question_has_no_second_layer() -> None:
    round_ = in_the_deep_dive()
    while round_.say(700, "Not much.").ref != "probe:tradeoffs:0:0":
        pass
    for probes in ((), (replace(QUESTION.probes[0], signal="depth"),)):
        edited = Round_(plan(question=replace(QUESTION, probes=probes)))
        edited.state = replace(round_.state, plan=edited.state.plan)
        assert edited.say(710, "Not much.").ref != "probe:tradeoffs:0:1"


def test_nothing_is_asked_twice() -> None:
    round_ = begun()
    asks = [move.slots["ask"] for at in range(60, 2640, 30) if "ask" in (move := round_.say(float(at))).slots]
    assert len(asks) == len(set(asks)) > 10


def test_a_key_idea_is_not_named_before_the_candidate_names_it() -> None:
    phases = (QUESTION.phases[0], replace(QUESTION.phases[1], opens_with="How does fan-out on write behave here?"))
    round_ = begun(question=replace(QUESTION, phases=phases))
    assert "ask" not in round_.say(1000).slots or "fan-out" not in round_.state.moved[-1].text
    open_ = begun(question=replace(QUESTION, phases=phases))
    said = open_.say(1000, "I would use fan-out on write")
    assert said.slots["ask"] == "How does fan-out on write behave here?"


def test_silence_is_nudged_after_patience_and_then_something_else_is_asked() -> None:
    round_ = begun()
    round_.say(30, TALK, heard(plus="requirements"))
    kinds = [round_.move(float(at)).kind for at in range(31, 400)]
    assert MoveKind.NUDGE not in kinds[:15]
    assert kinds.count(MoveKind.NUDGE) == 2
    assert {MoveKind.PROBE, MoveKind.NEXT_PHASE} & set(kinds)


def test_silence_after_a_drawing_is_nudged_no_oftener() -> None:
    round_ = begun()
    round_.say(30)
    round_.state = round_.state.after_board((), 40)
    kinds = [round_.move(float(at)).kind for at in range(41, 900)]
    assert kinds[: kinds.index(MoveKind.PROBE)].count(MoveKind.NUDGE) == 2


def test_a_candidate_who_says_nothing_at_all_is_not_talked_at_for_ever() -> None:
    round_ = begun()
    spoken = [move for at in range(1, 2600) if (move := round_.move(float(at))).kind is not MoveKind.WAIT]
    assert len(spoken) <= 8


def test_drawing_gets_a_minute_of_silence() -> None:
    round_ = begun()
    round_.say(30)
    round_.state = round_.state.after_board((), 40)
    assert all(round_.move(float(at)).kind is MoveKind.WAIT for at in range(41, 95))


CACHE = heard(mentions=(("cache", None, Depth.NAMED),)).mentions


def test_a_cache_drawn_on_the_board_is_asked_about_when_the_pen_rests() -> None:
    round_ = in_the_deep_dive()
    round_.state = round_.state.after_board(CACHE, 700)
    assert round_.move(701).kind is MoveKind.WAIT
    move = round_.move(704)
    assert (move.kind, move.topic) == (MoveKind.DRILL, "cache")


def test_who_draws_while_they_think_of_an_answer_is_left_to_it() -> None:
    round_ = in_the_deep_dive()
    asked = round_.state.moved[-1].at
    round_.state = round_.state.after_board(CACHE, asked + 5)
    assert round_.move(asked + 10).kind is MoveKind.WAIT
    assert round_.move(asked + 50).topic == "cache"


def test_a_cache_drawn_while_requirements_are_settled_waits_for_its_phase() -> None:
    round_ = begun()
    round_.say(30)
    round_.state = round_.state.after_board(CACHE, 100)
    assert round_.move(110).kind is not MoveKind.DRILL


@pytest.mark.parametrize(
    ("act", "wording"),
    [
        (Act.ABUSE, "stay_polite"),
        (Act.INSTRUCTION, "decline"),
        (Act.ASKS_SOLUTION, "decline"),
        (Act.OTHER_LANGUAGE, "other_language"),
        (Act.EMPTY, "nudge"),
        (Act.ASKS_REPEAT, "repeat"),
        (Act.THINKING, "take_your_time"),
    ],
)
def test_manners(act: Act, wording: str) -> None:
    assert begun().say(30, "words", heard(act)).wording == wording


def test_abuse_does_not_stop_the_round() -> None:
    round_ = begun()
    wordings = [round_.say(float(at), "words", heard(Act.ABUSE)).wording for at in range(30, 300, 30)]
    assert {"stay_polite", "probe"} <= set(wordings)


def test_a_hint_is_given_when_asked_for_and_the_ladder_is_climbed() -> None:
    round_ = begun()
    hints = [round_.say(float(at), "A hint?", heard(Act.ASKS_HINT)).slots.get("hint") for at in (30, 60, 90)]
    assert hints == list(QUESTION.hints)
    assert round_.say(120, "A hint?", heard(Act.ASKS_HINT)).kind is not MoveKind.HINT


def test_not_knowing_is_met_with_the_offer_of_a_hint_then_with_another_question() -> None:
    round_ = begun()
    assert round_.say(30, "I don't know", heard(Act.DONT_KNOW)).wording == "offer_hint"
    assert round_.say(40, "Yes please").kind is MoveKind.HINT
    assert round_.say(50, "I don't know", heard(Act.DONT_KNOW)).wording == "move_on"


def offered_a_hint() -> Round_:
    round_ = begun()
    assert round_.say(30, "I don't know", heard(Act.DONT_KNOW)).wording == "offer_hint"
    return round_


@pytest.mark.parametrize(
    "text",
    [
        "Please don't, let me try it myself.",
        "Okay, no, let me think first.",
        "Sure, but not yet.",
        "Sure. But let me try first.",
        "That would spoil it.",
        "Yesterday I saw one.",
        "A hint? No thanks.",
        "Okay, so I would use a queue.",
        "Okay, a queue between the two lets the writers go on while the readers take from it at a pace of their own.",
    ],
)
def test_a_hint_that_was_refused_is_not_given(text: str) -> None:
    assert offered_a_hint().say(40, text).kind is not MoveKind.HINT


@pytest.mark.parametrize("text", ["A hint would not help me now", "Please don't give me a hint."])
def test_who_speaks_of_a_hint_does_not_always_want_one(text: str) -> None:
    assert begun().say(40, text, heard(Act.ASKS_HINT)).kind is not MoveKind.HINT


@pytest.mark.parametrize(
    "text",
    [
        "Yes.",
        "Sure, why not.",
        "Yes, please, I have no idea.",
        "Okay, I don't see it.",
        "Yes, I am not sure where to look.",
        "That would be great.",
    ],
)
def test_a_hint_that_was_accepted_is_given(text: str) -> None:
    assert offered_a_hint().say(40, text).kind is MoveKind.HINT


def test_time_is_called_at_half_and_near_the_end_without_taking_the_floor() -> None:
    round_ = begun()
    assert round_.say(1400).kind is MoveKind.TIME_CHECK
    assert round_.state.awaiting
    assert round_.move(1400).kind is not MoveKind.TIME_CHECK
    end = round_.say(2430)
    assert (end.kind, end.slots["minutes"]) == (MoveKind.TIME_CHECK, "4 minutes")


def test_every_phase_is_entered_on_its_clock() -> None:
    round_ = begun()
    for at in range(30, 2600, 60):
        round_.say(float(at))
    assert [m.move.phase for m in round_.state.moved if m.move.kind is MoveKind.NEXT_PHASE] == ["deep_dive", "wrap_up"]


def test_a_phase_that_was_begun_unasked_is_entered_in_silence() -> None:
    round_ = begun()
    round_.state = round_.state.after_candidate(TALK, heard(plus="tradeoffs"), 600)
    move = round_.move(600)
    assert (move.kind, move.wording) == (MoveKind.NEXT_PHASE, "")
    assert round_.state.awaiting


HIGH_LEVEL = Phase("high_level", "High level", {45: 8, 20: 4}, ("drive",), "What are the main parts?")
LAID_OUT = (
    "The client asks the metadata service which blocks are missing, sends them to the block service, which keeps them "
    "in an object store, and the change goes into a journal that a notification worker reads before it tells all."
)


@pytest.mark.parametrize(("drawn", "said", "asked"), [(5, TALK, False), (0, LAID_OUT, False), (1, TALK, True)])
def test_the_parts_are_not_asked_for_where_they_stand_on_the_board_or_were_gone_through(
    drawn: int, said: str, asked: bool
) -> None:
    first, *others = QUESTION.phases
    round_ = begun(question=replace(QUESTION, phases=(first, HIGH_LEVEL, *others)))
    round_.state = round_.state.after_board((), 500, drawn).after_candidate(said, heard(), 600)
    move = round_.move(600)
    assert (move.kind, move.phase, bool(move.wording)) == (MoveKind.NEXT_PHASE, "high_level", asked)


def test_a_requirement_changes_once_late_and_three_times_under_pressure() -> None:
    assert self_count(pressure=1) == 1
    changes = tuple(replace(QUESTION.changes[0], id=f"c{k}", says=f"Change {k}.") for k in range(3))
    assert self_count(question=replace(QUESTION, changes=changes), pressure=3) == 3


def self_count(**changes: object) -> int:
    round_ = begun(**changes)
    for at in range(30, 2700, 30):
        round_.say(float(at))
    return round_.state.count(MoveKind.CHANGE_REQUIREMENT)


def test_a_wrong_hint_comes_under_pressure_only() -> None:
    for pressure, expected in ((1, 0), (2, 1)):
        round_ = begun(pressure=pressure)
        for at in range(30, 2700, 30):
            round_.say(float(at))
        assert sum(m.move.wording == "wrong_hint" for m in round_.state.moved) == expected


def test_the_round_ends_by_itself() -> None:
    round_ = begun()
    assert round_.say(2701).kind is MoveKind.CLOSE
    assert round_.state.closed


def test_a_story_is_dug_for_what_is_missing() -> None:
    round_ = begun(question=STORY, minutes=25)
    asked = {round_.say(float(at)).signal for at in range(60, 1500, 60)}
    assert {"problem", "outcome", "reflection"} <= asked


OWNED = (
    "The export took four hours every night, and nobody outside of the team knew that. I forgot to count who reads it, "
    "that was on me, and so two teams had wrong figures for a week."
)


def admitted(**changes: object) -> Round_:
    round_ = begun(question=STORY, minutes=25, **changes)
    round_.say(60, OWNED, Listener(Round.BEHAVIORAL, None, {}).hear(OWNED))
    return round_


def test_an_admission_that_nobody_asked_for_is_gone_into_at_once() -> None:
    move = admitted().state.moved[-1].move
    assert (move.signal, move.ref) == ("failure_ownership", "opening:admission")
    assert move.slots == {"quote": "I forgot to count who reads it", "ask": "When could you have caught it?"}


def test_a_short_admission_is_quoted_and_asked_about_in_the_words_of_the_rubric() -> None:
    told = "We moved the export to the night, and four jobs of other teams read it then, which is why it hurt so much."
    told += " I forgot to count them."
    move = begun(question=STORY, minutes=25).say(60, told, Listener(Round.BEHAVIORAL, None, {}).hear(told))
    assert move.slots["quote"] == "I forgot to count them"
    generic = {ask for probes in Bank().rubric().signals[Round.BEHAVIORAL] for ask in probes.probes}
    assert {ask for opening in OPENINGS for ask in opening.asks} <= generic


def test_an_admission_is_gone_into_once() -> None:
    round_ = admitted()
    heard_again = Listener(Round.BEHAVIORAL, None, {}).hear(OWNED)
    refs = [round_.say(float(at), OWNED, heard_again).ref for at in range(120, 900, 60)]
    assert "opening:admission" not in refs


def test_a_price_that_is_waved_away_is_asked_for() -> None:
    said = "The export took four hours every night, and nobody outside of the team knew that it blocked the importer. "
    said += "There were pros and cons, and we chose the queue."
    told = Listener(Round.BEHAVIORAL, None, {}).hear(said)
    move = begun(question=STORY, minutes=25).say(60, said, told)
    assert (move.signal, move.slots["ask"]) == ("tradeoffs", "What did you give up for that?")


def test_an_empty_answer_to_a_question_for_a_signal_gets_the_next_on_it() -> None:
    round_ = begun(question=STORY, minutes=25)
    while (asked := round_.say(700, "Not much.")).ref is None or not asked.ref.startswith("generic:"):
        assert asked.kind is not MoveKind.CLOSE
    assert asked.signal is not None
    empty = Heard(cues=(Cue(asked.signal, Polarity.MINUS, "communicate more", 0, "nothing_to_change", 0.5),))
    again = round_.say(720, "I would communicate more, and earlier, and be realistic about the plan too.", empty)
    assert again.signal == asked.signal and again.slots["ask"] != asked.slots["ask"]


def test_a_trap_is_set_once_late_and_never_gently() -> None:
    for pressure, traps in ((0, 0), (1, 1), (3, 1)):
        round_ = begun(question=STORY, minutes=25, pressure=pressure)
        refs = [round_.say(float(at)).ref for at in range(60, 1500, 60)]
        assert refs.count("trap:0") == traps


def test_the_same_seed_decides_the_same() -> None:
    def moves(seed: int) -> list[str]:
        round_ = begun(seed=seed, interviewer=interviewer(acknowledges=0.5))
        contains = heard(mentions=(("cache", None, Depth.NAMED),))
        return [str(round_.say(float(at), TALK, contains).ref) for at in range(30, 2600, 45)]

    assert moves(1) == moves(1)
    assert any(moves(1) != moves(seed) for seed in range(2, 6))


AROUND = "and then " * 15


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("failure_ownership", "that one was on me"),
        ("testing", "we tested the edge cases"),
        ("complexity", "it is O(n log n)"),
        ("data_model", "two tables"),
        ("outcome", "ten percentage points"),
        ("tradeoffs", "the tradeoffs"),
        ("problem", "because everyone waited"),
    ],
)
def test_a_long_turn_touches_what_it_speaks_about(signal: str, words: str) -> None:
    assert touched(signal, AROUND + words)
    assert not touched(signal, words)


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("failure_ownership", "I based it on metrics"),
        ("testing", "a testament to the team"),
        ("data_model", "on a tablet"),
        ("outcome", "the ninth percentile"),
        ("action", "I rang them"),
    ],
)
def test_a_longer_word_that_begins_alike_touches_nothing(signal: str, words: str) -> None:
    assert not touched(signal, AROUND + words)


def test_nudges_at_silence_are_no_reactions_to_what_is_said() -> None:
    round_ = begun()
    assert [round_.move(float(at)).wording for at in (25, 60)] == ["nudge", "nudge"]
    assert round_.say(70, "Sorry, could you repeat that?", heard(Act.ASKS_REPEAT)).wording == "repeat"


def test_the_time_is_told_once_to_who_asks_late() -> None:
    round_ = begun()
    round_.state = round_.state.after_candidate("How much time is left?", heard(Act.ASKS_TIME), 2400)
    wordings = [round_.move(2400).wording for _ in range(3)]
    assert wordings.count("time_check") == 1


def test_a_facet_of_another_topic_takes_no_drill_deeper() -> None:
    other = replace(scene.CACHE, id="queue", title="Queues")
    round_ = in_the_deep_dive(topics={"cache": scene.CACHE, "queue": other})
    contains = heard(mentions=(("cache", None, Depth.NAMED),))
    first = round_.say(700, contains=contains)
    assert (first.kind, first.topic) == (MoveKind.DRILL, "cache")
    elsewhere = heard(mentions=(("queue", first.facet, Depth.COVERED),))
    after = round_.say(760, "Short.", elsewhere)
    assert after.kind is not MoveKind.DRILL or after.facet != first.facet or after.topic != "cache"


QUEUE = replace(scene.CACHE, id="queue", title="Queues and streams")


def at_the_end() -> Round_:
    """The last phase, with everything told that is told by the clock."""
    round_ = begun()
    for seconds in (60.0, 600.0, 1900.0, 2350.0, 2400.0, 2450.0, 2500.0):
        round_.say(seconds)
    assert round_.state.last_phase
    return round_


def two_topics() -> Round_:
    """Two topics may be brought up; the question turns on neither."""
    plain = replace(QUESTION, crux=(), topics=("cache", "queue"))
    return in_the_deep_dive(question=plain, topics={"cache": scene.CACHE, "queue": QUEUE})


def after(round_: Round_, *turns: Heard) -> State:
    """The state after more turns of the candidate, with nothing asked between."""
    state = round_.state
    for k, contains in enumerate(turns):
        state = state.after_candidate(TALK if contains.mentions else "Let me see.", contains, 700.0 + 60 * k)
    return state


def test_what_was_just_spoken_of_is_drilled_before_what_came_up_earlier() -> None:
    cache = heard(mentions=(("cache", "eviction", Depth.NAMED),))
    queue = heard(mentions=(("queue", None, Depth.NAMED), ("queue", "cold_start", Depth.NAMED)))
    for turns, expected in (((cache, queue), ("queue", "cold_start")), ((queue, cache), ("cache", "eviction"))):
        move = next_drill(after(two_topics(), turns[0], heard(), turns[1]))
        assert move is not None and (move.topic, move.facet) == expected


def test_a_drill_on_something_else_says_on_what() -> None:
    move = next_drill(after(two_topics(), heard(mentions=(("queue", None, Depth.NAMED),)), heard()))
    assert move is not None and (move.wording, move.slots["topic"]) == ("drill_back", "queues and streams")


def test_a_drill_on_something_else_goes_back_to_the_words_that_brought_it_up() -> None:
    said = "Every change goes through one Redis list before it is stored anywhere."
    brought_up = heard(mentions=(("queue", None, Depth.NAMED),))
    brought_up = replace(brought_up, mentions=tuple(replace(x, quote=said) for x in brought_up.mentions))
    state = two_topics().state.after_candidate(said, brought_up, 700).after_candidate("Let me see.", heard(), 760)
    move = next_drill(state)
    assert move is not None and (move.wording, move.slots.get("quote")) == ("probe_quoting", said.rstrip("."))
    again = next_drill(state.after_move(move, "So?", 770).after_candidate("Let me see.", heard(), 780))
    assert again is not None and again.wording != "probe_quoting"


def test_what_was_just_spoken_of_need_not_be_named_and_no_lead_in_says_that_it_stays() -> None:
    round_ = two_topics()
    round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    spoken = heard(mentions=(("queue", None, Depth.NAMED),))
    move = next_drill(round_.state.after_candidate("The queue is next.", spoken, 760))
    assert move is not None and (move.topic, move.wording) == ("queue", "probe")


def test_a_nod_between_two_drills_on_a_topic_changes_no_subject() -> None:
    round_ = two_topics()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    state = round_.state.after_move(Move(MoveKind.ACKNOWLEDGE, "acknowledge"), "Go on.", 720)
    covered = heard(mentions=(("cache", first.facet, Depth.COVERED),))
    move = next_drill(state.after_candidate(TALK, covered, 740))
    assert move is not None and (move.topic, move.wording) == ("cache", "drill")


def test_further_questions_on_one_topic_do_not_name_it_again() -> None:
    round_ = in_the_deep_dive()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    deeper = round_.say(760, TALK, heard(mentions=(("cache", first.facet, Depth.COVERED),)))
    assert deeper.kind is MoveKind.DRILL and deeper.wording != "drill_back"


def test_whoever_lost_the_thread_is_told_what_it_was_about() -> None:
    round_ = in_the_deep_dive()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    again = round_.say(720, "Evict what? I don't know what you mean.", heard(Act.ASKS_MEANING))
    assert again.wording == "repeat" and again.slots["statement"] == f"About caching: {first.slots['ask']}"


def test_who_is_done_while_there_is_time_hears_how_much_and_is_asked_on() -> None:
    round_ = in_the_deep_dive()
    done = round_.say(1200, "That's my design, I'm done.", heard(Act.DONE))
    assert (done.wording, done.slots["minutes"]) == ("not_yet", "25 minutes") and done.slots["ask"]
    assert round_.say(1300, "I'm done with the design.", heard(Act.DONE)).wording != "not_yet"


def test_an_answer_that_ends_with_that_is_it_is_an_answer() -> None:
    answer = f"{TALK}, {TALK}. And that's it."
    assert in_the_deep_dive().say(1200, answer, heard(Act.DONE)).wording != "not_yet"
    assert at_the_end().say(2520, answer, heard(Act.DONE)).kind is not MoveKind.CLOSE


def test_who_is_done_with_the_requirements_goes_on_to_the_design() -> None:
    assert begun().say(120, "I'm done.", heard(Act.DONE)).wording == "next_phase"


def test_who_is_done_late_in_the_round_may_go() -> None:
    assert at_the_end().say(2520, "I'm done with the design.", heard(Act.DONE)).kind is MoveKind.CLOSE


def test_a_word_of_thanks_at_the_very_end_is_no_reason_for_another_drill() -> None:
    round_ = at_the_end()
    assert round_.say(2640, "That's everything from my side.", heard(Act.NOTHING_MORE)).kind is MoveKind.CLOSE


def test_a_question_that_the_candidate_goes_on_from_is_their_own() -> None:
    asked = "How many users are there?"
    on = "Ten times what the shop has today, I would say, and that is what I size the queue by, with a margin for the "
    on += "sale in spring and the one in autumn."
    why = "I'm asking because with ten thousand a single Postgres carries it for years, and with ten million I would "
    why += "begin by cutting the users up by region, which nobody will thank me for."
    asked_why = in_the_deep_dive()
    assert asked_why.say(700, f"{asked} {why}", heard(asks=asked)).kind is MoveKind.ANSWER_CLARIFICATION
    early, late = begun(), in_the_deep_dive()
    assert early.say(30, f"{asked} {on}", heard(asks=asked)).kind is MoveKind.ANSWER_CLARIFICATION
    assert late.say(700, f"{asked} {on}", heard(asks=asked)).kind is not MoveKind.ANSWER_CLARIFICATION
    again = in_the_deep_dive()
    assert again.say(700, f"{on} {asked}", heard(asks=asked)).kind is MoveKind.ANSWER_CLARIFICATION


STEERS = (
    "Next I'd like to spend ten minutes on the claiming of due jobs, because that is where it breaks.",
    "Let's leave the API and talk about what happens when a worker dies.",
)


@pytest.mark.parametrize("steer", STEERS)
def test_whoever_says_where_they_are_going_is_let_go_there(steer: str) -> None:
    round_ = in_the_deep_dive()
    move = round_.say(700, f"{TALK}. {steer}", heard(mentions=(("cache", None, Depth.NAMED),)))
    assert (move.kind, move.wording) == (MoveKind.ACKNOWLEDGE, "acknowledge")
    assert round_.say(760, TALK, heard(mentions=(("cache", None, Depth.NAMED),))).kind is MoveKind.DRILL


def test_whoever_says_it_again_after_a_nod_is_let_go_once_more_and_then_asked() -> None:
    round_ = in_the_deep_dive()
    said = f"{TALK}. {STEERS[0]}"
    kinds = [round_.say(700.0 + 60 * k, said, heard(mentions=(("cache", None, Depth.NAMED),))).kind for k in range(3)]
    assert kinds[:2] == [MoveKind.ACKNOWLEDGE] * 2 and kinds[2] is not MoveKind.ACKNOWLEDGE


@pytest.mark.parametrize(
    "text",
    [
        f"{STEERS[0]} A worker takes the row with a lease of a minute and writes its number into it.",
        "The lease is a minute. Shall we talk about the claiming next?",
        "I'd take a queue here, since the worker is slow and the call must not wait for it.",
        "So I'd move the hot keys to a shard of their own.",
        "I'll leave it in Postgres and look up the owner by its index.",
        "I'd cover that with a retry.",
    ],
)
def test_whoever_is_there_already_is_asked(text: str) -> None:
    assert not steers(text)


def test_a_topic_that_the_candidate_has_left_after_a_nod_is_left() -> None:
    round_ = two_topics()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    assert first.topic == "cache"
    round_.state = round_.state.after_candidate("It is in memory.", heard(), 720)
    round_.state = round_.state.after_move(Move(MoveKind.ACKNOWLEDGE, "acknowledge"), "Go on.", 730)
    on_queues = heard(mentions=(("queue", None, Depth.NAMED), ("queue", "cold_start", Depth.NAMED)))
    move = round_.say(760, TALK, on_queues)
    assert (move.kind, move.topic) == (MoveKind.DRILL, "queue")


def test_of_two_topics_the_one_that_more_was_said_of_is_drilled() -> None:
    both = heard(
        mentions=(
            ("cache", "eviction", Depth.NAMED),
            ("cache", "invalidation", Depth.NAMED),
            ("queue", None, Depth.NAMED),
        )
    )
    plain = replace(QUESTION, crux=(), topics=("cache", "queue"))
    round_ = in_the_deep_dive(question=plain, topics={"cache": scene.CACHE, "queue": QUEUE})
    for turn in (both, replace(both, mentions=both.mentions[::-1])):
        move = next_drill(round_.state.after_candidate(TALK, turn, 700))
        assert move is not None and move.topic == "cache"


def test_what_was_told_unasked_is_not_asked_for_again_but_gone_into() -> None:
    round_ = in_the_deep_dive()
    every = tuple(("cache", facet.id, Depth.COVERED) for facet in scene.CACHE.facets)
    assert round_.say(700, TALK, heard(mentions=every)).slots["ask"].startswith("Second on")


def test_words_are_said_back_before_a_drill_only_where_the_topic_is_in_them() -> None:
    mention = heard(mentions=(("cache", "eviction", Depth.NAMED),)).mentions[0]
    for quote, wording in (
        ("a cache sits in front of it", "drill_quoting"),
        ("it checks the quota and writes", "probe"),
    ):
        contains = replace(heard(), mentions=(replace(mention, quote=quote),))
        move = next_drill(in_the_deep_dive().state.after_candidate(f"{quote} {TALK}", contains, 700))
        assert move is not None and move.wording == wording


def test_of_what_the_question_is_not_about_the_sides_that_were_spoken_of_are_drilled_first() -> None:
    foreign = replace(QUESTION, topics=(), crux=())
    about = heard(mentions=(("cache", None, Depth.NAMED), ("cache", "cold_start", Depth.NAMED)))
    for seed in range(5):
        round_ = in_the_deep_dive(question=foreign, seed=seed)
        move = round_.say(700, TALK, about)
        assert (move.kind, move.facet) == (MoveKind.DRILL, "cold_start")


def test_a_drill_that_does_not_fit_waits_for_what_else_there_is_to_ask() -> None:
    once = heard(mentions=(("cache", None, Depth.NAMED),))
    state = after(two_topics(), once, *[heard()] * 4)
    move = next_drill(state)
    assert move is not None and move.topic == "cache"
    assert next_drill(state, least=FITTING) is None


def test_what_was_told_often_and_closely_is_worth_less_than_what_was_only_touched() -> None:
    every = replace(heard(mentions=(("cache", None, Depth.NAMED),)), sides={("cache", "eviction"): 0.15})
    told = replace(
        heard(mentions=(("cache", None, Depth.NAMED), ("cache", "cold_start", Depth.COVERED))),
        sides={("cache", "cold_start"): 0.5, ("cache", "eviction"): 0.15},
    )
    move = next_drill(after(two_topics(), *[told] * 6, every))
    assert move is not None and move.facet == "eviction"


def test_an_answer_that_does_not_hold_is_not_nodded_at() -> None:
    nods = interviewer(acknowledges=1.0 / ALWAYS, digs=1)
    kinds = {}
    for held in (False, None):
        round_ = in_the_deep_dive(interviewer=nods)
        round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
        long = " ".join([TALK] * 2)
        round_.state = round_.state.after_candidate(long, heard(), 800, SoFar({}, held))
        kinds[held] = round_.move(800).kind
    assert kinds[None] is MoveKind.ACKNOWLEDGE and kinds[False] is not MoveKind.ACKNOWLEDGE


def test_of_what_somebody_has_no_more_to_say_nobody_is_drilled_again() -> None:
    round_ = two_topics()
    spoken = heard(mentions=(("cache", None, Depth.NAMED), ("queue", None, Depth.NAMED)))
    first = round_.say(700, TALK, spoken)
    assert first.kind is MoveKind.DRILL
    round_.say(760, "On that I have nothing to add.", heard(Act.NOTHING_MORE))
    moves = [round_.say(800 + 60 * k, f"{TALK} {k}", spoken) for k in range(6)]
    assert first.topic not in {move.topic for move in moves if move.kind is MoveKind.DRILL}


def test_a_drill_whose_answer_was_given_makes_way_for_another_of_its_side() -> None:
    about = heard(mentions=(("cache", None, Depth.NAMED), ("cache", "eviction", Depth.NAMED)))
    given = {("cache", "eviction", 0): frozenset({"least recently", "by age", "at random"})}
    move = next_drill(after(two_topics(), replace(about, answers=given)))
    assert move is not None and move.slots["ask"] != "First on eviction?"
    without = next_drill(after(two_topics(), about))
    assert without is not None and without.slots["ask"] == "First on eviction?"


def test_what_the_candidate_says_they_have_none_of_is_not_drilled_on() -> None:
    round_ = in_the_deep_dive()
    first = round_.say(700, TALK, heard(mentions=(("cache", None, Depth.NAMED),)))
    assert (first.kind, first.topic) == (MoveKind.DRILL, "cache")
    none = replace(heard(mentions=(("cache", "eviction", Depth.NAMED),)), turned_down=frozenset({"cache"}))
    moves = [round_.say(760 + 60 * k, f"{TALK} {k}", none if k == 0 else heard()) for k in range(4)]
    assert "cache" not in {move.topic for move in moves}
    again = round_.say(1060, TALK, heard(mentions=(("cache", "eviction", Depth.NAMED),)))
    assert again.topic == "cache"
