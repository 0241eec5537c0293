"""Words from sound, by the weights that a user has."""

from pathlib import Path

import pytest

from sparring.domain.round import Round
from sparring.voice import Recognizer, VoiceError, recognizer, vocabulary
from sparring.voice.errors import DamagedWeights
from tests.voice.clips import clip, silence


@pytest.fixture(scope="module")
def ears() -> Recognizer:
    return recognizer()


def test_a_spoken_question_comes_out_as_words(ears: Recognizer) -> None:
    said = ears.hear(clip("clarify"), vocabulary(Round.SYSTEM_DESIGN, "A link shortener"))
    assert "how many short links are created per day" in said.text.lower()
    assert "how long do we have to keep them" in said.text.lower()
    assert said.text == said.text.strip()


def test_technical_words_come_out_as_such_and_guesses_are_marked(ears: Recognizer) -> None:
    said = ears.hear(clip("cache"), vocabulary(Round.SYSTEM_DESIGN, "A link shortener"))
    for word in ("Redis", "cache", "Postgres", "LRU"):
        assert word in said.text
    assert all(0 <= begin < end <= len(said.text) for begin, end in said.unsure)
    assert list(said.unsure) == sorted(said.unsure)


def test_a_story_is_heard_without_knowing_its_words(ears: Recognizer) -> None:
    said = ears.hear(clip("story"))
    assert "I disagreed with the staff" in said.text
    assert "rolled back within two hours" in said.text


def test_silence_has_no_words(ears: Recognizer) -> None:
    assert ears.hear(silence(0)).text == ""
    assert ears.hear(silence(3), vocabulary(Round.CODING, "Two sums")).text == ""


def test_weights_that_are_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"no weights")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(DamagedWeights) as refused:
        Recognizer(tmp_path)
    assert isinstance(refused.value, VoiceError)
