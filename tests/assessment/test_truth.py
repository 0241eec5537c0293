"""What a debrief must not say."""

from dataclasses import replace

import pytest

from sparring.assessment.assess import assess
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.grading import Grade, Material, grade
from sparring.assessment.substance import Substance
from sparring.bank import Bank
from sparring.domain.debrief import Debrief, NotSeen, Rating
from sparring.domain.evidence import Polarity
from sparring.domain.round import Round, Verdict
from sparring.domain.rubric import Rubric
from sparring.domain.transcript import Snapshot, TestRun, Transcript
from sparring.listening.model import ModelReading, SignalModel
from sparring.listening.model.heads import RATING_HEADS
from tests.assessment.scene import DESIGN, answer, talk

LISTED = """class Cache:
    def __init__(self):
        self.data = {}
        self.order = []

    def get(self, key):
        self.order.remove(key)
        self.order.append(key)
        return self.data[key]
"""


def debrief_of(transcript: Transcript, rubric: Rubric, model: SignalModel, question: str = "") -> Debrief:
    known = Bank().question(question) if question else None
    return assess(transcript, rubric=rubric, question=known, topics={}, model=model)


def rated(debrief: Debrief) -> dict[str, Rating]:
    return {x.signal: x for x in debrief.scores if isinstance(x, Rating)}


def coding(code: str, tests: TestRun | None = None) -> Transcript:
    said = (
        "i Write a cache with a time to live.",
        "c How large can it get, and may a key be None?",
        "i A million keys, and no.",
        "c I keep a dictionary and the order of use. This solution runs in O(1) time.",
        "i What about tests?",
        "c I tried one key and two keys. The rest is just a weird edge case.",
    )
    round_ = talk(Round.CODING, "Cache", *said, tests=tests)
    return replace(round_, code=(Snapshot(0, "python", "class Cache:\n    ...\n"), Snapshot(200, "python", code)))


def test_a_stated_cost_that_the_code_denies_counts_against(rubric: Rubric, model: SignalModel) -> None:
    debrief = debrief_of(coding(LISTED), rubric, model, "lru_ttl")
    (check,) = [x for x in debrief.checks if x.kind == "complexity"]
    assert not check.holds and "self.order.remove(key)" in check.explanation
    assert rated(debrief)["complexity"].value <= 2
    assert not [x for x in debrief.evidence if x.signal == "complexity" and x.polarity is Polarity.PLUS]
    honest = debrief_of(coding(LISTED.replace("= []", "= set()")), rubric, model, "lru_ttl")
    assert [x.holds for x in honest.checks if x.kind == "complexity"] == [True]


def test_who_asked_before_the_first_change_of_code_skipped_nothing(rubric: Rubric, model: SignalModel) -> None:
    debrief = debrief_of(coding(LISTED), rubric, model)
    assert "skipped_requirements" not in {x.mistake for x in debrief.mistakes}


def test_red_tests_waved_off_count_against_and_green_ones_tick_their_anchors(
    rubric: Rubric, model: SignalModel
) -> None:
    red = debrief_of(coding(LISTED, TestRun(7, 10)), rubric, model)
    assert any(x.signal == "testing" and x.polarity is Polarity.MINUS and "waved off" in x.why for x in red.evidence)
    green = debrief_of(coding(LISTED, TestRun(10, 10)), rubric, model)
    assert "passes the plain cases" in rated(green)["correctness"].anchors_met
    assert not any("waved off" in x.why for x in green.evidence)


def test_a_test_of_an_odd_case_is_not_waved_off(rubric: Rubric, model: SignalModel) -> None:
    round_ = coding(LISTED, TestRun(9, 10))
    said = "Let me also try a weird edge case, the empty list, and trace it by hand."
    turns = tuple(replace(x, text=said) if "weird" in x.text else x for x in round_.turns)
    tried = debrief_of(replace(round_, turns=turns), rubric, model)
    assert not any("waved off" in x.why for x in tried.evidence)


def test_correctness_is_what_the_code_does_whatever_was_said(rubric: Rubric, model: SignalModel) -> None:
    silent = talk(Round.CODING, "Cache", "i Write a cache.", "c Okay, coding.", tests=TestRun(10, 10))
    spanish = "c " + "Primero voy a escribir la clase con un diccionario y una lista doble para el orden de uso. " * 3
    foreign = talk(Round.CODING, "Cache", "i Write a cache.", spanish, tests=TestRun(10, 10))
    assert [rated(debrief_of(x, rubric, model))["correctness"].value for x in (silent, foreign)] == [4, 4]


def test_no_tests_at_all_are_no_measure(rubric: Rubric, model: SignalModel) -> None:
    none = debrief_of(coding(LISTED, TestRun(0, 0)), rubric, model)
    assert all(x.reason.strip(". ") for x in none.scores)
    assert any("correctness is heard from the talk" in x for x in none.caveats)


def test_what_is_said_about_code_is_worth_what_the_code_does(rubric: Rubric, model: SignalModel) -> None:
    red, green = (debrief_of(coding(LISTED, TestRun(passed, 12)), rubric, model) for passed in (4, 12))
    worse, better = rated(red), rated(green)
    moved = [signal for signal in worse if signal != "correctness" and worse[signal].value != better[signal].value]
    assert moved and all(worse[signal].value <= better[signal].value for signal in worse)
    assert any("of 12 cases" in x[signal].reason for x in (worse, better) for signal in moved)
    assert red.verdict.value.rank <= green.verdict.value.rank


