"""Asks the user's language model for a second opinion on a round."""

from collections.abc import Callable
from dataclasses import replace

from anyio import to_thread

from sparring.assessment.second.opining import asked_for, second_opinion
from sparring.assessment.second.rewriting import rewrites
from sparring.bank import Bank
from sparring.domain.opinion import SecondOpinion
from sparring.domain.transcript import Transcript
from sparring.llm import Choice, connect
from sparring.session.debriefing import debriefed, question_of
from sparring.session.errors import StillOpen


async def opinion_on(
    bank: Bank, transcript: Transcript, choice: Choice, told: Callable[[int, int], None] = lambda _done, _of: None
) -> SecondOpinion:
    """What the chosen model says of a round; `told` hears how many steps are done, of how many.

    A step for each signal, and one for the passages that the debrief by both raters takes one level up. The transcript
    and the final code go to where the model is. Raises StillOpen, LanguageModelError.
    """
    if transcript.open:
        raise StillOpen
    model, steps = connect(choice), len(asked_for(transcript)) + 1
    opinion = await second_opinion(
        transcript,
        rubric=bank.rubric(),
        question=question_of(bank, transcript.question),
        model=model,
        told=lambda done: told(done, steps),
    )
    debrief = await to_thread.run_sync(debriefed, bank, transcript, opinion)
    opinion = replace(opinion, rewrites=await rewrites(transcript, debrief.one_level_up, model))
    told(steps, steps)
    return opinion
