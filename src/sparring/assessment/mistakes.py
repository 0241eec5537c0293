"""Names the mistakes that cost the round, each with its sentence or as an absence."""

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sparring.assessment.beginning import asked_first
from sparring.assessment.calling import Call
from sparring.assessment.claiming import CODE_DISAGREES, disproves
from sparring.assessment.grading import Grade, Material, Ungraded, nothing_to_change
from sparring.assessment.signs import ANY_CHOICE, ANY_PRICE
from sparring.domain.debrief import MistakeSeen
from sparring.domain.evidence import Evidence, Polarity
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import MISTAKES, MistakeId, SignalId
from sparring.transcripts.times import speaking

_BLAME = re.compile(
    r"\b(their (fault|mess|mistake|bug)|(it|that) was(n't| not) (me|us|my|our)|not my (fault|job|problem)"
    r"|they (never|didn't|should have|messed|broke)|nothing to do with (me|us)|nobody told (me|us)"
    r"|(ops|qa|product|management|the other team) (never|didn't|should have|messed|broke))\b",
    re.IGNORECASE,
)
_WEIGHED = (("without an alternative", ANY_CHOICE), ("without a price", ANY_PRICE))
_RESULT = re.compile(
    r"\b(from|to|by|under|below|zero|no|none|not one|half|twice|double)\b.{0,40}(\d|percent|times|\bafter|\bsince"
    r"|\bagain|\bnow\b|differences?|incidents?|complaints?)|\d+ ?(%|percent|ms|seconds|minutes|hours|days|weeks)",
    re.IGNORECASE,
)
_WRONG = "Stated with confidence, and it does not hold."
_WRONG_BY_CODE = "Stated with confidence, and the code that was handed in does something else."
_NO_RESULT = "The story ends without a result that someone could check."
_WE = re.compile(r"\b(we|our|us)\b", re.IGNORECASE)
_I = re.compile(r"\b(i|i'm|i'd|i've|i'll|my|mine)\b", re.IGNORECASE)
_SURE = 0.35
"""Strength from which a sentence is quoted as a mistake."""

_WE_SHARE = 0.5
"""“We” for each “I” from which the team hides the teller; people say “I” in every story, so it is less than one."""

_BOTH_LOW = 3
"""Requirements and depth together up to which a design is the textbook's."""

_SILENCE = 0.35
"""Share of a coding round that one silence must fill to be called long."""

_MINUTES = 120.0
"""Seconds from which a silence is told in minutes."""

_UNSURE = re.compile(
    r"\b(not sure|unsure|not certain|don'?t know|no idea|i think|i guess|i believe|i suppose|probably|maybe|perhaps"
    r"|might|haven'?t|never (used|built|done)|no,? (it'?s|wait|sorry)|oh)\b",
    re.IGNORECASE,
)
"""Said with reservation, or put right in the same breath: wrong perhaps, and no bluff."""

_TASKS = 3
"""Parts of a story under the bar, ownership among them, from which it reports tasks."""

_LISTED = re.compile(r"\b(functional|requirements?)\b", re.IGNORECASE)
"""What a list of requirements calls itself."""

_OPEN = (
    ("problem", "what was wrong"),
    ("ownership", "who drove it"),
    ("outcome", "what changed"),
)
"""What a story of tasks leaves open, by the signal that would close it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the patterns look at."""

    material: Material
    called: Call
    grades: dict[SignalId, Grade]

    def value(self, signal: SignalId) -> int:
        """The rating; 4 where there is none, so that absence never makes a mistake."""
        return self.grades[signal].value if signal in self.grades else 4

    def against(self, signal: SignalId) -> tuple[Evidence, ...]:
        """Evidence against a signal, strongest first."""
        grade = self.grades.get(signal)
        return tuple(self.material.evidence[i] for i in grade.negative) if grade else ()

    def shown(self, signal: SignalId) -> bool:
        """Whether something could be quoted for a signal."""
        return signal in self.grades and bool(self.grades[signal].positive)

    @property
    def talk(self) -> str:
        """All that the candidate said: what is called absent has to be absent from all of it."""
        return " ".join(turn.text for turn in self.material.transcript.candidate_turns)

    @property
    def below_senior(self) -> bool:
        """Whether the altitude is under senior."""
        return self.called.altitude.rank < Altitude.SENIOR.rank


