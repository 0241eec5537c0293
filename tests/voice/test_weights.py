"""Weights are found, checked, and never fetched."""

from pathlib import Path

import pytest

from sparring.voice import missing, weights
from sparring.voice.errors import DamagedWeights, NotInstalled


def test_here_speech_can_be_heard() -> None:
    assert missing() == ""
    assert weights.name() == "Whisper base"


def test_without_the_library_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_LIBRARY", "no_such_library")
    assert "pip install" in missing()
    with pytest.raises(NotInstalled, match="pip install"):
        weights.name()
    with pytest.raises(NotInstalled):
        weights.detector()


def test_without_weights_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGED", ())
    assert missing() == weights.REMEDY


def test_a_folder_of_ones_own_is_named_where_it_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(weights.FOLDER, str(tmp_path / "gone"))
    assert str(tmp_path / "gone") in missing()
    assert "Correct it" in missing()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "model.bin").write_bytes(b"x")
    monkeypatch.setenv(weights.FOLDER, str(tmp_path / "own"))
    assert "no tokenizer.json" in missing()
    (tmp_path / "own" / "tokenizer.json").write_text("{}")
    assert missing() == ""
    assert weights.name() == "own"


def test_weights_that_are_not_the_published_ones_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    other = weights.Packaged("Other", (("faster_whisper", "version.py"),), (), "0" * 64)
    monkeypatch.setattr(weights, "PACKAGED", (other,))
    with pytest.raises(DamagedWeights, match="not what was published"):
        weights.recognizer.__wrapped__()
