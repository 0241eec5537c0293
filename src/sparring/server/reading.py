"""Reads uploaded transcripts; runs in a process of its own."""

from sparring import transcripts
from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Transcript
from sparring.transcripts.decoding import decode
from sparring.transcripts.errors import TranscriptError
from sparring.transcripts.formats import format_of


def read_upload(
    data: bytes, name: str, round_: Round | None, title: str | None, candidate: str | None, level: Altitude
) -> Transcript | str:
    """The first round in a file, or the sentence that says why there is none."""
    try:
        return transcripts.read(data, name=name, round=round_, title=title, candidate=candidate, level=level)[0]
    except TranscriptError as error:
        return str(error)


def names_in(data: bytes, name: str) -> list[str]:
    """Who speaks in a file, in the order of their first words; empty where nobody is named."""
    try:
        text, _ = decode(data)
        recording = format_of(text, name).read(text)
    except TranscriptError:
        return []
    return list(dict.fromkeys(piece.name for piece in recording.said if piece.name))[:20]