_Found = tuple[Evidence | None, str] | None
"""The sentence that shows it, if there is one, and why it counts."""


def mistakes(m: Material, called: Call, grades: Sequence[Grade | Ungraded]) -> tuple[MistakeSeen, ...]:
    """Every mistake seen, in the rubric's order. Silence and instructions are no mistakes but nothing at all."""
    if m.substance.nothing or m.substance.foreign:
        return ()
    look = Look(m, called, {x.signal: x for x in grades if isinstance(x, Grade)})
    patterns = _PATTERNS[m.transcript.round]
    seen = []
    for mistake in MISTAKES:
        found = patterns[mistake](look) if mistake in patterns else None
        if found is not None:
            piece, why = found
            seen.append(MistakeSeen(mistake, piece.turn if piece else None, piece.quote if piece else "", why))
    return tuple(seen)


def _first(pieces: Sequence[Evidence]) -> Evidence | None:
    """The piece to quote, if one is sure enough to be quoted against a person; else the mistake is an absence."""
    return pieces[0] if pieces and pieces[0].strength >= _SURE else None


def _mid_level(look: Look) -> _Found:
    low = sum(look.value(signal) <= 2 for signal in ("problem", "ownership", "action", "outcome"))
    if look.called.altitude is not Altitude.MID or look.value("ownership") > 2 or low < _TASKS:
        return None
    pieces = [*look.against("problem"), *look.against("action"), *look.against("ownership")]
    open_ = [what for signal, what in _OPEN if not look.shown(signal)]
    rest = f"still open: {', '.join(open_)}" if open_ else "what they were for is hardly told"
    return _first(pieces), f"The story reports tasks; {rest}."


def _skipped(signal: SignalId, limit: int, why: str) -> Callable[[Look], _Found]:
    def seen(look: Look) -> _Found:
        if look.value(signal) > limit:
            return None
        # Who lists requirements has not skipped them, however little they are tied to the problem.
        return _first([x for x in look.against(signal) if not _LISTED.search(x.quote)]), why

    return seen


def _unless_asked_first(signal: SignalId, limit: int, why: str) -> Callable[[Look], _Found]:
    """Skipped requirements, told only of who put no question before the first component or line of code."""
    skipped = _skipped(signal, limit, why)
    return lambda look: None if asked_first(look.material) else skipped(look)


def _undersold(limit: int) -> Callable[[Look], _Found]:
    def seen(look: Look) -> _Found:
        if look.value("tradeoffs") > limit or not look.below_senior:
            return None
        lacks = [what for what, sign in _WEIGHED if not sign.search(look.talk)]
        pieces = look.against("tradeoffs")
        if not lacks and not pieces:
            return None
        stand = f"stand {' and '.join(lacks)}" if lacks else "are named, and hardly weighed against each other"
        return _first(pieces), f"Choices {stand}."

    return seen


def _textbook(look: Look) -> _Found:
    low = max(look.value(signal) for signal in ("requirements", "depth", "tradeoffs", "coherence"))
    if low > 2 or look.value("requirements") + look.value("depth") > _BOTH_LOW:
        return None
    why = "The usual boxes, and no decision that this problem in particular called for."
    return _first(look.against("depth")) or _first(look.against("tradeoffs")), why


def _no_outcome(look: Look) -> _Found:
    if look.value("outcome") > 2 or not look.below_senior:
        return None
    pieces, told = look.against("outcome"), _RESULT.search(look.talk)
    if told and not pieces:
        return None
    return _first(pieces), "The results that are told do not settle what came of it." if told else _NO_RESULT


