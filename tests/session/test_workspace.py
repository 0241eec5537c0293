"""The candidate's file."""

import os
from pathlib import Path

from sparring.session import workspace


def test_the_starter_is_no_change_and_a_save_is(tmp_path: Path) -> None:
    watched = workspace.prepare(tmp_path / "work", "s1", "def f(): ...\n")
    assert watched.path.read_text() == "def f(): ...\n"
    assert watched.changed() is None
    watched.path.write_text("def f(): return 1\n")
    assert watched.changed() == "def f(): return 1\n"
    assert watched.changed() is None


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "s1.py").write_text("mine\n")
    watched = workspace.prepare(tmp_path, "s1", "starter\n")
    assert watched.path.read_text() == "mine\n"
    assert watched.changed() == "mine\n"


def test_touching_without_changing_is_no_change(tmp_path: Path) -> None:
    watched = workspace.prepare(tmp_path, "s1", "a\n")
    watched.path.write_text("b\n")
    assert watched.changed() == "b\n"
    os.utime(watched.path, (1, 1))
    assert watched.changed() is None


def test_a_file_that_is_gone_or_binary_harms_nothing(tmp_path: Path) -> None:
    watched = workspace.prepare(tmp_path, "s1", "a\n")
    watched.path.unlink()
    assert watched.changed() is None
    watched.path.write_bytes(b"\xff\xfe\x00\x01")
    assert watched.changed() is not None


def test_a_retake_begins_with_the_code_of_its_moment(tmp_path: Path) -> None:
    watched = workspace.prepare(tmp_path, "s2", "starter\n", "def mine(): ...\n")
    assert watched.path.read_text() == "def mine(): ...\n"
    assert watched.changed() is None
