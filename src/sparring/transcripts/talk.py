"""Text and Markdown in which lines say who speaks: notes, chats, and the exports of Zoom, Teams, Meet and Otter."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sparring.domain.round import Seconds
from sparring.transcripts.labels import Label, could_be_name, role_of, speakers_among, tidy
from sparring.transcripts.plain import one_line
from sparring.transcripts.said import Recording, Said
from sparring.transcripts.times import TIME, seconds

_HEAD = 260
"""Characters of a line in which a speaker may be named; what follows is words."""

_NAME = r"(?P<name>[^\s:\uff1a*_<>{}\[\]=;|\"`#][^:\uff1a*<>{}\[\]=;|\"`]{0,58})"
_LEAD = r"\s{0,12}(?:[>\-*+•]\s{1,3}){0,2}(?:#{1,6}\s{1,3})?(?:\d{1,3}[.)]\s)?[*_]{0,3}"
_AT = rf"[\[(<]?(?P<at>{TIME})[\])>]?"
_DATE = r"(?:\d{1,4}[-./]\d{1,2}[-./]\d{2,4},?\s{1,3})"
_TAIL = rf"[*_]{{0,3}}\s?(?::[*_]{{0,3}}(?:\s{{1,{_HEAD}}}|$)|\uff1a[*_]{{0,3}}\s{{0,{_HEAD}}})"


@dataclass(frozen=True, slots=True)
class Shape:
    """One way in which a line, without the spaces at its end, says who speaks or when."""

    pattern: re.Pattern[str]
    sure: bool = True
    clock: bool = False
    """Times of two parts are hours and minutes."""


SHAPES: tuple[Shape, ...] = (
    # A Zoom chat.
    Shape(
        re.compile(
            rf"{_DATE}?(?P<at>{TIME})\s{{1,3}}From\s{{1,3}}(?P<name>\S(?:.{{0,56}}?\S)?)\s{{1,3}}to\s{{1,3}}"
            rf"[^:\n]{{1,60}}:(?:\s|$)"
        )
    ),
    # A phone chat.
    Shape(re.compile(rf"\[?{_DATE}(?P<at>{TIME})\]?\s{{0,3}}(?:[-–]\s)?{_NAME}:(?:\s|$)"), clock=True),
    # A stamped line.
    Shape(re.compile(rf"{_LEAD}{_AT}[*_]{{0,3}}\s{{0,12}}(?:[-–—|]\s{{0,12}})?[*_]{{0,3}}{_NAME}{_TAIL}")),
    # A name with its time.
    Shape(re.compile(rf"{_LEAD}{_NAME}\s{{0,3}}[\[(](?P<at>{TIME})[\])]{_TAIL}")),
    # A Zoom transcript.
    Shape(re.compile(rf"\[(?P<name>[^\[\]\n]{{1,60}})\]\s{{1,12}}(?P<at>{TIME})$")),
    # A name above its words.
    Shape(re.compile(rf"{_LEAD}{_NAME}[*_]{{0,3}}[\s,|–—-]{{1,3}}{_AT}[*_]{{0,3}}$")),
    # A time above its words.
    Shape(re.compile(rf"{_LEAD}{_AT}[*_]{{0,3}}\s{{1,12}}[*_]{{0,3}}{_NAME}[*_]{{0,3}}$")),
    # A time alone.
    Shape(re.compile(rf"{_LEAD}{_AT}[*_]{{0,3}}\s{{0,12}}(?:-->\s{{0,12}}{TIME})?$")),
    # A heading.
    Shape(re.compile(rf"\s{{0,3}}(?:#{{1,6}}\s{{1,3}}|[*_]{{2,3}}){_NAME}[*_]{{0,3}}$"), sure=False),
    # A label.
    Shape(re.compile(rf"{_LEAD}{_NAME}{_TAIL}"), sure=False),
)
"""Asked in order for every line; the first that fits tells what the line is."""

_DIGIT_COLON = re.compile(r"\d:\d\d")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, read as far as one line can be."""

    number: int
    text: str
    name: str | None = None
    at: Seconds | None = None
    rest: str = ""
    sure: bool = False


def read_talk(text: str) -> Recording:
    """The labelled stretches of a text; those before the first label have no name."""
    lines = tuple(_lines(text))
    roles, heads = _participants(lines)
    people = speakers_among(
        [Label(line.name, line.sure) for line in lines if line.name is not None and line.number not in heads]
    )
    said, preamble = _gather(lines, people, heads)
    named = any(piece.name for piece in said)
    notes = []
    if named and preamble:
        last = preamble[-1].number
        notes.append(f"Lines before the first speaker (up to line {last}) were left out.")
    return Recording("text", said if named else tuple(_paragraphs(lines)), tuple(notes), _title(preamble), roles=roles)


def _lines(text: str) -> Iterator[_Line]:
    raw = [line.rstrip() for line in text.split("\n")]
    fenced = _fenced(raw)
    for number, line in enumerate(raw, 1):
        read = _Line(number, line) if fenced[number - 1] else _read_line(number, line)
        above = raw[number - 2].strip() if number > 1 else ""
        talk = len(above) >= _HEAD or above.endswith((".", "?", "!", ","))
        if read.name is None and read.at is not None and not talk and could_be_name(tidy(above)):
            # Below other words a line is talk as likely as a name.
            read = replace(read, name=tidy(above), sure=number < 3 or not raw[number - 3].strip())
        yield read


