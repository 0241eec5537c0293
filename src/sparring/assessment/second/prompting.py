"""What a language model is asked: one signal at a time, by the anchors that everybody is rated by."""

import hashlib
from functools import cache
from importlib.resources import files

from sparring.domain.question import AnyQuestion
from sparring.domain.rubric import Rubric, Signal, SignalId
from sparring.domain.transcript import Speaker, Transcript
from sparring.llm.model import Prompt

VERSION = 1
"""Of the prompts; part of the rater's name, since other words get other answers."""


def prompt_for(transcript: Transcript, signal: SignalId, rubric: Rubric, question: AnyQuestion | None) -> Prompt:
    """The prompt for one signal of a round; what is the same for all of its signals comes first.

    A server that remembers the beginning of what it read last then reads the transcript once.
    """
    rules = rules_of("rate").format(round=transcript.round.label, level=transcript.target_level.value)
    asked = question.statement if question is not None else transcript.title
    parts = [
        f"The question: {transcript.title}\n{asked}",
        told(transcript),
        _scale(rubric.signal(transcript.round, signal)),
    ]
    return Prompt(rules, "\n\n".join(parts))


@cache
def rules_of(name: str) -> str:
    """The rules of a prompt, which lie in a file beside this one."""
    return (files(__package__) / f"{name}.md").read_text(encoding="utf-8")


def told(transcript: Transcript) -> str:
    """What was said, and the final code, between marks that nobody in the round can set."""
    said = "\n\n".join(
        f"[{turn.i}] {'INTERVIEWER' if turn.speaker is Speaker.INTERVIEWER else 'CANDIDATE'}: {turn.text}"
        for turn in transcript.turns
    )
    code = transcript.code[-1].text if transcript.code else ""
    # Nobody can close a tag whose name follows from all that was said and written.
    mark = hashlib.sha256(f"{said}{code}".encode()).hexdigest()[:8]
    return "\n\n".join([f"<transcript-{mark}>\n{said}\n</transcript-{mark}>", *_coded(transcript, mark)])


def _coded(transcript: Transcript, mark: str) -> list[str]:
    """The code as it was at the end, and what running it came to."""
    if not transcript.code:
        return []
    last, tests = transcript.code[-1], transcript.tests
    ran = f"\n{tests.passed} of {tests.total} cases passed." if tests is not None else ""
    return [
        f"<code-{mark} language={last.language}>\n{last.text}\n</code-{mark}>\n"
        f"The candidate's final code; passages are copied from what was said, not from here.{ran}"
    ]


def _scale(signal: Signal) -> str:
    anchors = "\n".join(
        f"{anchor.rating}: {anchor.text}" + (f" ({'; '.join(anchor.met_when)})" if anchor.met_when else "")
        for anchor in signal.anchors
    )
    sounds = "\n".join(f"{altitude.value}: {text}" for altitude, text in signal.sounds_like.items())
    return (
        f"The signal: {signal.title}. {signal.question}\n\nThe scale:\n{anchors}\n\n"
        f"How such people sound, about something else:\n{sounds}"
    )
