"""Says in one sentence what carried a rating, the altitude and the verdict."""

from collections.abc import Sequence

from sparring.assessment.asking import sentence_for
from sparring.assessment.calling import Call
from sparring.assessment.grading import Grade, Material, Ungraded, measured
from sparring.assessment.quoting import short
from sparring.assessment.shortness import too_short
from sparring.domain.evidence import Evidence, Source
from sparring.domain.round import Altitude, Verdict, clock
from sparring.domain.rubric import Rubric, SignalId
from sparring.domain.transcript import Transcript

_FOREIGN = "It could not be judged: the talk is in a language that the rater does not read."
_COUNT = ("no", "one", "two", "three", "four")


def rating_reason(grade: Grade, m: Material) -> str:
    """What carried a rating."""
    if measured(grade.signal, m.transcript) is not None:
        return _sentence(grade.note)
    if m.substance.nothing:
        return _sentence(m.substance.nothing)
    parts = [_positive(grade, m), _negative(grade, m), _coded(grade, m), grade.ran]
    text = _sentence("; ".join(part for part in parts if part)) if any(parts) else _bare(grade, m)
    return f"{text} Held at {grade.value}: {grade.note}." if grade.note and any(parts) else text


def _positive(grade: Grade, m: Material) -> str:
    if not grade.positive:
        return ""
    pieces = [m.evidence[i] for i in grade.positive]
    first, more = _best(pieces, grade.value), len(pieces) - 1
    how = "unasked" if first.volunteered else "once asked"
    same = sum(x.volunteered is first.volunteered for x in pieces) - 1
    others = "once asked" if first.volunteered else "unasked"
    also = f", and {_COUNT[min(4, more)]} more" if more else ""
    if more and same < more:
        also += f", {others if not same else f'{_COUNT[min(4, more - same)]} of them {others}'}"
    return f"{how}{_when(m.transcript, first)}: “{short(first.quote)}”{also}"


def _best(pieces: Sequence[Evidence], value: int) -> Evidence:
    """The piece to name first: for a high rating one that was volunteered."""
    return next((x for x in pieces if x.volunteered), pieces[0]) if value >= 3 else pieces[0]


def _negative(grade: Grade, m: Material) -> str:
    if not grade.negative:
        return ""
    piece = m.evidence[grade.negative[0]]
    why = f" ({piece.why})" if piece.why else ""
    lead = "against it" if grade.positive else "what was said points the other way"
    more = len(grade.negative) - 1
    also = f", and {_COUNT[min(4, more)]} more" if more else ""
    return f"{lead}{_when(m.transcript, piece)}: “{short(piece.quote)}”{why}{also}"


def _coded(grade: Grade, m: Material) -> str:
    """What the code itself shows, for the signals that are about the code."""
    if grade.signal == "code_quality" and m.code.findings:
        first, more = m.code.findings[0], len(m.code.findings) - 1
        also = f", and {more} more such place{'s' if more > 1 else ''}" if more else ""
        return f"in the code, line {first.line}: `{short(first.quote)}` ({first.what}){also}"
    return ""


def _bare(grade: Grade, m: Material) -> str:
    if grade.note:
        return _sentence(f"{grade.note}")
    if grade.signal == "code_quality" and m.transcript.code:
        return "Nobody spoke of it, and the code has nothing a reviewer would stop at: rated from the round as a whole."
    if grade.asked is not None:
        question = f"“{short(sentence_for(m.transcript.round, grade.asked, grade.signal), 24)}”"
        if len(m.transcript.candidate_turns) < 2:
            return f"{question} asks for it; the program found no sentence of the answer to cite for it."
        at = clock(grade.asked.at, timed=m.transcript.timed)
        return f"Asked for at {at} ({question}); the program found no sentence to cite for it."
    return "The program heard no question for it, and found no sentence to cite."


def _when(transcript: Transcript, piece: Evidence) -> str:
    """Where in the round; nothing where there is but one turn to look in."""
    if len(transcript.candidate_turns) < 2:
        return ""
    at = next(turn.at for turn in transcript.turns if turn.i == piece.turn)
    return f" at {clock(at, timed=transcript.timed)}"


