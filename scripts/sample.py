"""Writes the sample debrief into README.md and docs/sample-debrief.md; `--check` only compares.

The session is `session/sample.json`; its debrief is made on the spot, so the documents show what the program says.
"""

import re
import sys
from difflib import SequenceMatcher
from pathlib import Path

from sparring.assessment.render import terminal_text
from sparring.bank import Bank
from sparring.session.debriefing import debriefed
from sparring.session.sample import sample_transcript

ROOT = Path(__file__).parent.parent
KEPT = ("", "What decided it", "Signals", "Mistakes", "One level up", "Next reps")
"""Sections that the README shows; the first is the head of the page."""

WIDTH = 96

ALIKE = 0.8
"""Share of lines from which two samples are those of one program on two processors."""


def page() -> str:
    """The whole sample debrief as text."""
    bank, transcript = Bank(), sample_transcript()
    text = terminal_text(debriefed(bank, transcript), transcript, bank.rubric(), width=WIDTH)
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"


def excerpt(text: str) -> str:
    """The sections that the README shows."""
    parts = re.split(r"^(?=\S[^\n]* ─{3,}$)", text, flags=re.MULTILINE)
    kept = [part for k, part in enumerate(parts) if k == 0 or part.split(" ─")[0].strip() in KEPT]
    return "\n\n".join(part.strip("\n") for part in kept)


def documents() -> dict[Path, str]:
    """Path to text of both documents as they ought to be."""
    text, readme = page(), ROOT / "README.md"
    block = f"<!-- sample -->\n```\n{excerpt(text)}\n```\n<!-- /sample -->"
    shown = re.sub(r"<!-- sample -->.*<!-- /sample -->", lambda _: block, readme.read_text("utf-8"), flags=re.DOTALL)
    whole = f"# A sample debrief\n\nOf an invented round; `sparring start` makes it on the spot.\n\n```\n{text}```\n"
    return {readme: shown, ROOT / "docs" / "sample-debrief.md": whole}


def shows(shown: str, today: str) -> bool:
    """Whether a document is what the program says today: the same headings and signals, and nearly the same lines.

    Processors round the signal model's arithmetic a little differently, so that a rating near a border, and what is
    said of it, can differ between machines.
    """
    fixed = re.compile(r"^(\S[^\n]*?) ─{3,}$|^ ([A-Z][^\n]*?) +[■□]{4} ", re.MULTILINE)
    same = fixed.findall(shown) == fixed.findall(today)
    return same and SequenceMatcher(None, shown.splitlines(), today.splitlines(), autojunk=False).ratio() >= ALIKE


def main() -> int:
    """Exit status 1 where a document shows something else and only a check was asked for."""
    stale = [path for path, text in documents().items() if not (path.exists() and shows(path.read_text("utf-8"), text))]
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"{path.name} shows another sample than the program; run python scripts/sample.py\n")
        return bool(stale)
    for path, text in documents().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
