"""Asks a language model about every signal of a round."""

import asyncio
from collections.abc import Callable

from sparring.assessment.grading import measured
from sparring.assessment.second.answer import Answer
from sparring.assessment.second.prompting import VERSION, prompt_for
from sparring.assessment.second.verifying import verified
from sparring.assessment.substance import heard_of
from sparring.domain.opinion import Opinion, SecondOpinion
from sparring.domain.question import AnyQuestion
from sparring.domain.rubric import SIGNALS, Rubric, SignalId
from sparring.domain.transcript import Transcript
from sparring.llm.errors import Cut, LanguageModelError, Unusable
from sparring.llm.model import LanguageModel

_AT_ONCE = 4
"""Signals that are asked about at the same time, after the first."""


def asked_for(transcript: Transcript) -> tuple[SignalId, ...]:
    """The signals of a round that a language model is asked about: not what running the code has measured."""
    return tuple(x for x in SIGNALS[transcript.round] if measured(x, transcript) is None)


async def second_opinion(
    transcript: Transcript,
    *,
    rubric: Rubric,
    question: AnyQuestion | None,
    model: LanguageModel,
    told: Callable[[int], None] = lambda _: None,
) -> SecondOpinion:
    """What the model says of every signal; `told` hears how many are done.

    The first signal is asked about alone: a model that cannot be reached or does not want to is met once. A later
    signal without a usable answer is named in `failed`, and the rest stands. Raises LanguageModelError where the first
    fails for another reason than its form, where it was cut, or where no signal got an answer.
    """
    signals, heard = asked_for(transcript), heard_of(transcript)
    found: dict[SignalId, tuple[Opinion, int]] = {}
    failed: dict[SignalId, str] = {}
    gate = asyncio.Semaphore(_AT_ONCE)

    async def ask(signal: SignalId) -> None:
        async with gate:
            answer = await model.ask(prompt_for(heard, signal, rubric, question), Answer)
        found[signal] = verified(signal, answer, heard)

    async def ask_or_note(signal: SignalId) -> None:
        try:
            await ask(signal)
        except LanguageModelError as error:
            failed[signal] = str(error)
        told(len(found) + len(failed))

    try:
        await ask(signals[0])
    except Cut:
        raise
    except Unusable as error:
        failed[signals[0]] = str(error)
    told(len(found) + len(failed))
    await asyncio.gather(*(ask_or_note(signal) for signal in signals[1:]))
    if not found:
        raise Unusable(f"{model.name} gave no usable answer for any signal. {next(iter(failed.values()))}")
    return SecondOpinion(
        f"{model.name}/prompts-{VERSION}",
        tuple(found[x][0] for x in signals if x in found),
        tuple((x, failed[x]) for x in signals if x in failed),
        sum(dropped for _, dropped in found.values()),
    )
