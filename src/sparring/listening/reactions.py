"""Whether somebody takes a suggestion or objects to it, where the words of the answer say so plainly."""

# ruff: noqa: E501 - a pattern is read whole

import re

from sparring.domain.debrief import Reaction
from sparring.listening import sentences

_LEAD = (
    r"^\W*(?:(?:um+|uh+|er+|hm+|mm+|well|so|oh|ok|okay|i mean|honestly|actually|wait|look|sorry|interesting|ha|and|yeah"
    r"|you know|i think|i guess)\b[\s,.…-]*)*"
)
"""What people say before they answer."""

_REFUSES = re.compile(
    _LEAD + r"(?:nope\b|nah\b|no[,.:;!]|no(?=,? (?:i|that|because|we|it|you)\b)|not (?:really|quite|safely|here)\b)"
    r"|\b(?:(?:so|yeah|then|and|actually|wait|um+|uh+|hm+)[,.:]? no[,.:]|doesn't fly"
    r"|i(?:'d| would) (?:rather not|rather (?:keep|have|do|use)|(?:push|step) back|avoid (?:that|it|this)|(?:still|sooner|respectfully) (?:keep|be keeping|want|have|use|do|cut|write))"
    r"|i (?:would not|wouldn't|won't) (?:do|use|rely|trust|want|take|put|make|like|accept)|i (?:disagree|don't (?:like|agree|trust|think (?:so\b|that(?:'s| is) (?:a )?(?:good|right|safe|wise)(?: idea| call| thing)?|that (?:works|holds|helps)|this (?:works|gives|helps)|we (?:can|should))))"
    r"|(?:that|this) (?:one )?(?:doesn't|won't|wouldn't|does not|will not) (?:work|hold|help|fix|solve|do|give|save)|(?:that|it|this|which)(?: would| only)? (?:breaks|falls apart) (?:as soon|when|once|down|the)"
    r"|tempting, but|rule[sd]? (?:(?:it|that|this) )?out\b|(?:still )?don't want (?:it|that|this)\b|not (?:a |such a )?(?:good|great) (?:idea|call))",
    re.IGNORECASE,
)
"""An objection, plainly."""

_FLATLY = re.compile(
    _LEAD
    + r"(?:no+|nope|nah|never|certainly not|definitely not|(?:i|we) (?:would not|wouldn't|won't|will not)|i'd rather not"
    r"|(?:i'm|i am) (?:against (?:it|that)|not convinced))(?:,? (?:do (?:it|that)|no))?\s*(?:[.!]|$)",
    re.IGNORECASE,
)
"""An objection that is the whole of the first sentence."""

_TURNS = re.compile(
    r"\b(?:but|however|although|though|except|unless|only (?:you|it|now|if|that|the)|(?:the|my) (?:one )?(?:problem|issue|trouble|catch|risk|danger|thing|difficulty|worry|fear) (?:is|would|with|there)|thing is|wait|hang on|hold on|what (?:about|if|happens)|i(?:'d| would) expect|to begin with|instead|rather|keep(?:ing)? the)\b"
    r"|[,.] only\b",
    re.IGNORECASE,
)
"""A turn of the thought; what stands before it is not the answer yet."""

_AGREES = re.compile(
    _LEAD
    + r"(?:(?:yes|yep|yup|sure|absolutely|definitely|certainly|agreed|exactly|good (?:idea|call|suggestion)|great|why not|makes sense|sounds (?:good|right|reasonable|fine)|of course|fine)\b|that (?:works|would work|makes sense|simplifies)|that(?:'s| is| would be) (?:a )?(?:good idea|simpler|easier|cleaner|fine|neat|nice|cheaper|better)|let's (?:do|go|use|try|take)\b|you're right|i (?:like (?:that|it)|agree\b))",
    re.IGNORECASE,
)
"""Assent at the beginning of a sentence."""

_UNSAID = r"(?<!if )(?<!not )(?<!not a )(?<!never )(?<!than )"
"""What would take the assent back stands right before it."""

_SETTLES = re.compile(
    rf"\b{_UNSAID}(?:let's (?:do|go with|take|use|put) (?:that|it|this)|yes, do it|so (?:yes|yeah)\b|i(?:'m| am) (?:(?:happy|fine|okay|comfortable) (?:to|with)|on board)|i(?:'ll| will|'d) (?:go with|adopt) (?:that|it|this)|we(?:'ll| will) (?:go with|adopt|do) (?:that|it|this)\b|works for me|good idea|(?:but|whatever,?) (?:okay|ok|fine|same idea)|(?:that's|it's) (?:much |way |a lot |far )?(?:simpler|easier|cleaner) (?:that way|like this|and))",
    re.IGNORECASE,
)
"""Assent that ends the matter, wherever it stands."""

_WITHDRAWS = re.compile(
    r"\bi (?:agreed|said yes|gave in|went along)\b.{0,30}\btoo (?:quickly|fast|soon|easily)|\bi(?:'d| would|'ll| will)? (?:like to |have to )?take (?:that|it|this) back(?= about|[.,;:!]|$)"
    r"|\bi was wrong (?:to (?:agree|accept|follow)|about that)|\bon second thoughts?\b|\bi shouldn't have (?:agreed|accepted|said yes)",
    re.IGNORECASE,
)
"""What was agreed to is taken back."""


def withdrawal(text: str) -> tuple[int, int] | None:
    """The sentence in which something agreed to before is taken back; None where there is none."""
    return _first(_WITHDRAWS, _plain(text))


def reaction(text: str) -> tuple[Reaction, tuple[int, int]]:
    """What an answer makes of a suggestion, and the sentence that says so; the empty span where that is left open.

    Most people build on a suggestion, or name what it would break, without saying yes or no: that stays open.
    """
    text = _plain(text)
    spans = sentences.split(text)
    flatly = [span for span in spans[:1] if _FLATLY.match(text[slice(*span)])]
    for start, end in reversed(spans):
        said = text[start:end]
        settled, refused = _end(_SETTLES, said), _end(_REFUSES, said)
        turned = max((match.start() for match in _TURNS.finditer(said)), default=-1)
        if refused >= max(settled, 0) or _WITHDRAWS.search(said):
            return Reaction.OBJECTED, (start, end)
        if settled > turned and not said.rstrip().endswith("?"):
            return Reaction.TOOK_IT, (start, end)
        if turned >= 0 or said.rstrip().endswith("?"):
            return (Reaction.OBJECTED, flatly[0]) if flatly else (Reaction.OPEN, (0, 0))
    if flatly:
        return Reaction.OBJECTED, flatly[0]
    agreed = _first(_AGREES, text)
    return (Reaction.TOOK_IT, agreed) if agreed is not None else (Reaction.OPEN, (0, 0))


def _plain(text: str) -> str:
    """The text with plain apostrophes, of the same length."""
    return text.replace("’", "'")


def _end(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern ends for the last time; -1 where it is not found."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """The first sentence in which a pattern is found."""
    return next(((a, b) for a, b in sentences.split(text) if pattern.search(text[a:b])), None)
