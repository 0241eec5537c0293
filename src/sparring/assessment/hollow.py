"""Answers that say nothing: the question was put, or a case failed, and what came is the empty form of an answer."""

import re
from collections.abc import Mapping

from sparring.assessment.asking import asks_for, question_standing
from sparring.domain.round import Round
from sparring.domain.rubric import SignalId
from sparring.domain.transcript import Transcript, Turn

NOTHING_TO_CHANGE = "asked what they would change, named nothing"
"""The clause of a hollow answer to the question what one would do differently."""

_LONGEST = 45
"""Words of an answer beyond which it is no longer hollow as a whole."""

_EMPTY: Mapping[SignalId, tuple[str, re.Pattern[str]]] = {
    "reflection": (
        NOTHING_TO_CHANGE,
        re.compile(
            r"\b(communicat\w+ (a (bit|little) |even )?(more|better|earlier|early)|more communication"
            r"|(a )?(bit|little) more communicat\w*"
            r"|nothing (much |really )?(i'd|i would|to change|comes to mind|different)"
            r"|(can'?t|cannot) (really )?think of|wouldn'?t (really )?change|do (it )?(exactly )?the same|no regrets)\b"
            # The bare word is an answer only where the answer begins with it.
            r"|^\W*((um+|uh+|well|hm+|honestly|no|nope|i think|probably|so|to be honest)\W+)*"
            r"(not (really|much|a lot)|nothing)\b",
            re.IGNORECASE,
        ),
    ),
}
_SPECIFIC = re.compile(
    r"\b(because|so that|since|instead|before i|before we|\d+|start\w* \w+ (earlier|first)|i did that"
    r"|(one|two|three|four|a few) (days?|weeks?|months?|years?))\b",
    re.IGNORECASE,
)
THIN_REFLECTION = re.compile(
    r"\b(could|should|would|might) (have |'ve )\w+.{10,200}?"
    r"\b(because|earlier|since|instead|before|so that|first|sooner)\b"
    r"|\b(next time|differently|in hindsight)\b.{15}",
    re.IGNORECASE | re.DOTALL,
)
"""Something that would be done differently, said with at least a word about which or why."""


_BRUSHED_OFF = re.compile(
    r"\b(just|only|merely|probably) (a |an |some |one )?(really |pretty |very )?(weird|strange|odd|rare|stupid|silly) "
    r"(edge |corner )?(case|test|input)s?\b"
    r"|\b(tests?|cases?) (is|are|must be|seems?) (probably |just )?(wrong|flaky|weird|unfair)\b"
    r"|\b(good enough|close enough|fine|done) (even )?(with|despite) (the |a |one |two )?(failing|red|failed)\b",
    re.IGNORECASE,
)
"""Said of failing cases by who hands in all the same."""


def _failing(transcript: Transcript) -> bool:
    return transcript.tests is not None and transcript.tests.passed < transcript.tests.total


def hollow(transcript: Transcript, turn: Turn) -> tuple[SignalId, str] | None:
    """(signal, clause) where the turn is the empty answer to a question for that signal, or to a case that fails.

    None elsewhere.
    """
    if transcript.round is Round.CODING and _failing(transcript) and _BRUSHED_OFF.search(turn.text):
        return "testing", "failing cases are known, and are waved off"
    question = question_standing(transcript, turn.i)
    if question is None or transcript.round is not Round.BEHAVIORAL or len(turn.text.split()) > _LONGEST:
        return None
    for signal, (clause, empty) in _EMPTY.items():
        asked = signal in asks_for(transcript.round, question)
        if asked and empty.search(turn.text) and not _SPECIFIC.search(turn.text):
            return signal, clause
    return None
