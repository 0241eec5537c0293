"""Code fences in what a candidate typed become versions of their code."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sparring.domain.transcript import Snapshot, Speaker, Turn

_OPENS = re.compile(r"\s{0,3}(?:```|~~~)\s{0,4}([\w+#.-]{0,20})")


def lift_code(turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], tuple[Snapshot, ...]]:
    """Turns without the candidate's code fences, and the code in them, in order.

    A turn that was nothing but code goes; the turns are numbered anew.
    """
    kept: list[Turn] = []
    shots: list[Snapshot] = []
    for turn in turns:
        text = turn.text
        if turn.speaker is Speaker.CANDIDATE and ("```" in text or "~~~" in text):
            text, found = _split(text)
            shots += [Snapshot(turn.at, language, code) for language, code in found]
        if text:
            kept.append(replace(turn, i=len(kept), text=text))
    return tuple(kept), tuple(shots)


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What is not code, and (language, code) of each closed fence."""
    talk: list[str] = []
    found: list[tuple[str, str]] = []
    body: list[str] | None = None
    opening, language = "", ""
    for line in text.split("\n"):
        match = _OPENS.match(line)
        if body is not None and match and not match[1]:
            found.append((language, "\n".join(body) + "\n"))
            body = None
        elif match and line.strip(" `~") == match[1]:
            if body is not None:
                talk += [opening, *body]
            body, opening, language = [], line, match[1].lower() or "python"
        elif body is not None:
            body.append(line)
        else:
            talk.append(line)
    if body is not None:
        talk += [opening, *body]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(talk)).strip(), found
