"""Reads a session with the local weights, a turn at a time or all at once."""

from pathlib import Path
from typing import TYPE_CHECKING

from sparring.domain.transcript import Transcript
from sparring.listening.model.card import ModelCard, check_files, read_card
from sparring.listening.model.encoder import Encoder
from sparring.listening.model.reading import ModelReading, from_outputs
from sparring.listening.model.readout import Readout, Unasked
from sparring.listening.model.windows import Placed

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parent / "weights"

VECTOR = 768
"""Numbers of a sentence's vector."""


class SignalModel:
    """A small sentence encoder with heads; deterministic, and the same whether heard live or later."""

    def __init__(self, card: ModelCard, encoder: Encoder, readout: Readout, unasked: Unasked) -> None:
        self.card = card
        self._encoder, self._readout, self._unasked = encoder, readout, unasked

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, check: bool = False) -> "SignalModel":
        """Opens the weights in a folder; with `check`, compares every file with the card's sha256 first.

        Raises WeightsMissing or WeightsDamaged. The encoder itself is opened with the first sentence.
        """
        card = read_card(folder)
        if check:
            check_files(folder, card)
        return cls(card, Encoder(folder), Readout.load(folder / "heads.npz"), Unasked.load(folder / "unasked.npz"))

    def place(self, text: str) -> "npt.NDArray[np.float32]":
        """Direction of a short text, for likeness of meaning (`listening.meaning`)."""
        return self._encoder.place(text)

    def hear_turn(self, transcript: Transcript, opening: str = "") -> int:
        """Hears what is new in a session that is still going on, so that reading it later is instant.

        Returns the number of windows heard so far: those that will stay as they are. Only where the planned length is
        known do live and later hearing coincide; elsewhere the share of the time depends on the last turn, and reading
        hears again.
        """
        full = [window for window in self._encoder.cut(transcript, opening).windows if window.full]
        self._encoder.hidden(full)
        return len(full)

    def read(self, transcript: Transcript, opening: str = "") -> ModelReading | None:
        """The reading of a whole session; None where the candidate said nothing.

        `opening` is the question as it was put, for a transcript that begins with the answer.
        """
        spans, said, asked = vectors(self._encoder, transcript, opening)
        if not spans:
            return None
        probability, logits = self._readout(said)
        outputs = {"spans": spans, "evidence": probability, "ratings": logits, "unasked": self._unasked(said, asked)}
        return from_outputs(self.card.name, transcript.round, outputs)


def vectors(
    encoder: Encoder, transcript: Transcript, opening: str = ""
) -> "tuple[list[tuple[int, int, int]], Floats, Floats]":
    """Every sentence of the candidate, as (turn, start, end); its vector; that of what the interviewer had said.

    Vectors are (sentence, 768): the mean over the window around it, then the mean over its own tokens; zeros where
    nobody had said anything.
    """
    import numpy as np

    cut = encoder.cut(transcript, opening)
    # Where the candidate said nothing there is nothing to run the encoder for.
    hidden = encoder.hidden(cut.windows) if cut.sentences else []
    around = [tokens.mean(0) for tokens in hidden]

    def vector(x: Placed) -> "npt.NDArray[np.float32]":
        return np.concatenate([around[x.window], hidden[x.window][x.first : x.last].mean(0)])

    asked = {turn: vector(x) for turn, x in cut.asked.items()} if cut.sentences else {}
    nothing = np.zeros(VECTOR, np.float32)
    return (
        [(x.turn, x.start, x.end) for x in cut.sentences],
        np.array([vector(x) for x in cut.sentences], np.float64).reshape(-1, VECTOR),
        np.array([asked.get(x.turn, nothing) for x in cut.sentences], np.float64).reshape(-1, VECTOR),
    )
