"""Asks the user's language model for a second opinion on a round, and finds out how good it is at that."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from anyio import to_thread

from sparring.assessment.second.opining import asked_for, second_opinion
from sparring.assessment.second.rewriting import rewrites
from sparring.assessment.second.standing import labelled, measured
from sparring.assessment.second.worth import worth, worthwhile
from sparring.bank import Bank
from sparring.domain.debrief import Debrief
from sparring.domain.opinion import SecondOpinion, Standing
from sparring.domain.transcript import Transcript
from sparring.llm import Choice, connect
from sparring.llm.errors import Cut, LanguageModelError, Unusable
from sparring.session.debriefing import debriefed, question_of
from sparring.session.errors import NotWorthAsking, StillOpen

Told = Callable[[int, int], None]
"""Hears how many steps are done, of how many."""


async def opinion_on(
    bank: Bank,
    transcript: Transcript,
    choice: Choice,
    told: Told = lambda _done, _of: None,
    standing: Standing | None = None,
) -> SecondOpinion:
    """What the chosen model says of a round; `told` hears how many steps are done, of how many.

    `standing` is how the model did on labelled rounds, where it was measured. A step is a signal, and the last are the
    passages that the debrief by both raters takes one level up. The transcript and the final code go to where the model
    is. Raises StillOpen, NotWorthAsking, LanguageModelError.
    """
    if transcript.open:
        raise StillOpen
    if standing is not None and not worthwhile(standing):
        raise NotWorthAsking(worth(choice.name, standing))
    model, steps = await to_thread.run_sync(connect, choice), len(asked_for(transcript)) + 1
    opinion = await second_opinion(
        transcript,
        rubric=bank.rubric(),
        question=question_of(bank, transcript.question),
        model=model,
        told=lambda done: told(done, steps),
    )
    opinion = replace(opinion, standing=standing)
    debrief = await to_thread.run_sync(debriefed, bank, transcript, opinion)
    opinion = replace(opinion, rewrites=await rewrites(transcript, debrief.one_level_up, model))
    told(steps, steps)
    return opinion


def labelled_prompts() -> int:
    """How many prompts it takes to find out how good a model is."""
    return sum(len(asked_for(x.transcript)) for x, _ in labelled())


async def measured_on_labelled(bank: Bank, choice: Choice, told: Told = lambda _done, _of: None) -> Standing:
    """How the chosen model does on rounds that experts have labelled; `told` hears of every prompt.

    Nothing of the user's goes to it. A round that it cannot answer about in the form is left out; one that gives up on
    the way is measured by what came before. Raises LanguageModelError where that is too little.
    """
    model, of, before = await to_thread.run_sync(connect, choice), labelled_prompts(), 0
    opinions: dict[str, SecondOpinion] = {}
    local: dict[str, Debrief] = {}
    stopped: LanguageModelError | None = None
    told(0, of)
    for x, _ in labelled():
        try:
            opinions[x.label.id] = await second_opinion(
                x.transcript,
                rubric=bank.rubric(),
                question=question_of(bank, x.transcript.question),
                model=model,
                told=partial(_further, told, before, of),
            )
            local[x.label.id] = await to_thread.run_sync(debriefed, bank, x.transcript)
        except LanguageModelError as error:
            if not isinstance(error, Unusable) or isinstance(error, Cut):
                stopped = error
                break
        before += len(asked_for(x.transcript))
        told(before, of)
    try:
        return measured(opinions, local, before)
    except Unusable:
        if stopped is not None:
            raise stopped from None
        raise


def _further(told: Told, before: int, of: int, done: int) -> None:
    told(before + done, of)
