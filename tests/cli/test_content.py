"""Checking content from the command line: a folder of one's own, or one file of it."""

import shutil
from pathlib import Path

import pytest

from sparring.bank import content_root
from sparring.bank.rules.formulas import _VALUE
from tests.cli.terminal import Terminal


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "questions" / "behavioral"
    folder.mkdir(parents=True)
    shipped = (content_root() / "questions/behavioral/failure_slip.toml").read_text()
    uuid = next(line for line in shipped.splitlines() if line.startswith("uuid"))
    mine = shipped.replace(uuid, 'uuid = "4b0f9c02-4f0e-4d0f-9a42-6e1f4f2f3a10"')
    (folder / "my_slip.toml").write_text(mine)
    (folder / "broken.toml").write_text(mine.replace('target = "', 'target = "no_'))
    return tmp_path / "mine"


def test_one_file_is_checked_against_the_shipped_bank(terminal: Terminal, own: Path) -> None:
    good = terminal.run("content", "check", str(own / "questions/behavioral/my_slip.toml"))
    assert (good.returncode, good.stdout.strip()) == (0, "1 files (1 behavioral questions): 0 problems.")


def test_a_folder_of_ones_own_needs_no_rubric(terminal: Terminal, own: Path) -> None:
    bad = terminal.run("content", "check", str(own))
    assert bad.returncode == 1
    assert "mine/questions/behavioral/broken.toml" in bad.stdout and "a known signal" in bad.stdout
    assert "2 files (2 behavioral questions)" in bad.stdout and "rubric" not in bad.stdout


def test_a_file_in_no_content_folder_says_where_to_put_it(terminal: Terminal, tmp_path: Path) -> None:
    stray = tmp_path / "stray.toml"
    stray.write_text("")
    said = terminal.run("content", "check", str(stray))
    assert said.returncode == 2 and "SPARRING_OWN_CONTENT" in said.stderr


def test_every_file_of_a_coding_question_stands_for_the_question(terminal: Terminal, own: Path) -> None:
    folder = own / "questions" / "coding" / "mine"
    shutil.copytree(content_root() / "questions/coding/lru_ttl", folder)
    (folder / "cases.toml").write_text("broken = = [")
    bad = terminal.run("content", "check", str(folder / "cases.toml"))
    assert bad.returncode == 1 and "cases.toml" in bad.stdout


def test_what_lies_beside_the_folders_is_told(terminal: Terminal, own: Path) -> None:
    (own / "questions/behavioral/broken.toml").unlink()
    (own / "foo.toml").write_text("title = 'a question at the wrong place'")
    for path in (own, own / "foo.toml"):
        bad = terminal.run("content", "check", str(path))
        assert bad.returncode == 1 and "foo.toml" in bad.stdout


def test_a_long_unit_with_a_slip_is_refused_at_once() -> None:
    slip = "20e6 users on an average school day of the year (estimated)"
    assert not _VALUE.fullmatch(slip)
    found = _VALUE.fullmatch("2e3 request / second ** 2")
    assert found and found["unit"] == "request / second ** 2"
