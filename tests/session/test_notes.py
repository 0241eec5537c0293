"""What the debrief is told about the round beside what was said."""

from sparring.session.importing import plain_notes


def test_options_of_the_terminal_are_left_out_and_nothing_is_said_twice() -> None:
    notes = ("I took it for behavioral; say another with --round.", "No times.", "No times.")
    assert plain_notes(notes) == ("I took it for behavioral.", "No times.")
