"""The labelled corpus's own format: one session an object, as JSON or one a line."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NoReturn, TypeVar

from sparring.domain.round import Altitude, Round, Seconds
from sparring.domain.transcript import Snapshot, Speaker, TestRun, Transcript, Turn
from sparring.transcripts.errors import Empty, Malformed, NoCandidate, Truncated, UnknownRound
from sparring.transcripts.guesses import guess_round, guess_style, guess_title
from sparring.transcripts.plain import one_line, plain
from sparring.transcripts.said import Said
from sparring.transcripts.times import placed
from sparring.transcripts.wanted import Wanted

LONGEST = 3_600_000.0
"""Seconds: a thousand hours. A time beyond it is a mistake, not a round."""

STYLES = ("spoken", "typed", "asr")
_RATED = ("ratings", "verdict", "evidence")
_NOTHING = Wanted()
_ITEM = re.compile(r"[^\s,]")
KindT = TypeVar("KindT")


def looks_like_json(text: str) -> bool:
    """Whether the text begins as a JSON object or an array of objects does."""
    head = text[:4096].lstrip()
    return head.startswith("{") or (head.startswith("[") and head[1:].lstrip()[:1] in ("{", "]", "["))


def read_sessions(text: str, wanted: Wanted) -> tuple[Transcript, ...]:
    """Every session of a JSON or JSONL text. Raises a TranscriptError that names the line."""
    seen: dict[str, int | None] = {}
    sessions = []
    for number, (line, obj) in enumerate(_objects(text), 1):
        session = read_session(obj, line=line, number=number, wanted=wanted)
        if session.id in seen:
            raise Malformed(
                line, "an id used once", f"{session.id} again, as on line {seen[session.id]}", "Rename one of the two."
            )
        seen[session.id] = line
        sessions.append(session)
    if not sessions:
        raise Empty("There is no session in it.")
    return tuple(sessions)


def read_session(
    obj: Mapping[str, object], *, line: int | None = None, number: int = 1, wanted: Wanted = _NOTHING
) -> Transcript:
    """One session out of its parsed JSON object; its turns are numbered from 0.

    Args:
        obj: the object, as docs/transcripts.md describes it.
        line: where it stands in its file, for messages.
        number: which session of its file it is, from 1; the id of one without an id.
        wanted: what the caller knows; the object's own level wins.

    Raises:
        TranscriptError: where it is not a session.
    """
    _refuse_label(obj, line)
    notes: list[str] = []
    items = _need(obj, "turns", list, line)
    turns = _turns(items, line, notes)
    timed = any(_object(item, line).get("t") is not None for item in items)
    if not timed:
        turns = _placed(turns, notes)
    if not any(turn.speaker is Speaker.CANDIDATE for turn in turns):
        if turns:
            raise NoCandidate(["interviewer"], line)
        raise Empty("The session has no turns.", line)
    title = one_line(wanted.title or "") or one_line(_text(obj, "title", line))
    round_ = wanted.round or _round(obj, turns, title, line, notes)
    title = title or guess_title(turns, round_)
    return Transcript(
        id=one_line(_text(obj, "id", line)) or f"session-{number}",
        round=round_,
        question=wanted.question or one_line(_text(obj, "question", line)) or title,
        title=title,
        turns=turns,
        target_level=_level(obj, wanted.level, line),
        style=_style(obj, turns, line),
        code=_code(obj, line),
        tests=_tests(obj, line),
        timed=timed,
        notes=tuple(notes),
    )


def _objects(text: str) -> Iterator[tuple[int | None, Mapping[str, object]]]:
    """Each session object with the line it begins on."""
    first = text.lstrip().split("\n", 1)[0]
    whole = not _stands_alone(first)
    if whole:
        value = _parse(text, None)
        if not isinstance(value, list):
            yield None, _object(value, None)
            return
        for line, item in zip(_beginnings(text), value, strict=True):
            yield line, _object(item, line)
        return
    for number, part in enumerate(text.split("\n"), 1):
        if part.strip():
            value = _parse(part, number)
            for item in value if isinstance(value, list) else [value]:
                yield number, _object(item, number)


def _beginnings(text: str) -> Iterator[int]:
    """The line on which each item of a well-formed array begins."""
    decoder = json.JSONDecoder()
    line, counted, at = 1, 0, text.index("[") + 1
    while (found := _ITEM.search(text, at)) and found.group() != "]":
        line += text.count("\n", counted, found.start())
        yield line
        counted = found.start()
        _, at = decoder.raw_decode(text, counted)


def _stands_alone(first: str) -> bool:
    """Whether the first line is a whole JSON value, so that the file has one a line."""
    try:
        _parse(first, 1)
    except Truncated:
        return False
    except Malformed:
        return first.count('"turns"') > 0
    return True


def _parse(text: str, line: int | None) -> object:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        at = line if line is not None else error.lineno
        if not text[error.pos :].strip() or error.msg.startswith("Unterminated string"):
            raise Truncated(at, "the rest of a JSON value") from None
        raise Malformed(at, f"JSON ({error.msg.lower()})", text[error.pos : error.pos + 40]) from None
    except RecursionError:
        raise Malformed(line, "a session", "JSON nested hundreds deep") from None
    except ValueError as error:
        raise Malformed(line, "JSON with ordinary numbers", str(error)) from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name}, which is no number")


def _object(value: object, line: int | None) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise Malformed(line, "a session object", _kind(value), "See docs/transcripts.md for the fields of a session.")


def _refuse_label(obj: Mapping[str, object], line: int | None) -> None:
    if "turns" not in obj and any(key in obj for key in _RATED):
        raise Malformed(
            line, "a session with 'turns'", "a label or a debrief", "Give the session that was rated, not its rating."
        )


def _need(obj: Mapping[str, object], key: str, kind: type[KindT], line: int | None) -> KindT:
    value = obj.get(key)
    if isinstance(value, kind):
        return value
    got = _kind(value) if key in obj else "nothing"
    raise Malformed(line, f"'{key}' as {_KINDS[kind]}", got, "See docs/transcripts.md for the fields of a session.")


_KINDS: Mapping[type, str] = {list: "a list", str: "text", dict: "an object"}


def _kind(value: object) -> str:
    for kind, name in ((bool, "true or false"), (str, "text"), (list, "a list"), (dict, "an object")):
        if isinstance(value, kind):
            return name
    return "null" if value is None else f"the number {str(value)[:30]}"


def _text(obj: Mapping[str, object], key: str, line: int | None) -> str:
    return _need(obj, key, str, line) if obj.get(key) is not None else ""


def _turns(items: list[object], line: int | None, notes: list[str]) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    back, renumbered, latest = 0, False, 0.0
    for position, item in enumerate(items):
        turn = _object(item, line)
        where = f"turn {position}"
        at = _seconds(turn, where, line)
        back += at < latest
        latest = max(latest, at)
        renumbered |= turn.get("i", position) != position
        turns.append(Turn(position, latest, _speaker(turn, where, line), plain(_need(turn, "text", str, line))))
    if back:
        notes.append(f"{back} turns have a time before the turn above them; they keep their place in the file.")
    if renumbered:
        notes.append("Turns were numbered anew from 0, in the order of the file.")
    return tuple(turns)


def _placed(turns: tuple[Turn, ...], notes: list[str]) -> tuple[Turn, ...]:
    """Turns that have no times, each where its words would come."""
    times, _, said = placed([Said(turn.i + 1, None, None, turn.text) for turn in turns])
    notes.extend(said)
    return tuple(replace(turn, at=at) for turn, at in zip(turns, times, strict=True))


def _seconds(obj: Mapping[str, object], where: str, line: int | None) -> Seconds:
    value = obj.get("t", 0)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(line, f"'t' of {where} in seconds", _kind(value))
    if abs(value) > LONGEST or not math.isfinite(value):
        raise Malformed(line, f"'t' of {where} in seconds", f"{str(value)[:30]}")
    return max(0.0, float(value))


def _speaker(turn: Mapping[str, object], where: str, line: int | None) -> Speaker:
    value = turn.get("speaker")
    if isinstance(value, str) and value in tuple(Speaker):
        return Speaker(value)
    got = value if isinstance(value, str) else _kind(value)
    raise Malformed(line, f"'speaker' of {where} to be interviewer or candidate", got)


def _round(obj: Mapping[str, object], turns: tuple[Turn, ...], title: str, line: int | None, notes: list[str]) -> Round:
    value = obj.get("round")
    if value is None:
        guess, why = guess_round(turns, title)
        notes.append(why)
        return guess
    if isinstance(value, str) and value in tuple(Round):
        return Round(value)
    raise UnknownRound(value if isinstance(value, str) else _kind(value), line)


def _level(obj: Mapping[str, object], otherwise: Altitude, line: int | None) -> Altitude:
    value = obj.get("target_level") or otherwise
    if isinstance(value, str) and value in tuple(Altitude):
        return Altitude(value)
    raise Malformed(line, "'target_level' to be junior, mid, senior or staff", str(value))


def _style(obj: Mapping[str, object], turns: tuple[Turn, ...], line: int | None) -> str:
    value = _text(obj, "style", line)
    if value in STYLES:
        return value
    return guess_style([turn for turn in turns if turn.speaker is Speaker.CANDIDATE], spoken=False)


def _code(obj: Mapping[str, object], line: int | None) -> tuple[Snapshot, ...]:
    if obj.get("code") is None:
        return ()
    shots = []
    for position, item in enumerate(_need(obj, "code", list, line)):
        shot = _object(item, line)
        at = _seconds(shot, f"code {position}", line)
        shots.append(
            Snapshot(at, one_line(_text(shot, "language", line)) or "python", plain(_text(shot, "text", line)))
        )
    return tuple(sorted(shots, key=lambda shot: shot.at))


def _tests(obj: Mapping[str, object], line: int | None) -> TestRun | None:
    if obj.get("tests") is None:
        return None
    run = _need(obj, "tests", dict, line)
    counts = [run.get(key) for key in ("passed", "total")]
    passed, total = (value if isinstance(value, int) and not isinstance(value, bool) else -1 for value in counts)
    if not 0 <= passed <= total:
        raise Malformed(line, "'tests' with 0 <= passed <= total", f"{str(counts[0])[:20]} of {str(counts[1])[:20]}")
    return TestRun(passed, total)
