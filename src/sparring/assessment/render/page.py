"""What every page of a debrief says, in the order in which it says it, before it has a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sparring.assessment.render.sources import source_of, source_of_mistake
from sparring.assessment.render.transcript import Line, lines
from sparring.assessment.render.words import doubt, flat, heading, span, steps_apart
from sparring.domain.debrief import (
    Check,
    Curveball,
    CurveballKind,
    Debrief,
    Drill,
    FailedCase,
    Held,
    MistakeSeen,
    NotSeen,
    OneLevelUp,
    Rating,
    Reaction,
    Reference,
    Rep,
)
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import ClaimKind
from sparring.domain.round import Altitude, Seconds, clock
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.transcript import Transcript
from sparring.transcripts.plain import plain

_HELD: Mapping[Held, str] = MappingProxyType(
    {
        Held.HELD: "Held.",
        Held.NAMED: "Named, and left there.",
        Held.SHORT: "As the program reads it, this does not hold: it is wrong, or nothing is behind it. "
        "One such line in four errs.",
        Held.OPEN: "Whether it held the program cannot tell. Read it beside what a senior has.",
        Held.UNKNOWN: "You said that you do not know: honest, and it still leaves the question open.",
        Held.MISSED: "The program heard nothing of “{facet}” in the answer at {at}. If it is there, pass over this.",
    }
)
"""What became of a drill, in a sentence."""

_REACTED: Mapping[Reaction, str] = MappingProxyType(
    {
        Reaction.OBJECTED: "A suggestion that is wrong here, and you objected.",
        Reaction.TOOK_IT: "A suggestion that is wrong here, and you went along with it.",
        Reaction.TOOK_BACK: "A suggestion that is wrong here: you went along with it, and took it back.",
        Reaction.OPEN: "A suggestion that is wrong here. Whether you took it is left to your own reading.",
    }
)
"""What became of a wrong suggestion, in a sentence."""

_PUT: Mapping[CurveballKind, str] = MappingProxyType(
    {
        CurveballKind.CHANGE: "A requirement that changed.",
        CurveballKind.TRAP: "A question that leads towards a weak answer.",
    }
)
"""What a curveball that the program does not judge was, in a sentence."""

_NOTED: Mapping[CurveballKind, str] = MappingProxyType(
    {CurveballKind.CHANGE: "A strong reaction", CurveballKind.TRAP: "A weak answer"}
)
"""Whose doings the author's note of a curveball tells, where it does not say so itself."""

_RIGHT: Mapping[ClaimKind, str] = MappingProxyType(
    {
        ClaimKind.ARITHMETIC: "Worked out",
        ClaimKind.COMPLEXITY: "Expected here",
        ClaimKind.BELIEF: "What holds",
    }
)
_LOST, _HELD_SHOWN = 6, 3
"""Drills shown of those that did not hold, and of those that did."""

_PLAINEST = (Held.SHORT, Held.UNKNOWN, Held.NAMED, Held.MISSED, Held.OPEN)
"""What became of drills that did not hold, the plainest first."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The candidate's own words, with where they stand."""

    turn: int | None
    """The turn to link to; None where nothing is quoted."""

    clock: str
    """`12:03`, `~12:03` where the time is an estimate, empty where there is no turn."""

    text: str

    @property
    def place(self) -> str:
        """`12:03 · turn 7`."""
        return "" if self.turn is None else f"{self.clock} · turn {self.turn}"


@dataclass(frozen=True, slots=True)
class Call:
    """The verdict or the altitude with its interval."""

    value: str
    low: str
    high: str
    range: str
    """`perhaps senior`, empty where both ends are the value."""

    reason: str
    too_close: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """One piece of evidence."""

    cited: Cited
    for_better: bool
    volunteered: bool
    why: str
    source: str

    @property
    def how(self) -> str:
        """Whether it came unasked; empty for what counts against a signal, which nobody is meant to bring sooner."""
        return ("volunteered" if self.volunteered else "prompted") if self.for_better else ""


