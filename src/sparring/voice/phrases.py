"""Cuts a stream of sound into phrases, where somebody pauses for breath.

A phrase is what is put into words at once. That the candidate has finished speaking is another matter, and not decided
here: whoever thinks is silent for longer than whoever breathes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sparring.voice.detector import FRAME, Detector, frames
from sparring.voice.sound import RATE, Samples

SPEECH, SILENCE = 0.5, 0.35
"""Likelihoods from which somebody has begun to speak, and under which they are silent; apart, against flicker."""

PAUSE = 0.6
"""Seconds of silence that end a phrase."""

SHORTEST = 0.2
"""Seconds of speech under which it was a click or a cough."""

BEFORE = 0.3
"""Seconds that are kept from before the beginning: the first consonant is quiet."""

LONGEST = 25.0
"""Seconds after which a phrase is cut at its quietest place: the recognizer hears thirty at most."""

LOOKED_BACK = 5.0
"""Seconds before that in which the quietest place is looked for."""


@dataclass(frozen=True, slots=True)
class Began:
    """Somebody began to speak."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A phrase ended, by a pause or by its length."""

    sound: Samples
    speaking: bool
    """It was cut by its length: they go on speaking."""


class Phrases:
    """One for each stream; takes sound as it comes."""

    def __init__(self, detector: Detector) -> None:
        """Nobody has spoken yet."""
        self._detector = detector
        self._left = np.zeros(0, np.float32)
        self._kept: list[tuple[float, Samples]] = []
        """Frames of the present phrase, or of the last moments before one, with how likely each is speech."""

        self._speaking = False
        self._silent = 0
        """Frames of silence at the end of the phrase."""

    def take(self, sound: Samples) -> Iterator[Began | Ended]:
        """What happened in the next stretch of sound, of any length."""
        self._left = np.concatenate((self._left, sound))
        for frame in frames(self._left):
            yield from self._take(frame)
        self._left = self._left[len(self._left) // FRAME * FRAME :]

    def finish(self) -> Iterator[Ended]:
        """The phrase that is being spoken ends here."""
        if self._speaking:
            yield from self._end()

    def _take(self, frame: Samples) -> Iterator[Began | Ended]:
        likely = self._detector(frame)
        self._kept.append((likely, frame))
        if not self._speaking:
            if likely >= SPEECH:
                self._speaking, self._silent = True, 0
                yield Began()
            else:
                del self._kept[: -_count(BEFORE)]
            return
        self._silent = self._silent + 1 if likely < SILENCE else 0
        if self._silent >= _count(PAUSE):
            yield from self._end()
        elif len(self._kept) >= _count(LONGEST):
            yield self._cut()

    def _end(self) -> Iterator[Ended]:
        spoken = sum(likely >= SPEECH for likely, _ in self._kept)
        sound = _joined(self._kept)
        self._kept, self._speaking = self._kept[-_count(BEFORE) :], False
        yield Ended(sound if spoken >= _count(SHORTEST) else sound[:0], speaking=False)

    def _cut(self) -> Ended:
        """The phrase up to its quietest recent place; the rest begins the next one."""
        back = _count(LOOKED_BACK)
        recent = [likely for likely, _ in self._kept[-back:]]
        at = len(self._kept) - back + int(np.argmin(recent)) + 1
        sound, self._kept = _joined(self._kept[:at]), self._kept[at:]
        return Ended(sound, speaking=True)


def _joined(kept: list[tuple[float, Samples]]) -> Samples:
    return np.concatenate([frame for _, frame in kept]) if kept else np.zeros(0, np.float32)


def _count(seconds: float) -> int:
    return max(1, round(seconds * RATE / FRAME))
