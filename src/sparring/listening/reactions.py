"""Whether somebody takes a suggestion or objects to it, by the words of the answer."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence

from sparring.domain.debrief import Reaction
from sparring.listening import sentences
from sparring.listening.sentences import Span

_LEAD = r"^(?:\W*\b(?:um+|uh+|er+|hm+|mm+|well|so|oh|ok|okay|right so|i mean|honestly|look|sorry|interesting|ha|and|i think|i guess)\b[\s,.…-]*)*"
"""What people say before they answer."""

_REFUSES = re.compile(
    _LEAD
    + r"(?:no\b(?! (?:problem|worries|objection|reason (?:not|why not)|downside))|nope|nah|not (?:really|quite|here|here,|for|with|safely|if|unless|without|in this|at)\b|i(?:'d| would) (?:rather not|not|avoid|be (?:careful|wary|nervous|worried)|push back|resist|disagree)|i(?: don't|'m not| wouldn't| won't| disagree)|we (?:can't|could but|shouldn't)|that (?:wouldn't|won't|doesn't|breaks|would break|fails|does not|would not)|it (?:wouldn't|won't|doesn't))"
    r"|\b(?:i(?:'d| would) (?:rather not|push back|not (?:do|use|rely|trust|want|take|go|put|make)|avoid|still (?:keep|want|do))|i (?:would not|wouldn't|won't|don't want to|don't like|can't accept|disagree|don't (?:think|believe) (?:so|that (?:works|holds|helps|would)|we (?:can|should)|it))|(?:that|it|this) (?:doesn't (?:work|hold|help|fix|solve)|won't (?:work|hold|help|do)|wouldn't (?:work|hold|help)|breaks|would break|falls apart|fails)|(?:that's|that is|it's) (?:exactly )?(?:the (?:problem|trap|catch|danger|wrong)|what (?:we|i) (?:can't|don't|must)|not (?:safe|true|enough|the same|how|what|a good|going to|something))|tempting|rules? (?:it|that) out|can't (?:do|trust|rely|have|use|be) )",
    re.IGNORECASE,
)
"""An objection, plainly."""

_DOUBTS = re.compile(
    r"\b(?:but|however|although|though|except|unless|only if|the (?:problem|issue|trouble|catch|risk|danger|cost|price|downside) (?:is|with|there|would)|worr(?:y|ies|ied)|risky|not sure|depends|hesitat\w+|what (?:if|happens)|then (?:again|we'd lose|you'd lose))\b",
    re.IGNORECASE,
)
"""A reservation, which may yet be overcome."""

_AGREES = re.compile(
    _LEAD
    + r"(?:yes|yeah|yep|yup|sure|absolutely|definitely|certainly|true|right|correct|exactly|agreed|fair(?: enough| point)?|good (?:idea|point|call|thought|suggestion)|great|nice|fine|why not|makes sense|sounds (?:good|right|reasonable|fine)|of course|possibly|that(?:'s| is| would be) (?:a )?(?:good|fair|true|right|simpler|easier|fine|cleaner|nice|neat|great|better|reasonable|a relief|cheaper)|that (?:works|would work|could work|makes sense|simplifies|saves|helps|would (?:help|save|simplify))|we (?:could|can) (?:do|use|try|just|skip|drop|keep)|i (?:like that|agree|could do|can do)|let's (?:do|go|use|try|take)|you're right|i (?:hadn't|had not|didn't) (?:think|thought|consider))"
    r"|\b(?:let's (?:do|go with|take|use) (?:that|it|this)|i(?:'ll| will|'d| would) (?:do|take|go with|use|add|adopt) (?:that|it|this)\b|we(?:'ll| will|'d) (?:do|go with|use|take) (?:that|it|this)|good (?:idea|point|call|shout)|that(?:'s| is| would be) (?:much |way |a lot |far )?(?:simpler|easier|cleaner|cheaper|better)|makes sense|works for me|saves (?:us|me)|i(?:'ll| will|'d) (?:drop|remove|replace|switch|change) )",
    re.IGNORECASE,
)
"""Assent, plainly."""


def reaction(text: str) -> tuple[Reaction, tuple[int, int]]:
    """What an answer makes of a suggestion, and where it says so; an empty span where that is left open."""
    spans = sentences.split(text)
    refuses = _first(_REFUSES, text, spans)
    agrees = _first(_AGREES, text, spans)
    if refuses is not None:
        return Reaction.OBJECTED, refuses
    if agrees is not None and not _DOUBTS.search(text):
        return Reaction.TOOK_IT, agrees
    return Reaction.OPEN, (0, 0)


def _first(pattern: re.Pattern[str], text: str, spans: Sequence[Span]) -> tuple[int, int] | None:
    """The first sentence in which a pattern is found."""
    return next(((a, b) for a, b in spans if pattern.search(text[a:b])), None)
