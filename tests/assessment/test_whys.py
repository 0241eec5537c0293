import pytest

from sparring.assessment.whys import why
from sparring.listening.cues import behavioral, coding, system_design

FAILS = "If the primary is down, we know that the gateways serve the last value for ten seconds."


def test_every_rule_says_what_it_saw_in_words_of_its_own() -> None:
    names = {rule.name for room in (behavioral, coding, system_design) for rule in room.RULES}
    assert names
    assert sorted(name for name in names if why(name, FAILS) == name.replace("_", " ") and "_" in name) == []
    assert why("a_rule_to_come", FAILS) == "a rule to come"


@pytest.mark.parametrize(
    ("rule", "quote", "clause"),
    [
        ("what_happens_when", FAILS, "says what happens when it fails"),
        ("what_happens_when", "I would alert on the lag of the consumer group.", "says how it would be noticed"),
        ("what_happens_when", "It goes out as a canary to one percent first.", "says how it goes live"),
        ("bounded_unknown", "The one mistake was mine, so I rolled it back first.", ""),
        ("step_with_reason", "I put it up on Tuesday at nine.", "a concrete step of their own"),
        ("step_with_reason", "I wrote it up because nobody had.", "a step with its reason"),
        ("stakes", "The page went down for 35 minutes.", "says what was wrong, in terms that can be counted"),
        ("stakes", "Forty customers were charged twice.", "says who was worse off, and why it mattered"),
        ("growth_with_reason", "It is linear in the number of files.", "says how it grows"),
        ("growth_with_reason", "Linear, because each is seen once.", "how it grows, with the reason"),
        ("sum_that_decides", "400k names times 100 bytes is 40 MB.", "a sum worked out"),
        ("sum_that_decides", "That is 40 MB, which fits one node.", "a sum that decides something"),
        ("cuts_scope", "I'd aim for 100 ms.", "sets a limit or an assumption"),
        ("cuts_scope", "Billing is out of scope.", "leaves something out on purpose"),
        ("own_case", "Let me run the example.", "runs an example"),
        ("reversible_step", "If that was wrong we would have heard.", ""),
        ("key_for_access", "Each record holds a version and a checksum.", "says what a record holds"),
        ("bounded_unknown", "We didn't know the peak, so I put a cap on it.", "names the unknown and bounds it"),
    ],
)
def test_a_clause_is_said_only_of_words_that_hold_it(rule: str, quote: str, clause: str) -> None:
    assert why(rule, quote) == clause
