"""One level up in the candidate's own voice: said by a language model, kept to the candidate's facts by the program."""

import asyncio
import re
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, Field

from sparring.assessment.second.prompting import rules_of, told
from sparring.assessment.substance import heard_of
from sparring.domain.debrief import OneLevelUp
from sparring.domain.opinion import Rewrite
from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Transcript
from sparring.listening.acts import instructs
from sparring.listening.numbers import every, tokenise
from sparring.llm.errors import LanguageModelError
from sparring.llm.model import LanguageModel, Prompt

_FEWEST, _MOST = 12, 110
"""Words of an answer that is shown."""

_SMALL: frozenset[str] = frozenset({"one", "two", "half", "a", "zero"})
"""Words that are rarely a fact: “one of them”."""

_AMOUNT = re.compile(
    r"\b(?:dozens?|hundreds|thousands|millions|a third|two thirds|a quarter|twice|thrice|doubled?|tripled?|halved)\b"
)
"""Amounts that are said without a numeral."""

_A_STORY = "Keep to their facts: no number, name, deed or result that is not in the transcript."
_WORK = (
    "Keep to their design and their code. You may add a reason, a mechanism, a failure or a price that is true and "
    "follows from what they chose, but no number, and no product that they did not name."
)


class Said(BaseModel):
    """The form of the answer."""

    words: str = Field(description="the passage one level up, in the candidate's voice, and nothing else")


async def rewrites(transcript: Transcript, ups: Sequence[OneLevelUp], model: LanguageModel) -> tuple[Rewrite, ...]:
    """What the model makes of each passage, as far as it keeps to the facts; one that it fails at is left out."""
    heard = heard_of(transcript)
    every = await asyncio.gather(*(_rewrite(heard, up, model) for up in ups))
    return tuple(x for x in every if x is not None)


async def _rewrite(transcript: Transcript, up: OneLevelUp, model: LanguageModel) -> Rewrite | None:
    try:
        said = await model.ask(_prompt(transcript, up), Said)
    except LanguageModelError:
        # The debrief says what the passage would have to contain all the same.
        return None
    words = " ".join(said.words.split()).strip('"“” ')
    return Rewrite(up.turn, up.quote, words) if keeps_to_facts(words, transcript) else None


def keeps_to_facts(words: str, transcript: Transcript) -> bool:
    """Whether an answer has a fit length, and no number or amount in words that the round does not have."""
    if not _FEWEST <= len(words.split()) <= _MOST or instructs(words):
        return False
    known = {number for turn in transcript.turns for number in _numbers(turn.text)}
    said = {word for turn in transcript.turns for word in _AMOUNT.findall(turn.text.lower())}
    return all(x in known for x in _numbers(words)) and all(x in said for x in _AMOUNT.findall(words.lower()))


def _numbers(text: str) -> Iterator[float]:
    tokens = tokenise(text)
    for number in every(text):
        alone = number.last == number.first + 1 and tokens[number.first].text in _SMALL
        if not alone:
            yield number.value


def _prompt(transcript: Transcript, up: OneLevelUp) -> Prompt:
    level = Altitude.of_rank(up.sounded.rank + 1).value
    facts = _A_STORY if transcript.round is Round.BEHAVIORAL else _WORK
    return Prompt(
        rules_of("rewrite").format(facts=facts),
        f"{told(transcript)}\n\nThe passage, of turn {up.turn}, which sounded {up.sounded.value}:\n{up.quote}\n\n"
        f"What it has where it sounds {level}:\n{up.would_contain}",
    )
