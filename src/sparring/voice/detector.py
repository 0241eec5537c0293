"""Tells speech from everything else, 32 milliseconds at a time.

The model is Silero's voice activity detector, version 6 (MIT), which comes with faster-whisper.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np

from sparring.voice.sound import Samples

FRAME = 512
"""Samples that are judged at once."""

_BEFORE, _UNITS = 64, 128
"""Samples before a frame that the model reads along, and the size of its memory."""


class Detector(Protocol):
    """How likely somebody speaks; remembers what it heard before."""

    def __call__(self, frame: Samples) -> float:
        """0 to 1, for the next `FRAME` samples."""


class SileroDetector:
    """One for each stream of sound."""

    def __init__(self, weights: Path) -> None:
        """`weights` is the ONNX file."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = options.intra_op_num_threads = 1
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._h = self._c = np.zeros((1, 1, _UNITS), np.float32)
        self._tail = np.zeros(_BEFORE, np.float32)

    def __call__(self, frame: Samples) -> float:
        """0 to 1, for the next `FRAME` samples."""
        read = np.concatenate((self._tail, frame))[None, :]
        spoken, self._h, self._c = self._session.run(None, {"input": read, "h": self._h, "c": self._c})
        self._tail = frame[-_BEFORE:]
        return float(np.asarray(spoken).ravel()[0])


def frames(sound: Samples) -> Iterator[Samples]:
    """Whole frames of a sound, in order; what is left over is not among them."""
    for begin in range(0, len(sound) - FRAME + 1, FRAME):
        yield sound[begin : begin + FRAME]
