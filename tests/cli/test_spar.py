"""Rounds in the terminal: held, killed, resumed, retaken, replayed."""

import json
import re
import time

import pytest

from tests.cli.terminal import TURNS, Terminal

SPAR = ("spar", "behavioral", "--question", "led_initiative", "--fast", "--seed", "4")


def held(terminal: Terminal) -> str:
    """A whole round; its output."""
    done = terminal.run(*SPAR, stdin="\n".join([*TURNS, "/end", "a hire, I think"]) + "\n")
    assert done.returncode == 0, done.stderr
    return done.stdout


def session_of(output: str) -> str:
    found = re.search(r"sparring debrief (be-\d+-\d+)", output)
    assert found
    return found[1]


def test_a_round_is_held_and_debriefed(terminal: Terminal) -> None:
    output = held(terminal)
    assert "Leading a technical initiative" in output
    assert "predicted" in output
    assert "fortnightly to daily" in output.split("Signal")[-1]


def test_the_log_has_what_was_said_and_the_debrief(terminal: Terminal) -> None:
    session = session_of(held(terminal))
    listed = terminal.run("sessions").stdout
    assert session in listed
    assert "over" in listed
    replayed = terminal.run("replay", session).stdout
    assert all(turn[:40] in replayed.replace("\n", " ") for turn in TURNS)
    told = json.loads(terminal.run("debrief", session, "--json").stdout)
    assert told["id"] == session
    assert terminal.run("debrief", session, "--json").stdout == terminal.run("debrief", session, "--json").stdout


def test_killed_at_any_moment_it_goes_on_with_nothing_lost(terminal: Terminal) -> None:
    running = terminal.start(*SPAR)
    assert running.stdin is not None
    for turn in TURNS[:2]:
        running.stdin.write(turn.encode() + b"\n")
        running.stdin.flush()
    for _ in range(200):
        if TURNS[1][:30] in terminal.run("replay", "be").stdout.replace("\n", " "):
            break
        time.sleep(0.1)
    running.kill()
    running.wait()
    running.communicate()
    resumed = terminal.run("resume", stdin=f"{TURNS[2]}\n/end\nhire\n")
    assert resumed.returncode == 0, resumed.stderr
    assert "Where you left off" in resumed.stdout
    replayed = terminal.run("replay", "be").stdout.replace("\n", " ")
    assert all(turn[:40] in replayed for turn in TURNS[:3])


def test_what_is_left_is_resumed_and_what_is_over_is_not(terminal: Terminal) -> None:
    left = terminal.run(*SPAR, stdin=TURNS[0] + "\n/quit\n")
    assert left.returncode == 0
    assert "sparring resume be-" in left.stdout
    session = re.search(r"sparring resume (be-\d+-\d+)", left.stdout)
    assert session
    assert terminal.run("resume", session[1], stdin="/end\nhire\n").returncode == 0
    again = terminal.run("resume", session[1])
    assert again.returncode == 2
    assert "is over" in again.stderr
    nothing = terminal.run("resume")
    assert "No round is open" in nothing.stderr


def test_a_retake_is_a_session_of_its_own(terminal: Terminal) -> None:
    session = session_of(held(terminal))
    retaken = terminal.run("retake", session, "--from", "00:30", stdin="Something else.\n/quit\n")
    assert retaken.returncode == 0, retaken.stderr
    assert terminal.run("sessions").stdout.count("led_initiative") == 2


def test_every_retake_that_a_debrief_proposes_can_be_had(terminal: Terminal) -> None:
    weak = terminal.run(*SPAR, stdin="We did some things.\nIt went fine.\n/end\nhire\n")
    proposed = re.findall(r"sparring retake (\S+) --from (\d+:\d+)", " ".join(weak.stdout.split()))
    for session, moment in proposed:
        retaken = terminal.run("retake", session, "--from", moment, stdin="/quit\n")
        assert retaken.returncode == 0, retaken.stderr
    assert "--from 00:00" not in weak.stdout


def test_whoever_left_before_answering_reads_the_question_again(terminal: Terminal) -> None:
    terminal.run(*SPAR, stdin="")
    resumed = terminal.run("resume", stdin="").stdout
    assert "Where you left off" in resumed and "interviewer: " in resumed


def test_a_session_can_be_deleted(terminal: Terminal) -> None:
    session = session_of(held(terminal))
    assert terminal.run("sessions", "--delete", session).returncode == 0
    assert session not in terminal.run("sessions").stdout


def test_a_loop_gives_one_verdict_over_three_rounds(terminal: Terminal) -> None:
    turns = "\n".join([*TURNS, "/end", "hire"]) + "\n"
    done = terminal.run("spar", "loop", "--fast", "--minutes", "20", "--seed", "1", stdin=turns * 3)
    assert done.returncode == 0, done.stderr
    assert "The loop" in done.stdout
    assert terminal.run("sessions").stdout.count("over") == 3


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("spar", "cooking"), "There is no 'cooking' round. Choose coding"),
        (("spar", "behavioral", "--question", "led_initiativ"), "led_initiative"),
        (("spar", "behavioral", "--minutes", "0"), "3 to 120 minutes"),
        (("spar", "behavioral", "--level", "god"), "Choose mid, senior or staff"),
        (("spar", "behavioral", "--interviewer", "hal"), "There are:"),
        (("resume", "nothing"), "nothing"),
        (("retake", "x", "--from", "noon"), "Say --from MM:SS"),
        (("debrief", "no-such-file"), "There is no file 'no-such-file'"),
        (("debrief", "-"), "needs its question"),
        (("debrief", "~nobody-lives-here/x"), "There is no home folder"),
        (("bench", "no-such-corpus"), "no-such-corpus"),
        (("guide", "nope"), "There are:"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(terminal: Terminal, arguments: tuple[str, ...], sentence: str) -> None:
    done = terminal.run(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_escape_is_not_replayed(terminal: Terminal) -> None:
    done = terminal.run(*SPAR, stdin="\x1b[2J\x1b]0;owned\x07 I decided it.\n/end\nhire\n")
    session = session_of(done.stdout)
    assert "\x1b" not in done.stdout
    assert "\x1b" not in terminal.run("replay", session).stdout


def test_help_imports_no_room(terminal: Terminal) -> None:
    import subprocess
    import sys

    heavy = "('sparring.', 'pint', 'numpy', 'onnx')"
    code = f"import sys, sparring.cli; print([m for m in sys.modules if m.startswith({heavy})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sparring.cli']"
