"""The worked questions in docs/authoring.md are what they claim to be: complete, and accepted."""

import re
from pathlib import Path

from sparring.bank import check, content_root
from sparring.coding.exemplars import exemplars

GUIDE = Path(__file__).parents[2] / "docs/authoring.md"
BLOCK = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_worked_questions_pass_the_check(tmp_path: Path) -> None:
    files = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    for name, text in files:
        file = tmp_path / "mine" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    report = check(content_root(), exemplars, own=tmp_path / "mine", only=tmp_path / "mine")
    assert [str(problem) for problem in report.problems] == []
    assert report.counts == {"behavioral questions": 1, "coding questions": 1, "system design questions": 1}
    assert len(files) == report.files
