"""Hears turns with the signal model while the round goes on, so that the debrief is there at once."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from sparring.domain.transcript import Transcript
from sparring.listening import units

if TYPE_CHECKING:
    from sparring.listening.model import SignalModel
    from sparring.session.conductor import Conductor


class Hearing:
    """One worker that reads the transcript so far; what it has read is remembered by the model itself."""

    def __init__(self) -> None:
        """Load nothing until the first turn."""
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="hearing")
        self._last: Future[None] | None = None
        self._closed = False

    def warm(self, conductor: Conductor) -> None:
        """Load model and units, and place the question's facts, while the statement is being read."""
        if self._closed:
            return
        self._worker.submit(signal_model)
        self._worker.submit(units.registry)
        self._worker.submit(conductor.prepare)

    def hear(self, transcript: Transcript) -> None:
        """Read what is new, in the background; a reading that has not begun yet is replaced by this one.

        Once closed, what is new is left to the debrief.
        """
        if self._closed:
            return
        if self._last is not None:
            self._last.cancel()
        self._last = self._worker.submit(self._read, transcript)

    def close(self) -> None:
        """Let go of the worker; what it has not begun is left to the debrief."""
        self._closed = True
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _read(self, transcript: Transcript) -> None:
        signal_model().hear_turn(transcript)


_model: SignalModel | None = None
_loading = threading.Lock()


def signal_model() -> SignalModel:
    """The shipped signal model, loaded once a process."""
    global _model  # noqa: PLW0603  # one model of 25 MB for the whole process
    with _loading:
        if _model is None:
            from sparring.listening.model import SignalModel

            _model = SignalModel.load()
        return _model