def test_what_stays_as_it_is_was_not_lifted_by_the_code() -> None:
    """A 1 that nobody asked for is spared, whatever the code did: that is not the code's doing."""
    said = [f"{who} Words that say nothing of it." for _ in range(4) for who in "ic"]
    transcript = talk(Round.CODING, "Cache", *said, tests=TestRun(0, 12))
    poor = {head: (-3.0, -5.0, -7.0) for round_, head in RATING_HEADS if round_ is Round.CODING}
    m = Material(transcript, ModelReading("none", (), poor), {}, (), Substance(24, "", (), foreign=False), SHIPPED)
    spared = [x for x in grade(m) if isinstance(x, Grade) and x.asked is None and x.signal != "correctness"]
    assert spared and all((x.value, x.ran) == (2, "") for x in spared)


def test_the_top_of_the_scale_in_testing_and_complexity_is_unasked(rubric: Rubric, model: SignalModel) -> None:
    told = (
        "c I trace it by hand: capacity one, put a, put b, then a is gone and b is there. Then the same key twice, "
        "an expired key, and a full cache of expired keys; there I found my own bug: the list kept the dead key. "
        "Every operation is O(1), because the dictionary has the node and the node its neighbours; memory is O(n)."
    )
    ask = "i How would you test it, and what is its complexity in time and space?"
    first = ("i Write a cache with a time to live.", "c How large can it get, and may a key be None?", "i No.")
    asked = rated(debrief_of(talk(Round.CODING, "Cache", *first, "c Done.", ask, told), rubric, model))
    unasked = rated(debrief_of(talk(Round.CODING, "Cache", *first, told, "i Go on.", "c Done."), rubric, model))
    for signal in ("testing", "complexity"):
        assert asked[signal].value <= 3 and asked[signal].value <= unasked[signal].value


def test_a_wrong_sum_is_never_credit_for_estimating(rubric: Rubric, model: SignalModel) -> None:
    said = (
        "i Design a feed.",
        "c Is it read heavy? I assume a hundred million users a day with ten reads each.",
        "i Yes. How much traffic is that?",
        "c 100 million users times 10 reads a day is 50 reads per second, so one small server is enough for that.",
    )
    debrief = debrief_of(talk(Round.SYSTEM_DESIGN, "Feed", *said), rubric, model)
    wrong = [x for x in debrief.checks if x.kind == "arithmetic" and not x.holds]
    assert wrong
    credited = [x for x in debrief.evidence if x.signal == "estimation" and x.polarity is Polarity.PLUS]
    assert not [x for x in credited if wrong[0].quote in x.quote or x.quote in wrong[0].quote]
    assert "reaches a figure within ten times of sound" not in rated(debrief)["estimation"].anchors_met


def test_a_round_that_stopped_proves_nothing_exceptional_and_leaves_the_unasked_unseen(
    rubric: Rubric, model: SignalModel
) -> None:
    stopped = replace(DESIGN, planned=2700.0, notes=("You ended the round before its time was over.",))
    debrief = debrief_of(stopped, rubric, model)
    assert debrief.verdict.value is Verdict.HIRE and debrief.altitude.value.rank == 3
    assert "of 45 minutes" in debrief.verdict.reason
    for score in debrief.scores:
        assert isinstance(score, NotSeen) or score.value > 1 or score.evidence or "“" in score.reason


def test_a_story_handed_over_is_no_ownership(rubric: Rubric, model: SignalModel) -> None:
    story = (
        "My manager asked me to do it. Our build was slow, and everybody waited for it. I rewrote the build files, "
        "fixed the tests and moved the cache to a shared machine. It went from two hours to half an hour."
    )
    debrief = debrief_of(answer(story), rubric, model)
    heads = {(x.signal, x.polarity, x.quote) for x in debrief.evidence}
    assert any(a == "ownership" and b is Polarity.MINUS and c.startswith("My manager asked me") for a, b, c in heads)
    result = "It went from two hours to half an hour."
    assert any(a == "outcome" and b is Polarity.PLUS and c.endswith(result) for a, b, c in heads)
    assert any(signal == "action" and polarity is Polarity.PLUS for signal, polarity, _ in heads)
    assert {x.helped for x in debrief.moments} == {True, False}
    assert not any("no number" in x.would_contain for x in debrief.one_level_up)
    praised = {x.quote for x in debrief.moments if x.helped}
    assert debrief.one_level_up and not [x for x in debrief.one_level_up if x.quote in praised]


@pytest.mark.parametrize("question", ["Tell me about a conflict.", "Tell me about a time you led an initiative."])
def test_a_recipe_is_off_the_question(rubric: Rubric, model: SignalModel, question: str) -> None:
    recipe = (
        "You boil the pasta in salted water, then you fry the garlic in olive oil, and add tomatoes and basil. After "
        "ten minutes you mix it all and put parmesan on top of it. It is my favourite recipe."
    )
    debrief = debrief_of(answer(recipe, asked=question), rubric, model)
    assert all(x.value == 1 and "off the question" in x.reason for x in rated(debrief).values())
    assert debrief.verdict.value is Verdict.STRONG_NO_HIRE
