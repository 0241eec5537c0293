"""Turns a sentence in its context into a vector, one sentence a run."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sparring.listening.model.context import Heading
from sparring.listening.model.errors import WeightsDamaged

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_THREADS = 2
_OWN = 384
"""How many numbers of a vector are the mean over the sentence's own tokens; they come last."""


class Encoder:
    """The ONNX encoder and its tokenizer.

    Sentences are run one at a time: dynamic quantisation scales activations over the whole batch, so in a batch the
    vector of a sentence would depend on its neighbours.
    """

    def __init__(self, folder: Path, max_tokens: int, capacity: int = 4096) -> None:
        self._folder, self._max_tokens, self._capacity = folder, max_tokens, capacity
        self._vectors: OrderedDict[tuple[str, str], npt.NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()
        self._tokenizer: Any = None
        self._session: Any = None

    def vector(self, heading: Heading) -> "npt.NDArray[np.float32]":
        """Mean over all tokens and mean over the sentence's own, 768 numbers; remembered by the exact input."""
        key = (heading.context, heading.sentence)
        # A round is heard in the background while it goes on, and read at its end from another thread.
        with self._lock:
            found = self._vectors.pop(key, None)
            vector = self._run(*key) if found is None else found
            self._vectors[key] = vector
            if len(self._vectors) > self._capacity:
                self._vectors.popitem(last=False)
        return vector

    def place(self, text: str) -> "npt.NDArray[np.float32]":
        """Direction of a text without any context: the mean over its own tokens, at length 1, 384 numbers."""
        import numpy as np

        own = self.vector(Heading(0, 0, len(text), "", text))[-_OWN:]
        return np.asarray(own / (float(np.linalg.norm(own)) or 1.0), dtype=np.float32)

    def _run(self, context: str, sentence: str) -> "npt.NDArray[np.float32]":
        import numpy as np

        if self._session is None:
            self._open()
        tokens = self._tokenizer.encode(context, sentence)
        feed = {
            "input_ids": np.array([tokens.ids], dtype=np.int64),
            "token_type_ids": np.array([tokens.type_ids], dtype=np.int64),
        }
        return np.asarray(self._session.run(None, feed)[0][0], dtype=np.float32)

    def _open(self) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Threads that spin between sentences take the processor from everything else on the machine.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(
                str(self._folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        except Exception as error:  # onnxruntime and tokenizers raise their own untyped errors
            raise WeightsDamaged(f"expected a usable model in {self._folder}: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(self._max_tokens, strategy="longest_first")
