"""What a short text means, as a direction; the signal model's encoder can tell."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Meaning(Protocol):
    """Whatever can place a text among others."""

    def place(self, text: str) -> "npt.NDArray[np.float32]":
        """A direction of length 1: texts that mean the same lie near. The same text has always the same."""
        ...
