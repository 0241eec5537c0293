"""Turns windows of dialogue into a vector for each of their tokens, one window a run."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
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

_AT_ONCE = 2
"""Windows that are run side by side, each on one thread: a sixth faster than one after the other on two."""

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
        self._to_place: tuple[Floats, Floats] | None = None

    def cut(self, transcript: Transcript, opening: str = "") -> Windows:
        """The windows of a session, see `windows`."""
        with self._lock:
            self._open()
            return windows(transcript, self._tokenizer, *self._ends, opening)

    def hidden(self, cut: Sequence[Window]) -> list["Floats"]:
        """For each window one vector a token, (tokens, 384); remembered by the exact input."""
        with self._lock:
            self._open()
            keys = [(window.ids, window.own) for window in cut]
            found = {key: self._windows[key] for key in keys if key in self._windows}
            fresh = [key for key in dict.fromkeys(keys) if key not in found]
            with ThreadPoolExecutor(_AT_ONCE) as side_by_side:
                found |= zip(fresh, side_by_side.map(lambda key: self._run(*key), fresh), strict=True)
            for key in keys:
                _keep(self._windows, _WINDOWS, key, found[key])
            return [found[key] for key in keys]

    def place(self, text: str) -> "Floats":
        """Direction of a text without any context, at length 1, 192 numbers."""
        with self._lock:
            found = self._texts.get(text)
            placed = self._placed(text) if found is None else found
            _keep(self._texts, _TEXTS, text, placed)
            return placed

    def _placed(self, text: str) -> "Floats":
        import numpy as np

        if self._to_place is None:
            with np.load(self._folder / "heads.npz") as arrays:
                self._to_place = arrays["place_mean"], arrays["place_map"].astype(np.float32)
        mean, onto = self._to_place
        held = self.held(text)
        own = held - mean if held.any() else np.zeros_like(mean)
        return _one_long(own @ onto)

    def held(self, text: str) -> "Floats":
        """What the middle layer and the last hold of a text without any context: the mean over its tokens, each at
        length 1, 768 numbers; zeros where there are no words."""
        import numpy as np

        self._open()
        cls, sep = self._ends
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:_LONGEST_TEXT]
        if not ids:
            return np.zeros(768, dtype=np.float32)
        last, middle = self._outputs((cls, *ids, sep), (0, *[1] * len(ids), 0), ("vectors", "middle"))
        return np.concatenate([_one_long(layer[1:-1].mean(0)) for layer in (middle, last)])

    def _run(self, ids: tuple[int, ...], own: tuple[int, ...]) -> "Floats":
        return self._outputs(ids, own, ("vectors",))[0]

    def _outputs(self, ids: tuple[int, ...], own: tuple[int, ...], names: Sequence[str]) -> list["Floats"]:
        import numpy as np

        self._open()
        feed = {"input_ids": np.array([ids], dtype=np.int64), "token_type_ids": np.array([own], dtype=np.int64)}
        return [np.asarray(found[0], dtype=np.float32) for found in self._session.run(names, feed)]

    def _open(self) -> None:
        if self._session is not None:
            return
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
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


def _one_long(vector: "npt.NDArray[Any]") -> "Floats":
    import numpy as np

    return np.asarray(vector / (float(np.linalg.norm(vector)) or 1.0), dtype=np.float32)


def _keep(memory: "OrderedDict[Hashable, Floats]", most: int, key: Hashable, vectors: "Floats") -> None:
    """Remembers what was made for a key; the longest unused goes first."""
    memory[key] = vectors
    memory.move_to_end(key)
    if len(memory) > most:
        memory.popitem(last=False)