def _fenced(raw: Sequence[str]) -> bytearray:
    """1 for each line of a closed code fence, fence lines included."""
    marks = bytearray(len(raw))
    opened: int | None = None
    for index, line in enumerate(raw):
        if ("```" not in line and "~~~" not in line) or not _FENCE.match(line):
            continue
        if opened is None or line.strip(" `~"):
            opened = index
        else:
            marks[opened : index + 1] = b"\1" * (index + 1 - opened)
            opened = None
    return marks


def _read_line(number: int, line: str) -> _Line:
    head = line[:_HEAD]
    has_time = _DIGIT_COLON.search(head) is not None
    marked = ":" in head or "\uff1a" in head or head.lstrip().startswith(("#", "**", "__"))
    if not has_time and not marked:
        return _Line(number, line)
    for shape in SHAPES:
        if "at" in shape.pattern.groupindex and not has_time:
            continue
        match = shape.pattern.match(head)
        if match is None:
            continue
        found = match.groupdict()
        name = tidy(found["name"]) if found.get("name") else None
        if name is not None and (not name or (shape.sure and not could_be_name(name, capitals=False))):
            continue
        at = seconds(found["at"], shape.clock) if found.get("at") else None
        return _Line(number, line, name, at, line[match.end() :] if match.end() < len(line) else "", shape.sure)
    return _Line(number, line)


def _participants(lines: Sequence[_Line]) -> tuple[tuple[tuple[str, str], ...], frozenset[int]]:
    """Roles that lines such as `Candidate: Priya Nair` at the top give to speakers, and the numbers of those lines.

    Only where each role comes once and the name after it speaks later, by its whole or its first word.
    """
    counts = Counter(line.name for line in lines if line.name is not None)
    roles: list[tuple[str, str]] = []
    heads: set[int] = set()
    for line in lines[:40]:
        role = role_of(line.name) if line.name is not None and counts[line.name] == 1 else None
        who = tidy(line.rest)
        if role is None or not who or not could_be_name(who):
            continue
        first = who.split()[0]
        speaking = [name for name in counts if name in (who, first)]
        roles += [(name, str(role)) for name in speaking]
        heads |= {line.number} if speaking else set()
    return tuple(roles), frozenset(heads)


def _gather(
    lines: Sequence[_Line], people: frozenset[str], heads: frozenset[int]
) -> tuple[tuple[Said, ...], list[_Line]]:
    """Stretches under their speakers, and the lines before the first."""
    said: list[Said] = []
    preamble: list[_Line] = []
    name: str | None = None
    start, at = 1, None
    body: list[str] = []
    pending: Seconds | None = None

    def close() -> None:
        if name is not None:
            said.append(Said(start, name, at, joined(body)))

    for line in lines:
        if line.name is not None and line.name in people and line.number not in heads:
            if not line.rest and body and tidy(body[-1]) == line.name:
                body.pop()
            close()
            name, start, body = line.name, line.number, [line.rest]
            at, pending = (line.at if line.at is not None else pending), None
        elif line.name is None and line.at is not None:
            close()
            start, at, body = line.number, line.at, []
            pending = line.at
        elif name is None:
            preamble.append(line)
        else:
            body.append(line.text)
    close()
    return tuple(piece for piece in said if piece.text), [line for line in preamble if line.text.strip()]


def joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one, lists and code line by line, paragraphs apart."""
    parts: list[str] = []
    fenced = _fenced(lines)
    for index, line in enumerate(lines):
        if fenced[index]:
            parts.append("\n" + line.rstrip())
        elif not line.strip():
            parts.append("\n\n")
        elif _starts_item(line) or (index and fenced[index - 1]):
            parts.append("\n" + line.strip())
        else:
            parts.append(("" if parts and parts[-1].endswith("\n") else " ") + line.strip())
    text = "".join(parts).strip("\n ")
    return re.sub(r"\n[ \n]*\n", "\n\n", text)


def _starts_item(line: str) -> bool:
    return re.match(r"\s{0,8}(?:[-*+•]|\d{1,2}[.)])\s", line) is not None


def _paragraphs(lines: Sequence[_Line]) -> Iterator[Said]:
    """A text without speakers, a paragraph at a time."""
    body: list[str] = []
    start, at = 1, None
    for line in (*lines, _Line(len(lines) + 1, "")):
        if line.text.strip() and not (line.name is None and line.at is not None):
            start = start if body else line.number
            body.append(line.text)
            continue
        if body:
            yield Said(start, None, at, joined(body))
            body, at = [], None
        at = line.at if line.at is not None else at


def _title(preamble: Sequence[_Line]) -> str:
    """The first heading before anybody speaks."""
    for line in preamble:
        if line.text.lstrip().startswith("#"):
            return one_line(line.text.strip("# \t"), 90)
    return ""
