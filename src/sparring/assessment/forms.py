"""Plain forms of evidence in a story: the sentence that names its price, the step that leaves something behind."""

import re

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Cue
from sparring.domain.round import Round
from sparring.domain.rubric import SignalId
from sparring.listening import sentences

_COUNT = (
    r"(\d[\d.,]*|half|a (quarter|third|dozen|minute|second|day|week)|an hour|zero|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)"
)
"""An amount, in digits or in words."""

_STEP = (
    r"(wrote|rewrote|built|rebuilt|fixed|moved|added|removed|replaced|split|migrated|automated|deleted|introduced|traced"
    r"|measured|profiled|refactored|set up|changed|tested|deployed|patched|reproduced|called|drafted|documented)"
)
"""A step that somebody could have watched."""

_FORMS: tuple[tuple[SignalId, str, re.Pattern[str]], ...] = (
    (
        "tradeoffs",
        "names_the_price",
        re.compile(
            r"\b(the|one|main|real) (trade.?off|price|cost|downside) (was|is|we paid|i accepted)\b"
            r"(?! (that )?there (is|are))"
            r"|\b(it|that|which) (was|were) worth (it|that)\b|\bwe (gave up|accepted|lived with|paid for)\b.{6,}",
            re.IGNORECASE,
        ),
    ),
    (
        "outcome",
        "before_and_after",
        re.compile(
            r"\b(went|go|came|dropped|fell|rose|grew|moved|cut|down|up)\b.{0,60}\bfrom\b.{1,50}\bto\b"
            rf"|\bfrom (about |around |over )?{_COUNT}\b.{{0,30}}\bto (about |around |under )?{_COUNT}\b"
            rf"|\b(took|needed|was|were|had)\b.{{0,30}}\b{_COUNT}\b.{{2,80}}\b(now|today|afterwards|after that)\b"
            rf".{{0,40}}\b{_COUNT}\b"
            r"|\b(dropped|fell|rose|grew|cut|halved|doubled)\b.{0,40}\bby (half|a (third|quarter)|\d+)",
            re.IGNORECASE,
        ),
    ),
    (
        "influence",
        "moved_them",
        re.compile(
            r"\b(got|won|earned|had) (the |their )?(buy.?in|agreement|support)\b.{4,}"
            r"\b(by|because|so|after|feared|worried)\b"
            r"|\b(convinced|persuaded|won over)\b.{4,}\b(by|with|because)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "problem",
        "stakes",
        re.compile(
            r"\bI (noticed|saw|realised|realized|found)\b.{8,}"
            r"\b(because|so|which|cost|delays?|stalled|every|lost|waited|fail\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "action",
        "step_with_result",
        re.compile(
            r"\bI (then |also |first )?(wrote|drafted|built|moved|ran|set up|prototyped|measured|analy[sz]ed|mapped"
            r"|instrumented|migrated|rewrote|automated|published|organi[sz]ed)\b.{3,90}"
            r"\b(rfc|proposal|design doc|doc|script"
            r"|dashboard|tool|flag|services?|plan|myself|pipeline|runbook|releases?|quarter)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "action",
        "step_with_result",
        re.compile(
            rf"\bI (then |also |first )?{_STEP}\b.{{3,60}}(, | and |, and )(I )?(then )?{_STEP}\b", re.IGNORECASE
        ),
    ),
)
_AGAINST: tuple[tuple[SignalId, str, re.Pattern[str]], ...] = (
    (
        "ownership",
        "handed_over",
        re.compile(
            r"\b(manager|boss|lead|director|cto|po|product owner) (had |just )?(asked|told|wanted|ordered) me to\b",
            re.IGNORECASE,
        ),
    ),
)
"""Signal, name of the rule and pattern."""

_STRENGTH = 0.55
"""As sure as a cue must be to be shown where a signal has nothing else."""


def forms(round_: Round, text: str) -> tuple[Cue, ...]:
    """Cues for whole sentences of a story; none in other rounds."""
    if round_ is not Round.BEHAVIORAL:
        return ()
    return tuple(
        Cue(signal, polarity, text[start:end].strip(), _first_word(text, start), rule, _STRENGTH)
        for start, end in sentences.split(text)
        for polarity, known in ((Polarity.PLUS, _FORMS), (Polarity.MINUS, _AGAINST))
        for signal, rule, pattern in known
        if pattern.search(text, start, end)
    )


def _first_word(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())
