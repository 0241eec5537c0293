"""Writes the sample debrief into README.md and docs/sample-debrief.md; `--check` only compares.

The session is `session/sample.json`; its debrief is made on the spot, so the documents show what the program says.
"""

import re
import sys
from pathlib import Path

from sparring.assessment.render import terminal_text
from sparring.bank import Bank
from sparring.session.debriefing import debriefed
from sparring.session.sample import sample_transcript

ROOT = Path(__file__).parent.parent
KEPT = ("", "What decided it", "Signals", "Mistakes", "One level up", "Next reps")
"""Sections that the README shows; the first is the head of the page."""

WIDTH = 96


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


def main() -> int:
    """Exit status 1 where a document differs and only a check was asked for."""
    stale = [path for path, text in documents().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"{path.name} shows another sample than the program; run python scripts/sample.py\n")
        return bool(stale)
    for path, text in documents().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
