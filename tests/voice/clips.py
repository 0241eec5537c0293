"""Sound to listen to."""

import wave
from pathlib import Path

import numpy as np

from sparring.voice import RATE, samples
from sparring.voice.sound import Samples

CLIPS = Path(__file__).parent / "clips"


def clip(name: str) -> Samples:
    """A clip as samples."""
    return samples(frames(name))


def frames(name: str) -> bytes:
    """A clip as it travels."""
    with wave.open(str(CLIPS / f"{name}.wav")) as opened:
        assert (opened.getframerate(), opened.getnchannels(), opened.getsampwidth()) == (RATE, 1, 2)
        return opened.readframes(opened.getnframes())


def silence(seconds: float) -> Samples:
    """As good as silence: no microphone is quite silent."""
    return np.random.default_rng(1).normal(0, 1e-4, round(seconds * RATE)).astype(np.float32)
