"""Puts a phrase into words, on this machine."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from sparring.domain.transcript import Stretch
from sparring.voice.confusions import mended
from sparring.voice.errors import DamagedWeights
from sparring.voice.sound import RATE, Samples
from sparring.voice.vocabulary import Vocabulary

UNSURE = 0.5
"""A word that the recognizer holds for less likely than this is marked."""

NO_SPEECH = 0.3
"""Likelihood of no speech at which words that are unlikely, too, are noise: the "Thank you" of a breath."""

UNLIKELY = -1.0
"""Mean log-likelihood of a word piece under which they are."""

MOST_BEFORE = 200
"""Characters of what was said before that are read along."""

MOST_THREADS = 4
"""More bring little; more than there are cores cost twice the time."""

NOTHING = Vocabulary()


@dataclass(frozen=True, slots=True)
class Recognized:
    """What was said in a phrase."""

    text: str
    """Empty where nothing was said."""

    unsure: tuple[Stretch, ...] = ()
    """What was perhaps misheard, in order."""


class Recognizer:
    """Whisper, run by CTranslate2 in 8 bits. One hears one phrase at a time; the others wait."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds a converted model, and is not needed any more afterwards. Raises DamagedWeights."""
        from faster_whisper import WhisperModel

        try:
            self._model = WhisperModel(
                str(folder),
                device="cpu",
                compute_type="int8",
                cpu_threads=min(MOST_THREADS, os.cpu_count() or MOST_THREADS),
                local_files_only=True,
            )
        except (RuntimeError, ValueError, KeyError) as error:
            raise DamagedWeights(f"The weights that hear speech cannot be read ({error}).") from error
        self._lock = Lock()

    def hear(self, sound: Samples, vocabulary: Vocabulary = NOTHING, before: str = "") -> Recognized:
        """The words of a phrase of at most 30 s; `before` is what was said before it."""
        if not len(sound):
            return Recognized("")
        with self._lock:
            segments, _ = self._model.transcribe(
                sound,
                language="en",
                beam_size=1,
                temperature=0.0,
                initial_prompt=_prompt(vocabulary.terms, before),
                condition_on_previous_text=False,
                word_timestamps=True,
                max_new_tokens=_most_tokens(len(sound) / RATE),
            )
            words = [word for segment in segments if not _noise(segment) for word in segment.words or ()]
        return recognized(words, vocabulary)


def recognized(words: Sequence[Any], vocabulary: Vocabulary = NOTHING) -> Recognized:
    """Words as text; each has `word`, with the space before it, and its `probability`."""
    text, unsure = "", list[Stretch]()
    for word in words:
        bare = re.search(r"\w(?:.*\w)?", word.word)
        if bare and word.probability < UNSURE:
            unsure.append((len(text) + bare.start(), len(text) + bare.end()))
        text += word.word
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    moved = [(begin - lead, end - lead) for begin, end in unsure]
    return Recognized(*mended(text, _together(moved, text), vocabulary.confusions))


def _together(unsure: Sequence[Stretch], text: str) -> list[Stretch]:
    """Stretches that only a space or a hyphen parts are one: "call a sync" is one thing misheard."""
    joined: list[Stretch] = []
    for begin, end in unsure:
        if joined and not text[joined[-1][1] : begin].strip(" -"):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined


def _noise(segment: Any) -> bool:
    return bool(segment.no_speech_prob > NO_SPEECH and segment.avg_logprob < UNLIKELY)


def _most_tokens(seconds: float) -> int:
    """Nobody says more: what goes on for longer repeats itself."""
    return min(220, 20 + round(8 * seconds))


def _prompt(terms: Sequence[str], before: str) -> str:
    """What the model reads before it listens: words it has read it hears more surely."""
    heard = before[-MOST_BEFORE:]
    if len(heard) < len(before):
        heard = heard.partition(" ")[2]
    about = f"A senior software engineer in an interview: {', '.join(terms)}." if terms else ""
    return f"{about} {heard}".strip()
