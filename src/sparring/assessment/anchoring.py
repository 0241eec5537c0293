"""Which conditions of the anchors were met, and what the next rating asks for besides."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sparring.assessment.claiming import miscounts
from sparring.assessment.conditions import EVEN, MET, MISSED, TOLD, UNHEARD, Condition, Signs, conditions, likelihood
from sparring.assessment.grading import Grade, Material, measured
from sparring.assessment.passing import by_tests
from sparring.assessment.signs import CHOICE, GROWTH, NUMBER, PRICE, REASON
from sparring.domain.evidence import Evidence
from sparring.domain.rubric import Signal

_FAULT = (
    r"\b(fails?|failed|down|dies|crash\w*|lost|lose|slow|timeouts?|retr\w+|overload\w*|unavailable|full"
    r"|backs? up|behind)\b"
)
_WATCH = r"\b(alert\w*|alarm\w*|metrics?|monitor\w*|dashboards?|graphs?|page[ds]?|lag|log)\b"
_KEY = r"\b(keys?|partition\w*|shard\w*|index\w*|primary|hash\w*)\b.{0,40}\b(by|on|so|because|is|per)\b"
_SKEW = r"\b(skew\w*|hot|hottest|biggest|celebrit\w*|largest (customer|tenant|account))\b"
_API = r"\b(api|endpoints?|(?-i:POST|GET|PUT|PATCH|DELETE)|parameters?|response)\b|\w\([\w, ]+\)|\breturns? "
_DETECTORS: tuple[tuple[str, str], ...] = (
    (r"\bnumber (on|or)|a number, a date|countable|reaches a figure|arithmetic", NUMBER),
    (
        r"before and an after",
        r"\bfrom\b.{1,60}\bto\b|\b(before|used to|was)\b.{1,80}\b(now|after|today|down to)\b",
    ),
    (r"names (another|at least one alternative|an alternative)|another way|another option|two (ways|options)", CHOICE),
    (r"\bgives (some|a|the) reason\b|\bwith (a reason|reasons)\b", REASON),
    (r"\bprice\b|given up|what was given|its cost|their costs|cost of at least|gives something up", PRICE),
    (
        r"out of scope|cuts something|what is skipped",
        r"\b(leave|leaving|skip|out of scope|not (build|cover|do)|ignore|cut|park)\b",
    ),
    (r"names at least one failure|bad case|worst failure|follows a failure", _FAULT),
    (r"metric or alert|would be noticed", _WATCH),
    (r"time cost|time and space|what it grows with", GROWTH),
    (r"\btime and space\b", r"\b(space|memory)\b"),
    (r"key or partition|gives key", _KEY),
    (r"policy and limit", r"\b(limit\w*|at most|max\w*|ttl|expir\w*|evict\w*|retention|no more than|drop\w*)\b"),
    (r"skewed key", _SKEW),
    (r"call of the api", _API),
    (r"api calls with inputs", r"\b(post|get|put|patch|delete) ?/|\w\([\w, ]+\)|\breturns?\b"),
    (r"peak from average", r"\b(peaks?|busiest)\b"),
    (
        r"hop by hop|main path|walks a request|walks the design",
        r"\b(then|goes to|comes back|from there|next)\b.*\b(then|goes to|comes back|from there|next)\b",
    ),
    (r"asks about (the input|at least two)", r"\?|\bcan i assume\b"),
    (
        r"use or scale|size or constraints",
        r"\b(how (many|much|big|large|long|often)|sizes?|limits?|largest|biggest|at most|fits?|memory|range"
        r"|users?|traffic|per (second|day)|a (second|day))\b",
    ),
    (
        r"states an agenda",
        r"\b(first|start(ing)? with|begin with)\b.{5,160}\b(then|after that|finally|next|second|and last)\b"
        r"|\b(agenda|minutes (for|on|each)|my plan (is|for))\b",
    ),
    (r"announces each", r"\b(then|next|now|let me|let's|i'll|i will|want to|go on|move on|turn to)\b"),
    (r"checks in", r"\?"),
    (
        r"at least one example",
        r"\b(try|test|case|example|empty|input|trace|run)\w*",
    ),
    (
        r"edge cases? of this task",
        r"\b(empty|none|null|zero|negative|duplicates?|same|ties?|boundar\w*|edges?|single|one element|first and last"
        r"|overlap\w*|limit|max\w*|largest|invalid|missing)\b",
    ),
    (
        r"tells one specific situation|says what was wrong",
        r"\b(was|were|had|couldn't|kept|broke|failed|wrong|slow|stalled)\b",
    ),
    (r"who was worse off", r"\b(customers?|users?|team|people|they|merchants?|on.?call|support|clients?)\b"),
    (r"names a piece of work|with their own hands", r"\b(I|my|mine|I'd|I'm|myself)\b"),
    (r"who had to agree", r"\b(teams?|managers?|lead|director|they|ops|security|product|legal|he|she)\b"),
    (
        r"the artefact",
        r"\b(rfc|docs?|document|proposal|design|script|meeting|dashboard|measure\w*|spreadsheet|prototype|pr)\b",
    ),
    (r"was unknown", r"\b(didn't know|don't know|no idea|unknown|unclear|unsure|not sure|no data|couldn't tell)\b"),
    (
        r"in its place",
        r"\b(i'd|i would|would have|next time|should have)\b"
        r"(?! (have |'ve )?(do|done|change|changed) (it|that|this|one|something|anything|things)?\b)",
    ),
    # No words tell whether what was turned down was wrong.
    (r"wrong suggestion", r"(?!)"),
    (
        r"left untested",
        r"(\bnot|n't|\bnever|\bstill) (yet )?(tested|covered|tried)\b|\buntested\b|\b(no|without a) test for\b",
    ),
)
"""What a condition asks for, and what a quote holds that shows it. Of a condition that nobody has measured, this is all
there is to go by."""

_UNASKED = re.compile(r"\b(unasked|before being asked|volunteers?|without being asked)\b", re.IGNORECASE)
_MERELY_UNASKED = frozenset({"tests unasked", "estimates before being asked"})
"""Conditions that ask for nothing else."""

_BY_CLAUSE: Mapping[str, str] = {
    "others took it up": r"adopted by others|named adopter",
    "a before and an after": r"a before and an after",
    "names the price": r"price|given up|what was given",
    "says what was given up": r"given up|got worse|volunteers the price",
    "a decision of their own": r"decision that was theirs",
    "says what was theirs": r"piece of work|answerable for",
    "says what the other side wanted": r"what the other side wanted",
    "says what moved the others": r"what changed their mind",
    "names their own part": r"part of their own|own part$",
    "a sum that decides something": r"ties one choice|because of a number",
    "a size that decides something": r"ties one choice|because of a number",
    "walks a request through": r"main path|walks a request|walks the design",
    "finds their own bug": r"finds own bug",
    "a prevention that stayed": r"puts a prevention",
    "names the unknown and bounds it": r"something was unknown|exactly was unknown",
    "says how it goes live": r"covers roll-out",
    "says how it would be noticed": r"would be noticed|metric or alert",
    "leaves something out on purpose": r"out of scope",
    "one option against another": r"at least one alternative|compares two options",
    "a plan and another way": r"another way",
    "tries a case of their own": r"inputs of their own|at least one example",
    "what they would do differently": r"decision they would change|offers the change",
}
"""By a rule's clause, the conditions that it shows: what is said of a quote and what is ticked must agree."""

