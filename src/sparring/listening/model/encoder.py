"""Turns windows of dialogue into a vector for each of their tokens, one window a run."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sparring.domain.transcript import Transcript
from sparring.listening.model.errors import WeightsDamaged
from sparring.listening.model.windows import Window, Windows, windows

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

_THREADS = 2
_WINDOWS = 96
"""Windows that are remembered, half a megabyte each: some eight rounds."""

_TEXTS = 4096
"""Short texts that are remembered."""

_LONGEST_TEXT = 320
"""Tokens of a short text that are looked at."""


class Encoder:
    """The ONNX encoder and its tokenizer.

    Windows are run one at a time: dynamic quantisation scales activations over the whole batch, so in a batch the
    vectors of a window would depend on its neighbours.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._windows: OrderedDict[Hashable, Floats] = OrderedDict()
        self._texts: OrderedDict[Hashable, Floats] = OrderedDict()
        # A round is heard in the background while it goes on, and read at its end from another thread.
        self._lock = Lock()
        self._tokenizer: Any = None
        self._session: Any = None
        self._ends = (0, 0)

    def cut(self, transcript: Transcript, opening: str = "") -> Windows:
        """The windows of a session, see `windows`."""
        with self._lock:
            self._open()
            return windows(transcript, self._tokenizer, *self._ends, opening)

    def hidden(self, window: Window) -> "Floats":
        """One vector a token, (tokens, 384); remembered by the exact input."""
        with self._lock:
            key = (window.ids, window.own)
            return _remembered(self._windows, _WINDOWS, key, lambda: self._run(window.ids, window.own))

    def place(self, text: str) -> "Floats":
        """Direction of a text without any context: the mean over its tokens, at length 1, 384 numbers."""
        with self._lock:
            return _remembered(self._texts, _TEXTS, text, lambda: self._placed(text))

    def _placed(self, text: str) -> "Floats":
        import numpy as np

        self._open()
        cls, sep = self._ends
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:_LONGEST_TEXT]
        mean = self._run((cls, *ids, sep), (0, *[1] * len(ids), 0))[1:-1].mean(0) if ids else np.zeros(384)
        return np.asarray(mean / (float(np.linalg.norm(mean)) or 1.0), dtype=np.float32)

    def _run(self, ids: tuple[int, ...], own: tuple[int, ...]) -> "Floats":
        import numpy as np

        self._open()
        feed = {"input_ids": np.array([ids], dtype=np.int64), "token_type_ids": np.array([own], dtype=np.int64)}
        return np.asarray(self._session.run(None, feed)[0][0], dtype=np.float32)

    def _open(self) -> None:
        if self._session is not None:
            return
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Threads that spin between windows take the processor from everything else on the machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
            self._session = onnxruntime.InferenceSession(
                str(self._folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime and tokenizers raise their own untyped errors
            raise WeightsDamaged(f"expected a usable model in {self._folder}: {error}") from error
        self._ends = (self._tokenizer.token_to_id("[CLS]"), self._tokenizer.token_to_id("[SEP]"))


def _remembered(
    memory: "OrderedDict[Hashable, Floats]", most: int, key: Hashable, make: "Callable[[], Floats]"
) -> "Floats":
    """What was made for a key, made now if it is not there; the longest unused goes first."""
    found = memory.pop(key, None)
    vector = make() if found is None else found
    memory[key] = vector
    if len(memory) > most:
        memory.popitem(last=False)
    return vector
