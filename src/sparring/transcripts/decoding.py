"""Bytes into text: what they are, and in which encoding."""

import codecs

from sparring.transcripts.errors import Binary, Empty, TooLarge, Undecodable
from sparring.transcripts.plain import plain

MEGABYTE = 1_000_000
LIMIT = 20 * MEGABYTE
"""Bytes. A 45-minute round is about 50 thousand."""

LINES = 300_000
"""A whole day of captions is about a third of it."""

SAMPLE = 200_000

_AS_TEXT = "Export it as plain text, WebVTT or SRT, and give me that."
_WITH_WORDS = "Have it transcribed (Zoom, Teams, Meet and Otter export WebVTT or text), and give me that."
_UNPACK = "Unpack it and give me the text file inside."

MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF", "Copy its text into a .txt file (or use `pdftotext -layout`), and give me that."),
    (0, b"{\\rtf", "a rich-text document", "Save it as plain text (.txt), and give me that."),
    (0, b"\xd0\xcf\x11\xe0", "an old Office document", "Save it as plain text (.txt), and give me that."),
    (0, b"SQLite format 3\0", "a SQLite database", _AS_TEXT),
    (0, b"\x89PNG", "a PNG picture", _AS_TEXT),
    (0, b"\xff\xd8\xff", "a JPEG picture", _AS_TEXT),
    (0, b"GIF8", "a GIF picture", _AS_TEXT),
    (8, b"WEBP", "a WebP picture", _AS_TEXT),
    (8, b"WAVE", "a WAV recording", _WITH_WORDS),
    (8, b"AVI ", "an AVI film", _WITH_WORDS),
    (4, b"ftyp", "an MP4 or M4A recording", _WITH_WORDS),
    (0, b"ID3", "an MP3 recording", _WITH_WORDS),
    (0, b"\xff\xfb", "an MP3 recording", _WITH_WORDS),
    (0, b"\xff\xf3", "an MP3 recording", _WITH_WORDS),
    (0, b"OggS", "an Ogg recording", _WITH_WORDS),
    (0, b"fLaC", "a FLAC recording", _WITH_WORDS),
    (0, b"\x1aE\xdf\xa3", "a WebM or Matroska film", _WITH_WORDS),
    (0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    (0, b"BZh", "a bzip2 archive", _UNPACK),
    (0, b"\xfd7zXZ", "an xz archive", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (0, b"Rar!", "a RAR archive", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (0, b"\x7fELF", "a program", _AS_TEXT),
)
"""Where a kind of file shows itself: offset, bytes, what it is, what to do."""

_ZIPPED = (
    (b"word/", "a Word document (.docx)", "Open it, copy everything into a .txt file, and give me that."),
    (b"ppt/", "a PowerPoint file", _AS_TEXT),
    (b"xl/", "an Excel sheet", _AS_TEXT),
    (b"opendocument", "an OpenDocument file", "Save it as plain text (.txt), and give me that."),
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_WESTERN = frozenset("‘’‚“”„–—…•€™£©®°±·×÷¿¡«»§¢¥¼½¾²³µ¹ªº\xa0ŒœŠšŽžŸƒ") | frozenset(map(chr, range(0xC0, 0x100)))


_IN_JSON = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in the bytes, and notes on what had to be guessed.

    Line ends come out as newlines. Raises Empty, Binary, TooLarge or Undecodable.
    """
    _refuse_other_kinds(data)
    if len(data) > LIMIT:
        raise TooLarge(f"{len(data) / MEGABYTE:.1f} MB", f"{LIMIT // MEGABYTE} MB")
    if not data.strip():
        raise Empty
    raw, notes = _text(data)
    if _looks_binary(raw):
        raise Binary("a binary file", _AS_TEXT)
    # In JSON these stand within strings alone, and end no line.
    text = plain(raw.translate(_IN_JSON) if raw.lstrip()[:1] in ("{", "[") else raw)
    if not text.strip():
        raise Empty
    lines = text.count("\n") + 1
    if lines > LINES:
        raise TooLarge(f"{lines:,} lines", f"{LINES:,}")
    if "\x1b" in raw:
        notes += ("Terminal escapes were taken out of the text.",)
    return text, notes


def _refuse_other_kinds(data: bytes) -> None:
    for offset, magic, kind, remedy in MAGIC:
        if data[offset : offset + len(magic)] == magic and not _is_prose(data):
            raise Binary(kind, remedy)
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        for mark, kind, remedy in _ZIPPED:
            if mark in data[:SAMPLE] or mark in data[-SAMPLE:]:
                raise Binary(kind, remedy)
        raise Binary("a zip archive", _UNPACK)


def _is_prose(data: bytes) -> bool:
    """Whether short magic such as `ID3` or `BZh` merely begins a text; PDF and RTF are text themselves."""
    if data.startswith((b"%PDF-", b"{\\rtf", b"\xff")):
        return False
    head = data[:SAMPLE]
    return b"\0" not in head and head.isascii() and not any(byte < 9 for byte in head)


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding), ()
    wide = _utf16_without_bom(data)
    if wide is not None:
        return _strictly(data, wide), (f"The file has no byte-order mark; it was read as {wide.upper()}.",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.reason.startswith("unexpected end"):
            return data[: error.start].decode("utf-8"), ("The file ends in the middle of a character.",)
    encoding = _guess(data)
    return _strictly(data, encoding), (f"The file is not UTF-8; it was read as {encoding.replace('_', '-')}.",)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(error.object.count(b"\n", 0, error.start) + 1) from None


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every second byte."""
    head = data[:SAMPLE]
    half = max(1, len(head) // 2)
    if head[1::2].count(0) > 0.6 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str:
    """An 8-bit or Asian encoding; Windows-1252 wherever its reading is ordinary Western text."""
    sample = data[:SAMPLE]
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    high = [char for char in western if char > "\x7f"]
    if western and all(char in _WESTERN for char in high) and len(high) < 0.15 * len(western):
        return "cp1252"
    if b"\0" in sample:
        raise Binary("a binary file", _AS_TEXT)
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=5, chunk_size=512).best()
    if best is None:
        raise Undecodable
    return best.encoding


def _looks_binary(text: str) -> bool:
    head = text[:SAMPLE]
    strange = sum(1 for char in head if (char < " " and char not in "\t\n\r\x0b\x0c\x1b") or char == "\ufffd")
    return "\0" in head or strange > 0.05 * len(head)
