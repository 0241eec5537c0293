"""A rule that finds a cue in a sentence, and how rules are asked."""

# ruff: noqa: E501 - a pattern is read whole

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Cue
from sparring.domain.rubric import SignalId
from sparring.listening.sentences import Span

PLUS, MINUS = Polarity.PLUS, Polarity.MINUS

NUMBER = (
    r"(?:\d[\d.,]*\s?(?:%|k|m|ms|x)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half)"
)
"""A number in figures or words, for use inside patterns."""

_HOLLOW = re.compile(
    r"\b(?:(?:the )?trade.?offs? (?:is|are) (?:that )?(?:there|trade|always)|there(?:'s| is| are) (?:always )?(?:a )?trade.?offs?\b(?! (?:in|of|between|with|here)\b)|"
    r"everything is a trade.?off|it (?:all )?depends\b(?! on (?:how|whether|the \w+ (?:rate|size)))|best practices?|industry.standard|state.of.the.art|world.class|synerg\w+|leverag\w+|"
    r"paradigm|holistic\w*|stakeholder (?:mapping|alignment|management)|(?:smart|okr) goals?|raci\b|rice\b|moscow\b|swot|star (?:method|format)|sbi\b|"
    r"growth mindset|psychological safety|active listening|first principles|disagree and commit|raising the bar|bias for action|agile principles|"
    r"two.way door|one.way door|blameless|over.?communicat\w+|seek first|sought first|servant leader\w*|win.win|solid principles|single responsibility|"
    r"clean code|(?:an |the )?optimal solution|considered alternatives|design patterns?|cross.functional|drive (?:alignment|value|impact)|move the needle|low.hanging|quick wins|best.of.breed|"
    r"end.to.end ownership|thought leader\w*|north star|data.driven|customer.obsess\w+|extreme ownership|(?:the )?four golden signals|twelve.factor)\b"
)
_BUZZ = re.compile(
    r"\b(?:scalab\w+|robust\w*|reliab\w+|resilien\w+|highly available|high availability|fault.toleran\w+|decoupl\w+|microservices?|event.driven|cloud.native|serverless|kubernetes|"
    r"kafka|redis|elastic\w*|eventual consistency|horizontal(?:ly)? scal\w+|low latency|performan\w+|maintainab\w+|extensib\w+|observab\w+|secur\w+|modular\w*)\b"
)
_CONCRETE = re.compile(
    rf"\b{NUMBER}\b|\bbecause\b|\bso (?:that|i|we|it)\b|\botherwise\b|\binstead\b|\bif\b|\bwhen\b|\buntil\b|\bi'd\b"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of one signal."""

    name: str
    signal: SignalId
    polarity: Polarity
    pattern: re.Pattern[str]
    strength: float
    unless: re.Pattern[str] | None = None
    """What, in the same sentence, speaks against it."""

    least: int = 5
    """Words that the sentence needs."""


def rule(
    name: str,
    signal: SignalId,
    polarity: Polarity,
    pattern: str,
    strength: float,
    unless: str | None = None,
    least: int = 5,
) -> Rule:
    """A rule over lower-cased sentences."""
    return Rule(name, signal, polarity, re.compile(pattern), strength, re.compile(unless) if unless else None, least)


def hollow(sentence: str) -> bool:
    """Whether a lower-cased sentence is praise of method, a recited frame or a list of buzzwords: evidence of nothing."""
    if _HOLLOW.search(sentence):
        return True
    return len(_BUZZ.findall(sentence)) >= 3 and not _CONCRETE.search(sentence)


def plain(sentence: str) -> str:
    """A sentence as the patterns of rules read it: in lower case, with straight apostrophes."""
    return sentence.lower().replace("’", "'")


def hear(text: str, spans: Sequence[Span], rules: Sequence[Rule]) -> list[Cue]:
    """Cues of a turn: for each sentence, each signal and polarity once, by its strongest rule."""
    found: list[Cue] = []
    for start, end in spans:
        quote = text[start:end]
        lowered = plain(quote)
        words = len(lowered.split())
        asks = quote.rstrip().endswith("?")
        empty = hollow(lowered)
        best: dict[tuple[SignalId, Polarity], Cue] = {}
        for each in rules:
            if words < each.least or (each.polarity is PLUS and empty) or (asks and each.signal not in _ASKED):
                continue
            if each.pattern.search(lowered) and not (each.unless and each.unless.search(lowered)):
                key = (each.signal, each.polarity)
                if key not in best or best[key].strength < each.strength:
                    best[key] = Cue(each.signal, each.polarity, quote, start, each.name, each.strength)
        found.extend(best.values())
    return found


_ASKED = frozenset({"requirements", "clarify", "drive"})
"""Signals that a question can show; elsewhere only statements count."""