@dataclass(frozen=True, slots=True)
class Rated:
    """A signal that was rated."""

    id: SignalId
    title: str
    question: str
    value: int
    interval: str
    boxes: str
    volunteered: int
    prompted: int
    against: int
    reason: str
    source: str
    met: tuple[str, ...]
    missed: tuple[str, ...]
    """`for a 4: names its price`, and of what the rating itself asks for `not heard: names its price`."""

    seen: tuple[Seen, ...]
    opinions: str = ""
    """`local raters 2, second opinion 3`; empty where one rater spoke alone."""

    @property
    def rater(self) -> str:
        """Who rated; where two did, what each said."""
        return self.opinions or self.source

    @property
    def counts(self) -> str:
        """`2 volunteered, 1 prompted, 1 against`; where no quote carries the rating and nothing was measured, that."""
        pairs = ((self.volunteered, "volunteered"), (self.prompted, "prompted"), (self.against, "against"))
        said = ", ".join(f"{number} {word}" for number, word in pairs if number)
        return said or ("" if self.source == Source.MEASURED else "nothing cited")


@dataclass(frozen=True, slots=True)
class Told:
    """A quote (or none) with a heading and what is to be said of it."""

    title: str
    cited: Cited
    says: str
    source: str
    for_better: bool = True
    unsure: bool = False
    """Whether it was for better is left to the reader."""

    more: str = ""
    voiced: str = ""
    """The candidate's passage one level up, by a language model."""


@dataclass(frozen=True, slots=True)
class Page:
    """A debrief, ready for any form."""

    id: str
    rater: str
    title: str
    about: str
    """`system design · held against senior`."""

    verdict: Call
    altitude: Call
    ladder: tuple[tuple[str, str], ...]
    """Each altitude from junior to staff, as `here`, `within` the interval, or empty."""

    altitude_means: str
    prediction: str
    moments: tuple[Told, ...]
    rated: tuple[Rated, ...]
    mistakes: tuple[Told, ...]
    ups: tuple[Told, ...]
    levels: tuple[tuple[str, str, str], ...]
    """(altitude, what it does with this very question, `here` at the one that was called), the lowest first."""

    solution: str
    """A solution by the question's author; empty where there is none, or the round is open."""

    solution_note: str
    """What it costs, and why."""

    board: tuple[tuple[str, str, str], ...]
    """(from, to, what goes there) of a board that would do, by the question's author."""

    checks: tuple[Told, ...]
    failed: tuple[FailedCase, ...]
    drills: tuple[Told, ...]
    """Each with the question as its heading; `for_better` where the answer held. The first few of many."""

    drilled: str
    """How many held: `3 of 15 held`; empty where nothing was drilled."""

    curveballs: tuple[Told, ...]
    """Each with what was put as its heading, and in `more` the note of its author."""

    unseen: tuple[tuple[str, str], ...]
    reps: tuple[Rep, ...]
    caveats: tuple[str, ...]
    lines: tuple[Line, ...]
    code: str
    tests: str


