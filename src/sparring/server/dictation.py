"""One browser that is being spoken into: sound comes in, phrases go out as words."""

import asyncio
from collections.abc import AsyncIterator

from anyio import CapacityLimiter, to_thread
from pydantic import BaseModel

from sparring.server import messages as m
from sparring.voice import Began, Ended, Phrases, Recognized, Recognizer, Vocabulary, detector, samples

MOST_WAITING = 40
"""Phrases that may wait for their words; past that, sound waits in the browser."""


class Dictation:
    """Takes sound as it comes, and puts one phrase after the other into words beside it."""

    def __init__(self, recognizer: Recognizer, vocabulary: Vocabulary, ears: CapacityLimiter) -> None:
        """`ears` lets as many phrases be worked on at once, over all browsers, as the machine can bear."""
        self._recognizer, self._vocabulary, self._ears = recognizer, vocabulary, ears
        self._phrases = Phrases(detector())
        self._waiting: asyncio.Queue[Ended | None] = asyncio.Queue(MOST_WAITING)
        self._before = ""

    async def take(self, frame: bytes) -> AsyncIterator[m.Speaking]:
        """The next stretch of sound, and whether somebody has begun to speak or stopped. Raises GarbledSound."""
        for happened in self._phrases.take(samples(frame)):
            match happened:
                case Began():
                    yield m.Speaking(now=True)
                case Ended(speaking=speaking):
                    if not speaking:
                        yield m.Speaking(now=False)
                    await self._waiting.put(happened)

    async def finish(self) -> AsyncIterator[m.Speaking]:
        """Nothing more is waited for: what was said last is a phrase, and nobody is taken to speak any more."""
        for happened in self._phrases.finish():
            yield m.Speaking(now=False)
            await self._waiting.put(happened)
        await self._waiting.put(None)

    async def words(self) -> AsyncIterator[BaseModel]:
        """Phrases in words as they are ready, and after each `finish` that all of them were; without an end."""
        while True:
            ended = await self._waiting.get()
            if ended is None:
                yield m.Finished()
                continue
            said = await to_thread.run_sync(self._hear, ended, limiter=self._ears)
            self._before = f"{self._before} {said.text}".strip()
            yield m.Phrase(text=said.text, unsure=[[*each] for each in said.unsure])

    def _hear(self, ended: Ended) -> Recognized:
        return self._recognizer.hear(ended.sound, self._vocabulary, self._before)