_SOUND_FIGURE = re.compile(r"within ten times|shows the arithmetic")

_FEW_WORDS = 50
"""Words below which it does not matter how few they are."""

_WRONG_SUGGESTION = "wrong suggestion"
_SILENCE = "keeps silences short or announces them"


@dataclass(frozen=True, slots=True)
class Ticked:
    """What became of a signal's conditions; of those that are nowhere among these, nobody can be sure."""

    met: tuple[str, ...]
    """Likely met, from the anchor of a 2 up to the next rating."""

    missed: tuple[str, ...]
    """Likely not met, of the next rating: what it asks for besides."""

    unheard: tuple[str, ...]
    """Likely not met, of its own rating, the least likely first."""


def anchors(signal: Signal, grade: Grade, m: Material) -> Ticked:
    """Which conditions were met, and which were not."""
    below = [x for rating in range(2, grade.value + 1) for x in conditions(signal, rating)]
    upper = conditions(signal, grade.value + 1)
    chance = {x.text: likely(x, grade, m) for x in (*below, *upper)}
    quotes = _quotes(grade, m)

    def unlikely(found: Sequence[Condition], least: float) -> list[str]:
        # What a rule saw in a quote, and says of it, is not called missing.
        seen = (x.text for x in found if not _by_clause(x.text, quotes))
        return [text for text in seen if chance[text] < least and not _out_of_sight(text, signal, m)]

    # The least likely of them, where nothing is unlikely, so that there is something to go for.
    missed = unlikely(upper, MISSED) or sorted(unlikely(upper, EVEN), key=chance.__getitem__)[:1]
    # Which cases passed stands beside the rating: nobody listens for it.
    own = [
        x for x in conditions(signal, grade.value) if below and x.difficulty is not None and by_tests(x.text, m) is None
    ]
    return Ticked(
        tuple(x.text for x in (*below, *upper) if chance[x.text] >= MET),
        tuple(missed),
        tuple(sorted(unlikely(own, UNHEARD), key=chance.__getitem__)[:TOLD]),
    )


