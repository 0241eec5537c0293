"""Asks the user's language model for a second opinion on a round."""

from collections.abc import Callable

from sparring.assessment.second.opining import asked_for, second_opinion
from sparring.bank import Bank
from sparring.domain.opinion import SecondOpinion
from sparring.domain.transcript import Transcript
from sparring.llm import Choice, connect
from sparring.session.debriefing import question_of


async def opinion_on(
    bank: Bank, transcript: Transcript, choice: Choice, told: Callable[[int, int], None] = lambda _done, _of: None
) -> SecondOpinion:
    """What the chosen model says of a round; `told` hears how many signals are done, of how many.

    The transcript and the final code go to where the model is. Raises LanguageModelError.
    """
    every = len(asked_for(transcript))
    return await second_opinion(
        transcript,
        rubric=bank.rubric(),
        question=question_of(bank, transcript.question),
        model=connect(choice),
        told=lambda done: told(done, every),
    )
