"""Sound as it travels and as it is worked on."""

import numpy as np
from numpy.typing import NDArray

from sparring.voice.errors import GarbledSound

RATE = 16_000
"""Samples a second, one channel: what both models were trained on."""

Samples = NDArray[np.float32]
"""Sound of any length, shape (n,), from -1 to 1, at `RATE`."""


def samples(frame: bytes) -> Samples:
    """16-bit little-endian bytes as samples. Raises GarbledSound."""
    if len(frame) % 2:
        raise GarbledSound(f"Sound comes in samples of two bytes, and {len(frame)} bytes came. Load the page again.")
    return np.frombuffer(frame, dtype="<i2").astype(np.float32) / np.float32(32768)
