"""Tells an answer from the absence of one: nothing said, an instruction to the program, a list of terms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from sparring.assessment.reciting import recited
from sparring.assessment.straying import off_topic
from sparring.assessment.swapping import Subjects, answers_another
from sparring.domain.transcript import Speaker, Transcript
from sparring.listening import language
from sparring.listening.acts import instruction, instructs
from sparring.listening.model.sentences import sentences

_SMALL_ENGLISH = """
a about after all also an and any are as at be because been before but by can could did didn't do does don't for
from get got had has have he her him his how i i'd i'll i'm i've if in into is it it's its just like me more my
no not of off on one or our out over she so some that that's the their them then there they this those to too up
us was we were what when where which who why will with would yeah yes you your
"""
_SMALL_FOREIGN = """
der die das und ist nicht ich wir ein eine zu den mit auf für el la los las de que y en un una por con no es le
les des et est je nous il elle pas une du dans il che di non per sono een het van ik niet wij
"""
_FUNCTION_WORDS = frozenset(_SMALL_ENGLISH.split())
_FOREIGN_WORDS = frozenset(_SMALL_FOREIGN.split()) - _FUNCTION_WORDS
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEW = 12
"""Words below which an answer holds nothing to rate."""

_RUN_ON = 6
"""Words before an instruction from which they are something else that was said."""

_LIST = 0.16
"""Share of small words below which a text is a list of terms; talk has .35 to .6."""


@dataclass(frozen=True, slots=True)
class Substance:
    """How much there is to rate."""

    words: int
    """Words of the candidate, instructions to the program left out."""

    nothing: str
    """Why there is nothing to rate, as a clause; empty where there is something."""

    instructions: tuple[tuple[int, str], ...]
    """Turn and sentence of every attempt to instruct the program."""

    foreign: bool
    """True where the talk does not look like English."""


def weigh(
    transcript: Transcript, about: str = "", subjects: Subjects = MappingProxyType({}), guides: Sequence[str] = ()
) -> Substance:
    """Weighs what the candidate said.

    `about` is the question in more words than the transcript has of it, `subjects` what the round's other questions
    are about, `guides` texts that a candidate may have read from.
    """
    asked = (turn.plain for turn in transcript.turns if turn.speaker is Speaker.INTERVIEWER)
    about = " ".join((transcript.title, about, *asked))
    kept, instructions = [], []
    for turn in transcript.candidate_turns:
        for start, end in sentences(turn.text):
            sentence = turn.text[start:end].strip()
            if instructs(sentence):
                instructions.append((turn.i, sentence))
            else:
                kept.append(sentence)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(" ".join(kept))]
    small = sum(word in _FUNCTION_WORDS for word in words) / max(1, len(words))
    foreign = _foreign(words, small) or language.foreign(" ".join(kept))
    nothing = _nothing(words, small, bool(instructions), foreign)
    if not nothing and not foreign and off_topic(words, about):
        nothing = "this is off the question: it is about something other than the work that was asked about"
    if not nothing and not foreign and answers_another(" ".join(kept), transcript.question, subjects):
        nothing = "this is off the question: it answers another one"
    if not nothing and not foreign and recited(" ".join(kept), guides):
        nothing = "a good part of this stands word for word in a guide, and tells nothing of the candidate"
    return Substance(len(words), nothing, tuple(instructions), foreign)


def heard_of(transcript: Transcript) -> Transcript:
    """The transcript as it is rated: instructions to the program blanked out, every other word where it was."""
    turns = tuple(
        replace(turn, text=_blanked(turn.text)) if turn.speaker is Speaker.CANDIDATE else turn
        for turn in transcript.turns
    )
    return transcript if turns == transcript.turns else replace(transcript, turns=turns)


def _blanked(text: str) -> str:
    for start, end in sentences(text):
        at = instruction(text[start:end])
        if at is not None:
            # Speech without full stops runs on into it: what comes before is the candidate's own.
            begin = start + at if len(text[start : start + at].split()) >= _RUN_ON else start
            text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _foreign(words: list[str], small: float) -> bool:
    letters = "".join(words)
    beyond = sum(not char.isascii() for char in letters) / max(1, len(letters))
    return len(words) >= _FEW and small < _LIST and (beyond > 0.02 or _foreign_small_words(words) > 0.15)


def _foreign_small_words(words: list[str]) -> float:
    return sum(word in _FOREIGN_WORDS for word in words) / max(1, len(words))


def _nothing(words: list[str], small: float, instructed: bool, foreign: bool) -> str:
    if instructed and len(words) < _FEW:
        return "all that was said is an instruction to the program, which is not followed"
    if not words:
        return "nothing was said"
    if len(words) < _FEW and not foreign:
        return f"{len(words)} word{'s' if len(words) > 1 else ''} in all is no answer"
    if small < _LIST and not foreign:
        return "a list of terms with no sentence around them is no answer"
    return ""
