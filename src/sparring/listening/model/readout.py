"""The heads over the sentence vectors: evidence per sentence, ratings per session, what came unasked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from sparring.listening.model.errors import WeightsDamaged, WeightsMissing
from sparring.listening.model.heads import ALTITUDE, EVIDENCE_HEADS, RATING_HEADS, VERDICT

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

ARRAYS = (
    "evidence.weight",
    "evidence.bias",
    "attention.weight",
    "attention.bias",
    "value.weight",
    "value.bias",
    "readout",
    "cuts",
)
"""Names of the trained heads, as the file holds them."""

_STRONGEST = 3
"""How many sentences make the strength of a head."""


class Readout:
    """The trained heads as plain arrays."""

    def __init__(self, arrays: dict[str, "Floats"]) -> None:
        self._arrays = arrays

    @classmethod
    def load(cls, path: Path) -> "Readout":
        """Reads the heads. Raises WeightsMissing or WeightsDamaged."""
        return cls(_arrays(path, ARRAYS))

    def __call__(self, vectors: "Floats") -> tuple["Floats", "Floats"]:
        """Probabilities (sentence, evidence head) and ordinal logits (rating head, 3) for vectors (sentence, 768)."""
        import numpy as np

        a = self._arrays
        probability = 1 / (1 + np.exp(-_linear(vectors, a["evidence.weight"], a["evidence.bias"])))
        attention = _linear(vectors, a["attention.weight"], a["attention.bias"])
        attention = np.exp(attention - attention.max(0))
        attention /= attention.sum(0)
        value = np.tanh(_linear(vectors, a["value.weight"], a["value.bias"]))
        pooled = np.concatenate([attention.T @ value, _strength(probability)], 1)
        return probability, (pooled * a["readout"]).sum(1, keepdims=True) + a["cuts"]


class Unasked:
    """How readily a sentence shows a signal without having been asked for it, by the words on both sides."""

    def __init__(self, arrays: dict[str, "Floats"]) -> None:
        self._arrays = arrays

    @classmethod
    def load(cls, path: Path) -> "Unasked":
        """Reads the head. Raises WeightsMissing or WeightsDamaged."""
        return cls(_arrays(path, ("said", "asked", "bias")))

    def __call__(self, said: "Floats", asked: "Floats") -> "Floats":
        """Log-odds (sentence, signal), to be added to what else speaks for it; signals as in `SIGNAL_HEADS`.

        `said` are the sentences' vectors (sentence, 768), `asked` those of what the interviewer had said before.
        """
        import numpy as np

        a = self._arrays
        given = np.any(asked, 1, keepdims=True)
        found: Floats = np.where(given, said @ a["said"][:, None] + _linear(asked, a["asked"], a["bias"]), 0.0)
        return found


def _arrays(path: Path, names: Sequence[str]) -> dict[str, "Floats"]:
    import numpy as np

    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            return {name: stored[name].astype(np.float64) for name in names}
    except FileNotFoundError as error:
        raise WeightsMissing(f"expected {path}, found none; reinstall interview-sparring") from error
    except (ValueError, OSError, KeyError, BadZipFile) as error:
        raise WeightsDamaged(f"expected arrays in {path}: {error}") from error


def _linear(x: "Floats", weight: "Floats", bias: "Floats") -> Any:
    return x @ weight.T + bias


def _strength(probability: "Floats") -> Any:
    """Mean of the three strongest sentences, per rating head and polarity."""
    import numpy as np

    rows = []
    for round_, name in RATING_HEADS:
        for polarity in "+-":
            columns = [
                i
                for i, head in enumerate(EVIDENCE_HEADS)
                if head[0] is round_ and head[2].value == polarity and name in (head[1], VERDICT, ALTITUDE)
            ]
            rows.append(np.sort(probability[:, columns], 0)[-_STRONGEST:].mean())
    return np.array(rows).reshape(len(RATING_HEADS), 2)