def page_of(debrief: Debrief, transcript: Transcript, rubric: Rubric) -> Page:
    """Gather what the pages say. Foreign text comes out without escapes and control characters."""
    writer = _Writer(debrief, transcript, rubric)
    verdict, altitude = debrief.verdict, debrief.altitude
    reference = debrief.reference or Reference()
    return Page(
        id=flat(debrief.id),
        rater=flat(debrief.rater),
        title=flat(debrief.title),
        about=f"{debrief.round.label} · held against {debrief.target_level}",
        verdict=Call(
            verdict.value.label,
            verdict.low.label,
            verdict.high.label,
            doubt(verdict.value, verdict.low, verdict.high),
            flat(verdict.reason),
            verdict.too_close,
        ),
        altitude=Call(
            str(altitude.value),
            str(altitude.low),
            str(altitude.high),
            span(altitude.value, altitude.low, altitude.high),
            flat(altitude.reason),
        ),
        ladder=writer.ladder(),
        altitude_means=flat(rubric.altitudes.get(altitude.value, {}).get(debrief.round, "")),
        prediction=writer.prediction(),
        moments=tuple(writer.moments()),
        rated=tuple(writer.rated(score) for score in debrief.scores if isinstance(score, Rating)),
        mistakes=tuple(writer.mistake(seen) for seen in debrief.mistakes),
        ups=tuple(writer.up(up) for up in debrief.one_level_up),
        levels=tuple((str(a), flat(does), "here" * (a is altitude.value)) for a, does in debrief.levels),
        solution=plain(reference.code).rstrip(),
        solution_note=flat(reference.note),
        board=tuple((flat(a), flat(b), flat(what)) for a, b, what in reference.board),
        checks=tuple(writer.check(check) for check in debrief.checks),
        failed=tuple(FailedCase(flat(x.why), x.stage, plain(x.run), flat(x.expected)) for x in debrief.failed_cases),
        drills=tuple(writer.drill(drill) for drill in _shown(debrief.drills)),
        drilled=_drilled(debrief.drills),
        curveballs=tuple(writer.curveball(each) for each in debrief.curveballs),
        unseen=tuple((writer.title(s.signal), flat(s.reason)) for s in debrief.scores if isinstance(s, NotSeen)),
        reps=tuple(Rep(rep.signal, flat(rep.title), flat(rep.do), flat(rep.command)) for rep in debrief.reps),
        caveats=tuple(dict.fromkeys(flat(said) for said in (*debrief.caveats, *transcript.notes))),
        lines=tuple(lines(debrief, transcript)),
        code=plain(transcript.code[-1].text).rstrip() if transcript.code else "",
        tests=f"{transcript.tests.passed} of {transcript.tests.total} cases passed" if transcript.tests else "",
    )


def _shown(drills: tuple[Drill, ...]) -> list[Drill]:
    """Some drills that did not hold, the plainest first, and the first that did, in the order of the round."""
    lost = [drill for drill in drills if drill.held is not Held.HELD]
    lost = sorted(lost, key=lambda drill: _PLAINEST.index(drill.held))[:_LOST]
    held = [drill for drill in drills if drill.held is Held.HELD][:_HELD_SHOWN]
    return sorted((*lost, *held), key=lambda drill: drill.turn)


def _opinions(score: Rating) -> str:
    """What each of two raters said; empty where one spoke alone."""
    if score.second is None:
        return ""
    return f"local raters {score.alone or 'not seen'}, second opinion {score.second}"


def _noted(kind: CurveballKind, meant: str) -> str:
    """The author's note as a sentence with its subject: notes on changes and traps may begin with the verb."""
    lead = _NOTED.get(kind)
    return meant if lead is None or meant.startswith("A strong ") else f"{lead} {meant[:1].lower()}{meant[1:]}"


def _drilled(drills: tuple[Drill, ...]) -> str:
    if not drills:
        return ""
    held, unsure, unheard = (sum(drill.held is x for drill in drills) for x in (Held.HELD, Held.OPEN, Held.MISSED))
    shown = len(_shown(drills))
    left = f", {unsure} the program cannot tell" if unsure else ""
    left += f", in {unheard} it heard nothing of what was asked" if unheard else ""
    more = f"; {shown} are shown" if shown < len(drills) else ""
    return f"{held} of {len(drills)} held{left}{more}."


