"""What there is to practise and to read."""

from tests.cli.terminal import Terminal


def test_questions_are_found_by_a_word(terminal: Terminal) -> None:
    listed = terminal.run("questions", "system_design", "--about", "rate limiter").stdout
    assert "login_throttle" in listed and "file_sync" not in listed


def test_a_word_that_nothing_speaks_of_says_so(terminal: Terminal) -> None:
    said = terminal.run("questions", "--about", "zebra")
    assert said.returncode == 2 and "No question speaks of 'zebra'" in said.stderr


def test_what_was_met_is_marked(terminal: Terminal) -> None:
    before = terminal.run("questions", "behavioral", "--about", "led_initiative").stdout
    terminal.run("spar", "behavioral", "--question", "led_initiative", "--fast", stdin="I led it.\n/end\nhire\n")
    after = terminal.run("questions", "behavioral", "--about", "led_initiative").stdout
    assert len(after.split()) == len(before.split()) + 2


def test_guides_say_how_long_they_take(terminal: Terminal) -> None:
    listed = terminal.run("guide").stdout
    assert "estimating  3 min" in listed and "sparring guide NAME" in listed


def test_the_doctor_looks_at_every_part(terminal: Terminal) -> None:
    said = terminal.run("doctor")
    assert said.returncode == 0, said.stdout
    for part in ("Signal model", "Running code", "Question bank", "Sessions"):
        assert part in said.stdout


def test_the_doctor_names_a_broken_bank_and_the_remedy(terminal: Terminal) -> None:
    folder = terminal.home / "content" / "questions" / "behavioral"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text("this is not TOML")
    said = terminal.run("doctor")
    assert said.returncode == 1
    assert "broken.toml:1" in said.stdout and "sparring content check" in said.stdout
