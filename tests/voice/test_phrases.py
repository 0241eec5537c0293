"""Where a phrase begins and ends: with a detector that is told what is speech, and with the real one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.voice import RATE, Began, Ended, Phrases, detector, samples
from sparring.voice.detector import FRAME
from sparring.voice.errors import GarbledSound
from sparring.voice.phrases import BEFORE, LONGEST, PAUSE
from sparring.voice.sound import Samples
from tests.voice.clips import clip, silence


class LoudIsSpeech:
    """Takes every frame for speech that is not silent."""

    def __call__(self, frame: Samples) -> float:
        return float(np.abs(frame).max() > 0.1)


def sound(*stretches: tuple[str, float]) -> Samples:
    """Stretches of `loud` and `quiet`, in seconds."""
    return np.concatenate([np.full(round(s * RATE), 0.5 if of == "loud" else 0.0, np.float32) for of, s in stretches])


def happened(heard: Samples, at_once: int = 1600) -> list[Began | Ended]:
    phrases = Phrases(LoudIsSpeech())
    return [x for k in range(0, len(heard), at_once) for x in phrases.take(heard[k : k + at_once])]


def seconds(ended: object) -> float:
    assert isinstance(ended, Ended)
    return len(ended.sound) / RATE


def test_a_pause_ends_a_phrase_and_a_breath_does_not() -> None:
    began, ended, again, last = happened(
        sound(("quiet", 1), ("loud", 2), ("quiet", PAUSE / 2), ("loud", 1), ("quiet", 2), ("loud", 1), ("quiet", 1))
    )
    assert isinstance(began, Began) and isinstance(again, Began)
    assert seconds(ended) == pytest.approx(3 + BEFORE + PAUSE * 1.5, abs=0.1)
    assert seconds(last) == pytest.approx(1 + BEFORE + PAUSE, abs=0.1)


def test_a_click_is_no_phrase() -> None:
    began, ended = happened(sound(("quiet", 1), ("loud", 0.05), ("quiet", 2)))
    assert isinstance(began, Began)
    assert seconds(ended) == 0


def test_who_does_not_pause_is_cut_where_it_is_quietest_and_nothing_is_lost() -> None:
    quiet_at = LONGEST - 2
    heard = sound(("loud", quiet_at), ("quiet", 0.2), ("loud", 20), ("quiet", 1))
    began, cut, ended = happened(heard)
    assert isinstance(began, Began) and isinstance(cut, Ended)
    assert cut.speaking
    assert seconds(cut) == pytest.approx(quiet_at, abs=0.3)
    assert seconds(cut) + seconds(ended) == pytest.approx(quiet_at + 20.2 + PAUSE, abs=0.1)


def test_finishing_does_not_wait_for_the_pause() -> None:
    phrases = Phrases(LoudIsSpeech())
    assert [type(x) for x in phrases.take(sound(("loud", 1)))] == [Began]
    (ended,) = phrases.finish()
    assert seconds(ended) == pytest.approx(1, abs=0.1)
    assert list(phrases.finish()) == []


@settings(deadline=None, max_examples=40)
@given(st.integers(50, 9000))
def test_it_does_not_matter_how_the_sound_is_parcelled(at_once: int) -> None:
    heard = sound(("quiet", 0.7), ("loud", 0.9), ("quiet", 0.8), ("loud", 0.4), ("quiet", 0.9))
    apart = [len(x.sound) if isinstance(x, Ended) else 0 for x in happened(heard, at_once)]
    assert apart == [len(x.sound) if isinstance(x, Ended) else 0 for x in happened(heard, FRAME)]


def test_a_voice_is_told_from_silence_and_from_noise() -> None:
    noise = np.random.default_rng(2).normal(0, 0.02, 3 * RATE).astype(np.float32)
    phrases = Phrases(detector())
    heard = [*phrases.take(silence(2)), *phrases.take(noise)]
    assert heard == []
    heard = [*phrases.take(clip("clarify")), *phrases.take(silence(1))]
    assert [type(x) for x in heard] in ([Began, Ended], [Began, Ended, Began, Ended])
    assert sum(seconds(x) for x in heard if isinstance(x, Ended)) >= len(clip("clarify")) / RATE * 0.8


def test_half_a_sample_is_no_sound() -> None:
    with pytest.raises(GarbledSound):
        samples(b"\x00\x01\x02")
    assert samples(b"\x00\x80\xff\x7f").tolist() == pytest.approx([-1, 1], abs=1e-4)
