"""Runs every solution that a question brings against its cases."""

from collections.abc import Iterator

from sparring.coding.judge import judge
from sparring.domain.question import CodingQuestion


def exemplars(question: CodingQuestion) -> Iterator[str]:
    """What is wrong with the question's solutions, one sentence each; nothing where all is well.

    The reference passes every case of stage 1 and each follow-up's reference every case up to its stage; each flawed
    solution loads and fails at least one. The starter loads. Raises NoIsolation where nothing isolates.
    """
    starter = judge(question, question.starter, only_open=True)
    if starter.broken:
        yield f"{question.id}: the starter does not load ({starter.broken})."
    yield from _must_pass(question, "the reference", question.reference, 1)
    for stage in question.stages:
        yield from _must_pass(question, f"the reference of stage {stage.number}", stage.reference, stage.number)
    for flawed in question.flawed:
        judgement = judge(question, flawed.source, stage=flawed.stage)
        if judgement.broken:
            yield f"{question.id}: the flawed solution {flawed.name!r} does not load ({judgement.broken})."
        elif not judgement.failed:
            yield f"{question.id}: the flawed solution {flawed.name!r} passes every case of stage {flawed.stage}."


def _must_pass(question: CodingQuestion, what: str, source: str, stage: int) -> Iterator[str]:
    judgement = judge(question, source, stage=stage)
    if judgement.broken:
        yield f"{question.id}: {what} does not load ({judgement.broken})."
        return
    for result in judgement.cases:
        if result in judgement.failed:
            yield f"{question.id}: {what} fails case {result.case.id!r} ({result.verdict}: {result.got})."
    if judgement.unjudged:
        yield f"{question.id}: {judgement.unjudged} cases could not be judged for {what}, by our own fault; run again."