def _no_reflection(look: Look) -> _Found:
    pieces = look.against("reflection")
    empty = nothing_to_change(look.material.evidence)
    low = look.value("reflection") == 1 and not look.shown("reflection")
    return (_first(pieces), "Nothing specific that they would do differently.") if empty or low else None


def _we_not_i(look: Look) -> _Found:
    we, i = len(_WE.findall(look.talk)), len(_I.findall(look.talk))
    own = any(x.signal == "ownership" and x.polarity is Polarity.PLUS for x in look.material.evidence)
    decided = any(cue.rule == "decided" for heard in look.material.heard.values() for cue in heard.cues)
    shown = decided or (own and not look.against("ownership")) or look.value("action") > 2
    if shown or look.value("ownership") > 2 or we < _WE_SHARE * i or not we:
        return None
    why = f"“We” {_times(we)} and “I” {_times(i)}, and no decision that can be told apart from the team's."
    return _first([x for x in look.against("ownership") if _WE.search(x.quote)]), why


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _blames(look: Look) -> _Found:
    signal = "failure_ownership"
    if look.value(signal) > 2:
        return None
    pieces = [x for x in look.material.evidence if x.polarity is Polarity.MINUS and _BLAME.search(x.quote)]
    if not pieces:
        return None
    if look.shown(signal):
        return pieces[0], "The failure is somebody else's here; own part in it comes elsewhere, and not first."
    return pieces[0], "The failure is somebody else's here, and own part in it is not named."


def _bluff_design(look: Look) -> _Found:
    wrong = [x for x in look.against("depth") if disproves(x.why)]
    if wrong and look.value("depth") <= 2:
        return wrong[0], _WRONG
    return _collapsed(look, "depth") if look.value("depth") == 1 else None


def _bluff_coding(look: Look) -> _Found:
    wrong = [x for x in look.against("complexity") if disproves(x.why)]
    if wrong and look.value("complexity") <= 2:
        return wrong[0], _WRONG_BY_CODE if wrong[0].why.startswith(CODE_DISAGREES) else _WRONG
    failing = look.material.transcript.tests is not None and look.value("correctness") <= 2
    return _collapsed(look, "complexity") if failing and look.value("complexity") == 1 else None


def _collapsed(look: Look, signal: SignalId) -> _Found:
    """What was said without reservation and counts against the signal; a bluff that nobody can point at is none."""
    pieces = [x for x in look.against(signal) if not x.why and not _UNSURE.search(x.quote)]
    piece = _first(pieces)
    return (piece, "Said without reservation, and it did not carry the questions that followed.") if piece else None


def _silent(look: Look) -> _Found:
    transcript = look.material.transcript
    turns = transcript.candidate_turns
    longest = max((b.at - a.at - speaking(a.text) for a, b in itertools.pairwise(turns)), default=0.0)
    if not transcript.timed or look.value("communication") > 2 or longest < _SILENCE * max(1.0, transcript.length):
        return None
    lasted = f"{round(longest / 60)} minutes" if longest >= _MINUTES else f"{round(longest)} seconds"
    return None, f"{lasted} without a word in the longest stretch."


_PATTERNS: dict[Round, dict[MistakeId, Callable[[Look], _Found]]] = {
    Round.BEHAVIORAL: {
        "mid_level_altitude": _mid_level,
        "undersold_tradeoffs": _undersold(1),
        "no_measurable_outcome": _no_outcome,
        "we_not_i": _we_not_i,
        "no_reflection": _no_reflection,
        "blames_others": _blames,
    },
    Round.SYSTEM_DESIGN: {
        "skipped_requirements": _unless_asked_first(
            "requirements", 2, "Components came before it was settled what they are for."
        ),
        "undersold_tradeoffs": _undersold(2),
        "textbook_design": _textbook,
        "bluff": _bluff_design,
    },
    Round.CODING: {
        "skipped_requirements": _unless_asked_first(
            "clarify", 1, "Code came before a single question about input, limits or edge cases."
        ),
        "silent_coding": _silent,
        "bluff": _bluff_coding,
    },
}
