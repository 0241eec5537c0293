"""Reads the verdict a candidate predicts for themselves out of what they say."""

import re

from sparring.domain.round import Verdict

PATTERNS: tuple[tuple[str, Verdict], ...] = (
    (r"\bstrong(ly)?[\s_-]*no\b", Verdict.STRONG_NO_HIRE),
    (
        r"(\b(not|never|hardly|doubt|unlikely)\b|n['’]t\b)(?![^.;!?]{0,25}\bstrong)[^.;!?]{0,30}\b(hire|pass|yes|well|good|great)\b",
        Verdict.NO_HIRE,
    ),
    (r"\bstrong(ly)?[\s_-]*(hire|yes)\b", Verdict.STRONG_HIRE),
    (r"\b(no[\s_-]*hire|not hire|wouldn'?t hire|reject|fail(ed)?|not pass|didn'?t pass)\b", Verdict.NO_HIRE),
    (r"\b(hire|pass(ed)?|yes)\b", Verdict.HIRE),
    (r"\b(badly|terribl[ey]|awful)\b", Verdict.STRONG_NO_HIRE),
    (r"\b(not (so )?(great|good|well)|poor(ly)?|struggled|meh|no)\b", Verdict.NO_HIRE),
    (r"\b(well|good|fine|solid|ok(ay)?|decent)\b", Verdict.HIRE),
)
"""Asked in order; a plain verdict beats a mood."""


def predicted(text: str) -> Verdict | None:
    """The verdict in the text, or None where it says none."""
    for pattern, verdict in PATTERNS:
        if re.search(pattern, text, re.IGNORECASE):
            return verdict
    return None
