"""The terminal page: order, intervals, places, widths, and nothing of a candidate's text at work."""

from dataclasses import replace
from io import StringIO

import pytest
from fixture import debrief, rubric, transcript
from rich.cells import cell_len
from rich.console import Console

from sparring.assessment.render import terminal, terminal_text
from sparring.domain.debrief import Rating, VerdictCall
from sparring.domain.evidence import Source
from sparring.domain.round import Verdict
from sparring.domain.transcript import Turn


def page(width=80, **changes):
    return terminal_text(replace(debrief(), **changes), transcript(), rubric(), width=width)


def test_the_head_says_verdict_altitude_and_both_intervals():
    head = page().split("What decided it")[0]
    assert "NO HIRE, perhaps hire, too close to call" in head
    assert "SENIOR ALTITUDE, perhaps mid" in head
    assert "Depth decides a design round" in head
    assert "You predicted hire; it came to no hire: you were one step too hopeful." in head


def test_sections_come_in_the_order_of_what_matters():
    text = page()
    titles = [
        "What decided it ─",
        "Signals ─",
        "Signal by signal ─",
        "Mistakes ─",
        "One level up ─",
        "This question, by level ─",
        "Cases that failed ─",
        "Drills ─",
        "Curveballs ─",
        "Checked by the program ─",
        "Not seen ─",
        "Next reps ─",
        "What to know about this page ─",
    ]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


def test_a_row_of_the_table_has_boxes_value_interval_and_counts():
    rows = [" ".join(line.split()) for line in page(120).splitlines()]
    assert "Trade-offs ■■■□ 3 2.7–3.8 1 volunteered, 1 prompted" in rows
    assert "Depth ■□□□ 1 1.0–1.9 2 against" in rows
    assert "Data model ···· not seen" in rows


def test_a_failed_case_says_what_it_runs_and_what_it_wants():
    text = page(120).split("Cases that failed ─")[1].split("Drills ─")[0]
    assert "✗ an empty bucket refuses  stage 1" in text
    assert "b = Bucket(0)" in text and "result = b.take()" in text and "wanted: False" in text


def test_the_level_that_was_called_is_marked():
    text = page(120).split("This question, by level ─")[1].split("Cases that failed")[0]
    assert "○ mid  Counts in Redis." in text
    assert "● senior, you this time  Splits the hot key and says what that costs." in text


def test_a_drill_says_what_became_of_it_and_what_a_senior_answer_has():
    text = page(120).split("Drills ─")[1].split("Curveballs ─")[0]
    assert "0 of 2 held, in 1 it heard nothing of what was asked." in text
    assert "✗ What did you consider instead of a token bucket?  Named, and left there." in text
    assert "“A sliding log is exact”  02:31 · turn 5" in text
    assert "The program heard nothing of “Hot keys” in the answer at 05:22." in text
    assert "A senior answer: Names the skew, and a split key." in text


def test_a_curveball_says_what_was_made_of_it_and_what_it_was_for():
    text = page(160).split("Curveballs ─")[1].split("Checked by")[0]
    assert "◆ Could every server not count for itself?  A suggestion that is wrong here, and you went along" in text
    assert "“We'd just add more shards”  05:22 · turn 9" in text
    assert "Author's note: Each then lets the whole limit through." in text
    assert "◆ Limits may now change within a second.  A requirement that changed." in text
    assert "“Redis handles that, it's very fast.”  04:35 · turn 7" in text
    assert "Author's note: A strong reaction asks who changes them." in text


def test_a_quote_has_its_time_turn_manner_and_source():
    assert "“is the limit per user, per key or per endpoint”  00:21 · turn 1 · volunteered · measured" in page(120)
    assert "“A sliding log is exact, but it keeps a timestamp per request”  02:31 · turn 5 · prompted" in page(120)


def test_estimated_times_are_marked():
    text = terminal_text(debrief(), replace(transcript(), timed=False), rubric(), width=120)
    assert "~00:21 · turn 1" in text
    assert " 00:21" not in text


def test_a_mistake_that_is_an_absence_has_no_quote():
    part = page(120).split("Silent coding")[1].split("One level up")[0]
    assert "“" not in part
    assert "Thirty-five minutes lie between" in part


def test_a_check_says_what_was_said_and_what_it_comes_to():
    assert "✗ Arithmetic  Said: 12 000 / s. Worked out: 1 157 / s. A day has 86 400 seconds" in page(120)


def test_a_rating_without_a_quote_says_what_it_rests_on():
    measured = Rating("estimation", 4, 4.0, 4.0, (), (), (), "13 of 13 cases passed.", Source.MEASURED)
    rows = [" ".join(line.split()) for line in page(scores=(measured,)).splitlines()]
    assert "Estimation ■■■■ 4 measured" in rows


def test_one_level_up_names_the_next_altitude():
    assert "Towards senior: Why one key stays on one shard" in " ".join(page().split())


def test_notes_of_the_reader_are_shown_once():
    note = transcript().notes[0]
    text = " ".join(page(120, caveats=(note,)).split())
    assert text.count(note) == 1


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    lines = page(width).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [1, 5, 20, 40])
def test_a_tiny_terminal_is_no_crash(width):
    assert page(width).strip()


def test_a_pipe_gets_no_escapes_and_a_terminal_gets_colour():
    assert "\x1b" not in page()
    assert "\x1b[" in terminal_text(debrief(), transcript(), rubric(), color=True)


def test_no_color_is_respected(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    out = StringIO()
    console = Console(file=out, force_terminal=True, width=80, legacy_windows=False)
    console.print(terminal(debrief(), transcript(), rubric()))
    assert "\x1b[32m" not in out.getvalue()
    assert "\x1b[31m" not in out.getvalue()


def test_same_input_same_bytes():
    assert page() == page()


def test_an_interval_of_one_value_is_not_an_interval():
    sure = VerdictCall(Verdict.HIRE, Verdict.HIRE, Verdict.HIRE, False, "Clear.")
    text = page(verdict=sure, prediction=Verdict.HIRE)
    assert "  HIRE\n" in text
    assert "You predicted hire, and that is what it came to." in text


HOSTILE = "[red]x[/red] [/] \x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \u202eevil :smile: \x00\x08 \ud800"


def test_what_a_candidate_said_neither_colours_nor_moves_the_terminal():
    turns = tuple(Turn(turn.i, turn.at, turn.speaker, HOSTILE) for turn in transcript().turns)
    pieces = tuple(replace(piece, quote=HOSTILE, why=HOSTILE) for piece in debrief().evidence)
    shown = terminal_text(
        replace(debrief(), evidence=pieces, title=HOSTILE, caveats=(HOSTILE,)),
        replace(transcript(), turns=turns, title=HOSTILE, notes=(HOSTILE,)),
        rubric(),
        width=200,
    )
    assert not {char for char in shown if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f")}
    assert "\u202e" not in shown
    assert "[red]x[/red] [/] red" in shown
    assert ":smile:" in shown
    shown.encode("utf-8")


def test_colour_codes_of_a_coloured_page_are_only_our_own():
    pieces = tuple(replace(piece, quote="\x1b[5;45mblink") for piece in debrief().evidence)
    shown = terminal_text(replace(debrief(), evidence=pieces), transcript(), rubric(), color=True)
    assert "5;45" not in shown
    assert "blink" in shown
