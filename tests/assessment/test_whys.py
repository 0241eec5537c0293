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
        ("bounded_unknown", "We didn't know the peak, so I put a cap on it.", "names the unknown and bounds it"),
    ],
)
def test_a_clause_is_said_only_of_words_that_hold_it(rule: str, quote: str, clause: str) -> None:
    assert why(rule, quote) == clause
