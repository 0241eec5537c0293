"""Every format of a foreign round, in the order in which they are tried. A new one is added here."""

from collections.abc import Callable
from dataclasses import dataclass

from sparring.transcripts.captions import has_cues, read_srt, read_webvtt
from sparring.transcripts.said import Recording
from sparring.transcripts.talk import read_talk


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write down who said what."""

    name: str
    endings: tuple[str, ...]
    looks_like: Callable[[str], bool]
    """Whether the text is of this format, by its content."""

    read: Callable[[str], Recording]


FORMATS: tuple[Format, ...] = (
    Format("WebVTT", (".vtt",), lambda text: text.lstrip()[:6] == "WEBVTT", read_webvtt),
    Format("SRT", (".srt",), lambda text: text.lstrip()[:1].isdigit() and has_cues(text), read_srt),
    Format("captions", (), has_cues, read_webvtt),
    Format("text", (".txt", ".md", ".markdown", ".text"), lambda _: False, read_talk),
)


def format_of(text: str, name: str) -> Format:
    """The format by content first, then by the file's ending; plain text where neither says."""
    for format_ in FORMATS:
        if format_.looks_like(text):
            return format_
    low = name.lower()
    return next((format_ for format_ in FORMATS if low.endswith(format_.endings or "\0")), FORMATS[-1])
