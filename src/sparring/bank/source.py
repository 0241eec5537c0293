"""A content file as read: what it holds, and on which line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tomli

from sparring.bank.errors import ContentError
from sparring.bank.lines import lines_of
from sparring.bank.problem import ContentProblem, Finding, KeyPath, dotted

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_FENCE = "+++"


@dataclass(frozen=True)
class Source:
    """One TOML document, or the front matter of a Markdown file."""

    file: str
    """As problems name it."""

    text: str
    data: Mapping[str, object]
    offset: int = 0
    """Lines of the file before the document begins."""

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return lines_of(self.text)

    def line(self, path: KeyPath) -> int:
        """The line a key stands on, else that of the nearest table around it, else the first."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]] + self.offset
        return 1

    def problem(self, finding: Finding) -> ContentProblem:
        """A finding with its file and line."""
        return ContentProblem(self.file, self.line(finding.path), dotted(finding.path), finding.expected, finding.got)


def shown(file: Path, root: Path) -> str:
    """A file as problems name it: `content/topics/cache.toml`."""
    return f"{root.absolute().name}/{file.relative_to(root).as_posix()}"


def read_text(file: Path, root: Path) -> str:
    """A file's text with `\\n` line ends. Raises ContentError where it is missing or not UTF-8."""
    name = shown(file, root)
    try:
        raw = file.read_bytes()
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError([ContentProblem(name, line, "", "UTF-8 text", f"byte 0x{raw[error.start]:02x}")]) from error
    except OSError as error:
        raise ContentError([ContentProblem(name, 1, "", "a readable file", error.strerror or str(error))]) from error


def read_toml(file: Path, root: Path) -> Source:
    """A TOML file. Raises ContentError with the line of a syntax error."""
    return _parsed(shown(file, root), read_text(file, root), 0)


def read_markdown(file: Path, root: Path) -> tuple[Source, str]:
    """A Markdown file with TOML between two `+++` lines at its top: the front matter, and the text below."""
    name, text = shown(file, root), read_text(file, root)
    first, _, rest = text.partition("\n")
    if first.rstrip() != _FENCE:
        raise ContentError(
            [ContentProblem(name, 1, "", "+++ on the first line, then title and about", repr(first[:40]))]
        )
    front, fence, body = rest.partition(f"\n{_FENCE}\n")
    if not fence:
        raise ContentError([ContentProblem(name, 1, "", "a second +++ line that ends the front matter", "none")])
    return _parsed(name, front, 1), body.strip("\n")


def _parsed(name: str, text: str, offset: int) -> Source:
    try:
        return Source(name, text, tomli.loads(text), offset)
    except tomli.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        line = int(where[1]) if where and where[1] else text.count("\n") + 1
        reason = _WHERE.sub("", str(error))
        raise ContentError([ContentProblem(name, line + offset, "", "valid TOML", reason)]) from error
    except (RecursionError, ValueError) as error:
        # What Python refuses rather than TOML: bottomless nesting, integers of thousands of digits. Neither has a line.
        reason = "too deep a nesting" if isinstance(error, RecursionError) else str(error).partition(";")[0]
        raise ContentError([ContentProblem(name, 1, "", "valid TOML", reason)]) from error
