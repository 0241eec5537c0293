"""WebVTT and SRT: cues with times, and speakers as tags or before a colon."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sparring.domain.round import Seconds
from sparring.transcripts.errors import Empty, Malformed, Truncated
from sparring.transcripts.labels import Label, speakers_among, tidy
from sparring.transcripts.said import Recording, Said
from sparring.transcripts.times import seconds

_READING = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
TIMING = re.compile(
    rf"\s{{0,8}}\[?(?P<start>{_READING})\s{{0,8}}-->\s{{0,8}}(?P<end>{_READING})(?:(?P<closed>\])|(?=\s|$))"
)
"""A cue's times on a line; in brackets, as speech recognisers print them, with the words behind."""
_BROKEN = re.compile(r"\s{0,8}(?=[-\d.,]{0,20}:)[-\d:.,]{2,20}\s{0,8}-->")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,60})?\s([^<>\n]{1,120})>")
_TAG = re.compile(
    r"</?(?:v|c|b|i|u|ruby|rt|lang|font)(?:[.\s][^<>\n]{0,200})?>|<(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}>|\{\\an?\d\}"
)
_LABEL = re.compile(
    r"\s{0,8}(?:-\s)?(?:>>\s?)?\[?(?P<name>[^\s:<>{}\[\]=;|\"`][^:<>{}\[\]=;|\"`\n]{0,58})\]?:\s+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class _Cue:
    line: int
    start: Seconds
    end: Seconds
    payload: tuple[str, ...]


def read_webvtt(text: str) -> Recording:
    """The cues of a WebVTT file; notes, styles and regions are passed over."""
    return _recording("WebVTT", text)


def read_srt(text: str) -> Recording:
    """The cues of an SRT file."""
    return _recording("SRT", text)


def has_cues(text: str) -> bool:
    """Whether a cue's timing stands in the first lines."""
    return any("-->" in line and TIMING.match(line) for line in text[:20_000].split("\n")[:200])


def _recording(format_: str, text: str) -> Recording:
    lines = text.split("\n")
    cues = tuple(_cues(lines))
    if not cues:
        raise Empty(f"This {format_} file has no cue.", len(lines))
    if not any(cue.payload for cue in cues):
        raise Truncated(cues[-1].line, "words under the times")
    notes = (
        () if cues[-1].payload else (f"The last cue (line {cues[-1].line}) has no words: the file may be cut short.",)
    )
    return Recording(format_, _voiced(tuple(_pieces(cues))), notes, spoken=True)


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    cue: _Cue | None = None
    body: list[str] = []
    for number, line in enumerate(lines, 1):
        timing = TIMING.match(line[:200]) if "-->" in line else None
        if timing is None:
            if "-->" in line[:60] and _BROKEN.match(line[:60]):
                raise Malformed(number, "times such as 00:01:02.000 --> 00:01:05.000", line[:60])
            body.append(line)
            continue
        if cue is not None:
            yield _filled(cue, _without_id(body))
        cue = _Cue(number, seconds(timing["start"]), seconds(timing["end"]), ())
        body = [line[timing.end() :]] if timing["closed"] else []
    if cue is not None:
        yield _filled(cue, body)


def _filled(cue: _Cue, body: Sequence[str]) -> _Cue:
    """The cue with its words: the lines up to the first empty one; what follows is the next cue's id or a note."""
    payload: list[str] = []
    for line in body:
        if not line.strip():
            if payload:
                break
            continue
        payload.append(line)
    return replace(cue, payload=tuple(payload))


def _without_id(body: Sequence[str]) -> Sequence[str]:
    """The lines above a timing without its cue's number, where no empty line keeps that from the words before."""
    if len([line for line in body if line.strip()]) > 1 and body[-1].strip().isdigit():
        return body[:-1]
    return body


def _pieces(cues: Sequence[_Cue]) -> Iterator[Said]:
    """Each cue's words by voice; a line that scrolls up from the cue before is not said twice."""
    above = ""
    tagged = any(_VOICE.search(line) for cue in cues for line in cue.payload)
    for cue in cues:
        body = [line for line in cue.payload if not (len(cue.payload) > 1 and line == above)]
        above = cue.payload[-1] if cue.payload else ""
        if not tagged and sum(_LABEL.match(line) is not None for line in body) > 1:
            # Two people in one cue, each on lines of their own.
            yield from (Said(cue.line, None, cue.start, said, cue.end) for said in _by_label(body))
            continue
        parts = _VOICE.split("\n".join(body))
        names = [None, *(tidy(html.unescape(name)) or None for name in parts[1::2])]
        for name, part in zip(names, parts[0::2], strict=True):
            words = " ".join(_words(part))
            if words:
                yield Said(cue.line, name, cue.start, words, cue.end)


def _words(text: str) -> list[str]:
    return html.unescape(_TAG.sub("", text)).split()


def _by_label(body: Sequence[str]) -> Iterator[str]:
    """The lines of a cue, joined from one label to the next."""
    said: list[str] = []
    for line in body:
        if _LABEL.match(line) and said:
            yield " ".join(said)
            said = []
        said += _words(line)
    if said:
        yield " ".join(said)


def _voiced(pieces: tuple[Said, ...]) -> tuple[Said, ...]:
    """Names before a colon become speakers where the file has no voice tags; a cue without a name goes on."""
    if not any(piece.name for piece in pieces):
        pieces = _labelled(pieces)
    voiced: list[Said] = []
    for piece in pieces:
        name = piece.name or (voiced[-1].name if voiced else None)
        voiced.append(replace(piece, name=name))
    return tuple(voiced)


def _labelled(pieces: tuple[Said, ...]) -> tuple[Said, ...]:
    matches = [_LABEL.match(piece.text[:120]) for piece in pieces]
    people = speakers_among([Label(tidy(match["name"]), False) for match in matches if match])
    return tuple(
        replace(piece, name=tidy(match["name"]), text=piece.text[match.end() :])
        if match and tidy(match["name"]) in people
        else piece
        for piece, match in zip(pieces, matches, strict=True)
    )
