"""Sessions written as plain text, for whoever adds to the corpus: checks them and makes JSON lines of them.

    python training/drafts.py ROWS DRAFT...          prints one JSON object a session; complaints go to standard error

ROWS is a JSON list of the drawn matrix: for each session `id`, `round`, `question`, `title`, `style` and
`candidate_words`. A draft is ID.txt: lines `[14:05] I: ...` (interviewer), `[14:20] C: ...` (candidate), which may go
on in the next lines; in coding `[20:00] CODE` and the whole file below it, and a last line `TESTS: 9/10`.
"""

import json
import re
import sys
from pathlib import Path

_HEAD = re.compile(r"^\[(\d+):(\d\d)\] (I:|C:|CODE)\s?(.*)$")
_TESTS = re.compile(r"^TESTS:\s*(\d+)\s*/\s*(\d+)")
_FENCE = re.compile(r"^```\w*\n|\n```\s*$")
_SPEAKERS = {"I:": "interviewer", "C:": "candidate"}
_SHORT, _LONG = 0.75, 1.3
"""Share of the wanted words from which, and up to which, a session is as long as was drawn."""


def session_of(row, text):
    """The session in the corpus's format. Raises ValueError where the text does not begin with a turn."""
    parts, tests = [], None
    for line in text.splitlines():
        head, judged = _HEAD.match(line), _TESTS.match(line)
        if judged:
            tests = {"passed": int(judged[1]), "total": int(judged[2])}
        elif head:
            parts.append((60 * int(head[1]) + int(head[2]), head[3], [head[4]]))
        elif parts:
            parts[-1][2].append(line)
        elif line.strip() and not line.startswith("id:"):
            raise ValueError(f"{row['id']}: expected `[0:00] I: ...`, got {line[:50]!r}")
    said = [(t, _SPEAKERS[kind], "\n".join(lines).strip()) for t, kind, lines in parts if kind in _SPEAKERS]
    session = {key: row[key] for key in ("id", "round", "question", "title")} | {"target_level": "senior"}
    session |= {"style": row["style"]}
    session["turns"] = [{"i": i, "t": t, "speaker": who, "text": words} for i, (t, who, words) in enumerate(said)]
    if row["round"] == "coding":
        code = [(t, _FENCE.sub("", "\n".join(lines).strip("\n"))) for t, kind, lines in parts if kind == "CODE"]
        session["code"] = [{"t": t, "language": "python", "text": body.strip("\n") + "\n"} for t, body in code]
        session["tests"] = tests
    return session


def complaints(row, session):
    """What is wrong with a session, as sentences."""
    words = sum(len(turn["text"].split()) for turn in session["turns"] if turn["speaker"] == "candidate")
    times = [turn["t"] for turn in session["turns"]]
    if not _SHORT * row["candidate_words"] <= words <= _LONG * row["candidate_words"]:
        yield f"{words} words of the candidate, {row['candidate_words']} were drawn"
    if times != sorted(times):
        yield "times run back"
    if not all(turn["text"] for turn in session["turns"]):
        yield "a turn is empty"
    if row["round"] == "coding" and not (session["code"] and session["tests"]):
        yield "a coding round needs CODE and TESTS"


def main():
    """Reads the drafts and prints the sessions."""
    rows = {row["id"]: row for row in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))}
    for path in map(Path, sys.argv[2:]):
        session = session_of(rows[path.stem], path.read_text(encoding="utf-8"))
        print(json.dumps(session, ensure_ascii=False))
        for said in complaints(rows[path.stem], session):
            print(f"{path.stem}: {said}", file=sys.stderr)


if __name__ == "__main__":
    main()
