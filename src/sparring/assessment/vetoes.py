"""Sentences that cannot be evidence for a signal, whatever the model thinks."""

import re
from collections.abc import Mapping

from sparring.assessment.weighing import Weighed
from sparring.domain.evidence import Polarity
from sparring.domain.rubric import SignalId
from sparring.listening.repeats import complains

_FOR: Mapping[SignalId, str] = {
    "ownership": r"\b(i was (assigned|asked|told|given|part of)|was assigned to me|(they|he|she) decided|it went well"
    r"|(my|our|the) ((team|tech|engineering) )?(lead|manager|boss|director|cto) (had )?"
    r"(decided|drew|drawn|picked|chose|designed|told|asked|wanted|gave|assigned)|(asked|told|assigned|wanted) me to"
    r"|i got (the|a) .{2,60} to do|i told my (team |tech )?(lead|manager|boss))\b",
    "influence": r"\b(they decided|i told my (team |tech )?(lead|manager|boss),? and (he|she|they))\b",
    "outcome": r"\b(it|everything|that) (all )?went (really |very |pretty )?(well|fine|smoothly|great)\b"
    r"|\b(was|were) (very |really )?(happy|satisfied|pleased)\b",
    "action": r"\b(worked (really |very )?hard|communicated a lot|did my best)\b",
    "tradeoffs": r"\b(no (real )?downsides?|trade.?offs? (is|are) (that )?there (is|are) trade.?offs?"
    r"|everything is a trade.?off)\b",
    "reflection": r"\b(wouldn't change (a thing|anything)|nothing (really|to change)|communicate more)\b",
    "requirements": r"\bhow (much time|long) (do|have) (i|we)\b|\btime (is |do (i|we) have )?left\b",
    "drive": r"\bhow (much time|long) (do|have) (i|we)\b",
    "testing": r"\bi think (it|that|this) (works|should work)\b",
}
"""By signal, what a guide would call the weak form; it is no evidence for the signal however well it fits the topic."""

_NEEDED: Mapping[SignalId, str] = {
    "reflection": r"\b(would|i'd|should|could have|wouldn't|differently|learn\w*|lesson|next time|since then|ever since"
    r"|hindsight|looking back|wish|regret\w*|mistake|earlier|now i|i now|these days|today|nowadays|again|before i"
    r"|missed|underestimat\w*|wrong|change|better|too (late|early|much|long)|first)\b",
    "failure_ownership": r"\b(i|i'd|i'm|me|my|mine|we|our|us)\b",
    "complexity": r"\bo ?\(|\b(o of|big o|linear\w*|quadratic|log|constant|amorti[sz]ed|squared?|cubed?|exponential"
    r"|factorial|complexit\w+|time|space|memory|per|each|every|once|twice|times|grow\w*|costs?|size|bytes?|fast\w*"
    r"|slow\w*|cheap\w*|passes|pass|scans?|walks?|n|k|m|v|e|worst|average|bound\w*|million|thousand|\d+)\b",
}
"""By signal, words of which a sentence for it must hold one: who looks back says so, who tells a cost has a measure."""

_NEEDS = {signal: re.compile(pattern, re.IGNORECASE) for signal, pattern in _NEEDED.items()}
_PATTERNS = {signal: re.compile(pattern, re.IGNORECASE) for signal, pattern in _FOR.items()}
_SURE = 0.25
"""Likelihood from which a sentence needs no such word: its neighbours may hold it."""

_DIGIT = re.compile(r"\d")
_RECITED = re.compile(
    r"\b(first|then|next|finally),? i (would )?(find|identify|take|drive|measure|acknowledge|reflect|clarify|estimate)"
    r"\b.{0,80}\b(then|next|finally),? i (would )?(take|drive|measure|acknowledge|reflect|clarify|estimate|identify)\b"
    r"|\b(situation, task, action|star (method|format)|trade.?offs? (is|are) (that )?there are)\b",
    re.IGNORECASE,
)


_ABOUT_THE_TALK = re.compile(
    r"\b(that('s| is| was) (really |about )?(all|it|everything) (from (me|my side)|i (have|had|can say)|on (that|this))"
    r"|i (don't|do not) (really |quite )*know what you('re| are)? (mean|refer|ask|talk)(ing|ring)?"
    r"|i('m| am) done( here| now)?\b(?! with)|the same question|(nothing|no more) (more )?to add"
    r"|i('ve| have)? (just |already )?(said|told you|mentioned|listed|answered) (that|this|it|so)\b(?! to))",
    re.IGNORECASE,
)
"""Says that something was said, or that there is no more of it: a word on the talk, and nothing against its speaker."""

_AGAINST: Mapping[SignalId, re.Pattern[str]] = {
    # Whoever says where they want to go drives, whatever the reason.
    "drive": re.compile(
        r"\b(?:i'd|i would|i'll|i will|i want to|let me|let's|i'm going to)(?: (?:now|next|first|also|then|like to))*"
        r" (?:start|begin|go|move|turn|take|draw|look|walk|cover|come back|get|do|say something)\b"
        r"|(?<!what )(?<!where )(?<!which )\b(?:does|do|is|are|would) (?:that|this|it|you)\b[^?]*\?"
        r"|^\W*(?:(?:yes|yeah|sure|ok|okay|please|right|fine|go ahead|good)\W+)+$",
        re.IGNORECASE,
    ),
}
"""By signal, what is never said against it."""

_ASKS_FOR_HELP = re.compile(
    r"\b(?:could|can|may) i (?:please )?(?:have|get|ask for) (?:a|another|one more) hint\b|\bgive me a hint\b",
    re.IGNORECASE,
)

_ASIDE = 30
"""Words up to which a sentence is no more than such a word."""


def contradicts(weighed: Weighed, text: str) -> bool:
    """Whether a sentence says the weak form of what it would be evidence for, recites the frame of an answer, or only
    that the question was answered.

    Against a signal, whether it speaks of the talk itself.
    """
    sentence = text[weighed.sentence.start : weighed.sentence.end]
    if weighed.polarity is Polarity.MINUS:
        said_for = _AGAINST.get(weighed.signal)
        if said_for is not None and said_for.search(f"{sentence} ") is not None:
            return True
        return len(sentence.split()) <= _ASIDE and _ABOUT_THE_TALK.search(sentence) is not None
    if _RECITED.search(sentence) or _ASKS_FOR_HELP.search(sentence) or complains(sentence):
        return True
    needs = _NEEDS.get(weighed.signal)
    if needs is not None and weighed.likelihood < _SURE and not needs.search(sentence):
        return True
    pattern = _PATTERNS.get(weighed.signal)
    return pattern is not None and pattern.search(sentence) is not None and not _DIGIT.search(sentence)