@dataclass(frozen=True, slots=True)
class _Writer:
    """The three values that every sentence is made from."""

    debrief: Debrief
    transcript: Transcript
    rubric: Rubric

    def title(self, signal: SignalId) -> str:
        """The signal as the rubric calls it; its id made readable where the rubric does not know it."""
        known = {each.id: each.title for each in self.rubric.signals.get(self.debrief.round, ())}
        return flat(known.get(signal, heading(signal)))

    def cited(self, turn: int | None, quote: str, at: Seconds | None = None) -> Cited:
        turns = self.transcript.turns
        if turn is None or not 0 <= turn < len(turns):
            return Cited(None, "", flat(quote))
        begins = turns[turn].at if at is None else at
        return Cited(turn, clock(begins, timed=self.transcript.timed), flat(quote))

    def ladder(self) -> tuple[tuple[str, str], ...]:
        call = self.debrief.altitude
        within = range(call.low.rank, call.high.rank + 1)
        return tuple((str(a), "here" if a is call.value else "within" * (a.rank in within)) for a in Altitude)

    def prediction(self) -> str:
        said, came = self.debrief.prediction, self.debrief.verdict.value
        if said is None:
            return ""
        if said is came:
            return f"You predicted {said.label}, and that is what it came to."
        return f"You predicted {said.label}; it came to {came.label}: you were {steps_apart(said.rank - came.rank)}."

    def moments(self) -> list[Told]:
        return [
            Told(
                "",
                self.cited(moment.turn, moment.quote, moment.at),
                flat(moment.what),
                source_of(self.debrief.evidence, moment.turn, moment.quote),
                moment.helped,
            )
            for moment in self.debrief.moments
        ]

    def rated(self, score: Rating) -> Rated:
        evidence = [self.debrief.evidence[i] for i in score.evidence if 0 <= i < len(self.debrief.evidence)]
        plus = [piece for piece in evidence if piece.polarity is Polarity.PLUS]
        known = {each.id: each.question for each in self.rubric.signals.get(self.debrief.round, ())}
        return Rated(
            id=score.signal,
            title=self.title(score.signal),
            question=flat(known.get(score.signal, "")),
            value=score.value,
            interval=f"{score.low:.1f}–{score.high:.1f}" if score.low < score.high else "measured",
            boxes="■" * score.value + "□" * (4 - score.value),
            volunteered=sum(piece.volunteered for piece in plus),
            prompted=sum(not piece.volunteered for piece in plus),
            against=len(evidence) - len(plus),
            reason=flat(score.reason),
            source=str(score.source),
            met=tuple(flat(anchor) for anchor in score.anchors_met),
            missed=(
                *(f"not heard: {flat(anchor)}" for anchor in score.anchors_unheard),
                *(f"for a {score.value + 1}: {flat(anchor)}" for anchor in score.anchors_missed),
            ),
            seen=tuple(self.seen(piece) for piece in evidence),
            opinions=_opinions(score),
        )

    def seen(self, piece: Evidence) -> Seen:
        return Seen(
            self.cited(piece.turn, piece.quote),
            piece.polarity is Polarity.PLUS,
            piece.volunteered,
            flat(piece.why),
            str(piece.source),
        )

    def mistake(self, seen: MistakeSeen) -> Told:
        known = {each.id: each for each in self.rubric.mistakes}
        named = known.get(seen.mistake)
        return Told(
            flat(named.title) if named else heading(seen.mistake),
            self.cited(seen.turn, seen.quote),
            flat(seen.why),
            source_of_mistake(self.debrief, seen),
            for_better=False,
            more=flat(named.instead) if named else "",
        )

    def up(self, up: OneLevelUp) -> Told:
        target = Altitude.of_rank(up.sounded.rank + 1)
        return Told(
            f"{self.title(up.signal)}: this sounded {up.sounded}",
            self.cited(up.turn, up.quote),
            flat(up.would_contain),
            source_of(self.debrief.evidence, up.turn, up.quote),
            more=f"Towards {target}" if target is not up.sounded else "Further up",
            voiced=flat(up.sounds),
        )

    def check(self, check: Check) -> Told:
        said = "Heard as" if check.kind is ClaimKind.BELIEF else "Said"
        stated = f"{said}: {flat(check.stated).rstrip('.')}. {_RIGHT[check.kind]}: {flat(check.computed).rstrip('.')}."
        return Told(
            heading(check.kind),
            self.cited(check.turn, check.quote),
            flat(check.explanation),
            "measured",
            check.holds,
            more=stated,
        )

    def drill(self, drill: Drill) -> Told:
        held = drill.held is Held.HELD
        return Told(
            flat(drill.asked),
            self.cited(drill.answer, drill.quote),
            _HELD[drill.held].format(facet=flat(drill.facet), at=self.cited(drill.answer, "").clock),
            "measured",
            held,
            drill.held in (Held.OPEN, Held.MISSED),
            more="" if held else flat(drill.senior),
        )

    def curveball(self, put: Curveball) -> Told:
        return Told(
            flat(put.says),
            self.cited(put.answer, put.quote),
            _REACTED[put.reaction] if put.kind is CurveballKind.WRONG_HINT else _PUT[put.kind],
            "" if put.reaction is Reaction.OPEN else "measured",
            put.reaction is not Reaction.TOOK_IT,
            more=_noted(put.kind, flat(put.meant)),
        )
