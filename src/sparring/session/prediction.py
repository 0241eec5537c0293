"""Reads the verdict a candidate predicts for themselves out of what they say."""

import re

from sparring.domain.round import Verdict

_DENIED = r"((?<!no )\bdoubt\b|\b(not|never|hardly|unlikely|no way|no chance|nobody|no one)\b|n['’]t\b)"
_NOT_BAD = r"(?![^.;!?]{0,20}\b(bad|badly|poor|terrible|awful)\b)"
PATTERNS: tuple[tuple[str, Verdict], ...] = (
    (r"\bstrong(ly)?[\s_-]*no\b", Verdict.STRONG_NO_HIRE),
    # "Not bad", "I didn't do badly".
    (r"(n['’]t|\b(not|never))\b[^.,;!?]{0,20}\b(bad|badly|terribl[ey]|awful)\b", Verdict.HIRE),
    (
        rf"{_DENIED}[^.;!?]{{0,25}}\bstrong(ly)?[\s_-]*(hire|yes)\b[^.;!?]{{0,20}}\bbut\b[^.;!?]{{0,20}}\bhire\b",
        Verdict.HIRE,
    ),
    (rf"{_DENIED}(?:(?!\bbut\b)[^.,;!?]){{0,30}}\b(hire|pass(ed)?|yes|well|good|great)\b", Verdict.NO_HIRE),
    (r"\bstrong(ly)?[\s_-]*(hire|yes)\b", Verdict.STRONG_HIRE),
    (r"\b(no[\s_-]*hire|not hire|wouldn'?t hire|reject|fail(ed)?|not pass|didn'?t pass)\b", Verdict.NO_HIRE),
    (rf"\b(hire|pass(ed)?(?! (over|on|by)\b)|yes)\b{_NOT_BAD}", Verdict.HIRE),
    (r"\b(bad|badly|terribl[ey]|awful)\b", Verdict.STRONG_NO_HIRE),
    (
        r"\b(not (so )?(great|good|well)|poor(ly)?|struggled|meh|no(?! (problem|doubt|issue|question)))\b",
        Verdict.NO_HIRE,
    ),
    (r"\b(well|good|great|fine|solid|ok(ay)?|decent)\b", Verdict.HIRE),
)
"""Asked in order; a plain verdict beats a mood."""


def predicted(text: str) -> Verdict | None:
    """The verdict in the text, or None where it says none."""
    for pattern, verdict in PATTERNS:
        if re.search(pattern, text, re.IGNORECASE):
            return verdict
    return None