def altitude_reason(called: Call, grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric) -> str:
    """Which signals hold the altitude up and which hold it down."""
    if m.substance.foreign:
        return _FOREIGN
    if m.substance.nothing:
        return _sentence(f"there is nothing to hear a level in: {m.substance.nothing}")
    rated = [x for x in grades if isinstance(x, Grade)]
    up = _titles([x.signal for x in _ranked(rated) if x.value >= 3 and x.positive][:3], m, rubric)
    down = _titles([x.signal for x in reversed(_ranked(rated)) if x.value <= 2][:3], m, rubric)
    if called.altitude.rank >= Altitude.SENIOR.rank:
        text = f"Carried by: {up}." if up else "Carried by the whole."
        return text + (f" Below the bar: {down}." if down else "")
    if up:
        return f"At the senior bar: {up}. Below it: {down}." if down else f"At the senior bar: {up}; the whole is not."
    text = f"Below the senior bar: {down}" if down else "What was said stayed below the senior bar"
    return f"{text}. Nothing that could be cited reached it."


def verdict_reason(
    called: Call, grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric, target: Altitude
) -> str:
    """Why the round passes at the target level or does not."""
    if m.substance.foreign:
        return _FOREIGN
    if m.substance.nothing:
        return _sentence(f"evidence or no rating: {m.substance.nothing}")
    close = _tipping(called, grades, m, rubric)
    level = called.altitude.value
    if called.blocked:
        names = _titles(called.blocked, m, rubric)
        return f"{_capital(names)} rated 1, and a 1 there alone rules out a hire at {target.value}.{close}"
    if called.altitude.rank < target.rank:
        return f"The talk is at {level} altitude, and {target.value} was asked.{close}"
    if called.missing:
        names = _titles(called.missing, m, rubric)
        return f"Nothing was seen of {names}, which decides this round: a hire cannot be called on the rest."
    if called.verdict.rank >= Verdict.HIRE.rank:
        weak = _titles([x.signal for x in grades if isinstance(x, Grade) and x.value <= 2][:2], m, rubric)
        rest = f" {_capital(weak)} would be raised in the discussion." if weak else ""
        asked = "as asked" if called.altitude is target else f"above the {target.value} that was asked"
        passed = f"The talk is at {level} altitude, {asked}, and nothing in it rules a hire out."
        return f"{passed}{_held(m)}{rest}{close}"
    return f"It touches {target.value} in places, but the ratings together stay under the bar.{close}"


def _held(m: Material) -> str:
    """Why a good round is not called an exceptional one, where it is too short for that."""
    clause = too_short(m.transcript)
    return f" It cannot be more than that here, because {clause}." if clause else ""


def _tipping(called: Call, grades: Sequence[Grade | Ungraded], m: Material, rubric: Rubric) -> str:
    """For a close call, the signals nearest to the bar, a 2 or a 3: a little more or less there tips it."""
    if not too_close(called):
        return ""
    rated = [x for x in grades if isinstance(x, Grade) and x.source is not Source.MEASURED and 1 < x.value < 4]
    nearest = sorted(rated, key=lambda x: abs(x.expected - m.calibration.cuts[1]))[:2]
    names = _titles([x.signal for x in nearest], m, rubric)
    return f" Too close to call: {names} could tip it either way." if names else " Too close to call."


def too_close(called: Call) -> bool:
    """Whether the interval of the verdict holds both hire and no hire."""
    return called.verdict_low.rank < Verdict.HIRE.rank <= called.verdict_high.rank


def _ranked(rated: Sequence[Grade]) -> list[Grade]:
    return sorted(rated, key=lambda x: -x.expected)


def _titles(signals: Sequence[SignalId], m: Material, rubric: Rubric) -> str:
    titles = (rubric.signal(m.transcript.round, signal).title for signal in signals)
    names = [title[:1].lower() + title[1:] for title in titles]
    if any("," in name or " and " in name for name in names):
        return "; ".join(names)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _sentence(text: str) -> str:
    return _capital(text.rstrip(".")) + "."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