def likely(condition: Condition, grade: Grade, m: Material) -> float:
    """How likely a condition is to have been met, 0 to 1."""
    settled = by_tests(condition.text, m)
    if settled is not None:
        return settled
    if _denied(condition.text, grade, m):
        return 0.0
    if condition.difficulty is None:
        return float(_shown(condition.text, _quotes(grade, m)))
    return likelihood(condition.difficulty, signs(condition, grade, m))


def signs(condition: Condition, grade: Grade, m: Material) -> Signs:
    """What there is to go by for a condition."""
    quotes = _quotes(grade, m)
    unasked = _UNASKED.search(condition.text) is not None
    wanted = _wanted(condition.text)
    talk = " ".join(turn.text for turn in m.transcript.candidate_turns) if wanted else ""
    return Signs(
        rating=grade.expected,
        shown=float(_shown(condition.text, quotes)),
        pieces=min(len(quotes), 3) / 3,
        said=float(all(x.search(talk) for x in wanted)) if wanted else 0.5,
        length=math.log2(max(_FEW_WORDS, m.substance.words) / 1000),
        unasked=(0.5 if any(x.volunteered for x in quotes) else -0.5) if unasked else 0.0,
    )


def _quotes(grade: Grade, m: Material) -> list[Evidence]:
    return [m.evidence[i] for i in grade.positive]


def _out_of_sight(condition: str, signal: Signal, m: Material) -> bool:
    """Whether the source lacks what the condition is about: times, the code, its tests, a suggestion that is wrong."""
    if signal.id == "correctness":
        return measured(signal.id, m.transcript) is None
    if signal.id == "code_quality":
        return not m.transcript.code
    if _WRONG_SUGGESTION in condition:
        return not any((turn.curveball or "").startswith("wrong_hint:") for turn in m.transcript.turns)
    return condition == _SILENCE and not m.transcript.timed


def _denied(condition: str, grade: Grade, m: Material) -> bool:
    """A sum that does not work out speaks against the conditions about sums, whatever else was quoted."""
    return _SOUND_FIGURE.search(condition) is not None and any(miscounts(m.evidence[i].why) for i in grade.negative)


def _shown(condition: str, quotes: Sequence[Evidence]) -> bool:
    """Whether all that a program understands of a condition is in some quote, and it understands something of it."""
    if _UNASKED.search(condition):
        quotes = [x for x in quotes if x.volunteered]
    if condition in _MERELY_UNASKED:
        return bool(quotes)
    return _by_clause(condition, quotes) or any(already_says(condition, x.quote) for x in quotes)


def _by_clause(condition: str, quotes: Sequence[Evidence]) -> bool:
    return any(re.search(_BY_CLAUSE[x.why], condition) for x in quotes if x.why in _BY_CLAUSE)


def already_says(asked: str, quote: str) -> bool:
    """Whether a quote holds all that a program understands of what is asked for, and it understands something of it."""
    wanted = _wanted(asked)
    return bool(wanted) and all(x.search(quote) for x in wanted)


@cache
def _wanted(asked: str) -> tuple[re.Pattern[str], ...]:
    """What a text must hold, by the words of what is asked for."""
    return tuple(
        re.compile(shown, re.IGNORECASE | re.DOTALL)
        for condition, shown in _DETECTORS
        if re.search(condition, asked, re.IGNORECASE)
    )
