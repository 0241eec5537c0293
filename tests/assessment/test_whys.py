from sparring.assessment.whys import why
from sparring.listening.cues import behavioral, coding, system_design


def test_every_rule_says_what_it_saw_in_words_of_its_own() -> None:
    names = {rule.name for room in (behavioral, coding, system_design) for rule in room.RULES}
    assert names
    assert sorted(name for name in names if why(name) == name.replace("_", " ") and "_" in name) == []
    assert why("a_rule_to_come") == "a rule to come"
