"""Every rule of the content: what breaks it is named with file and line."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sparring.bank import Bank, ContentError, check, content_root
from sparring.domain.question import CodingQuestion

Change = Callable[[str, str, str], Path]

TOPIC = "topics/cache.toml"
DESIGN = "questions/system_design/limiter.toml"
BEHAVIORAL = "questions/behavioral/unclear_goal.toml"
CODING = "questions/coding/counter/question.toml"
WARM = "interviewers/warm.toml"

Broken = Mapping[str, str]
BROKEN: Mapping[str, list[Broken]] = tomllib.loads((Path(__file__).parent / "broken.toml").read_text(encoding="utf-8"))


def name_of(broken: Broken) -> str:
    return f"{broken['file'].rpartition('/')[2]} {broken['says'][:60]}"


def test_the_tiny_tree_is_valid(content: Path) -> None:
    report = check(content)
    assert [str(problem) for problem in report.problems] == []
    assert report.files == 20
    assert report.counts == {
        "behavioral questions": 1,
        "coding questions": 1,
        "guides": 1,
        "interviewers": 1,
        "signals": 25,
        "system design questions": 1,
        "topics": 2,
    }


@pytest.mark.parametrize("broken", [*BROKEN["shape"], *BROKEN["rules"]], ids=name_of)
def test_a_broken_file_is_named_with_its_line(content: Path, change: Change, broken: Broken) -> None:
    file = change(broken["file"], broken["old"], broken["new"])
    said = [str(problem) for problem in check(content).problems]
    lines = file.read_text(encoding="utf-8").splitlines()
    at = broken.get("at")
    line = next(
        i for i, text in enumerate(lines, start=1) if ("HERE" in text if at is None else text.strip().startswith(at))
    )
    expected = f"content/{broken['file']}:{line}: {broken['says']}"
    assert [each for each in said if each.startswith(expected)], (expected, said)


@pytest.mark.parametrize("broken", BROKEN["shape"], ids=name_of)
def test_a_malformed_file_is_refused_on_load(content: Path, change: Change, broken: Broken) -> None:
    change(broken["file"], broken["old"], broken["new"])
    bank = Bank(content)
    with pytest.raises(ContentError) as caught:
        for load in (bank.topics, bank.rubric, bank.interviewers, bank.guides):
            load()
        for id_ in bank.questions():
            bank.question(id_)
    assert caught.value.file == f"content/{broken['file']}"
    assert str(caught.value) == str(caught.value.problems[0])
    assert any(broken["says"] in str(problem) for problem in caught.value.problems)


def test_every_problem_is_collected(content: Path, change: Change) -> None:
    change(TOPIC, 'title = "Caching"', "title = 3")
    change(TOPIC, 'id = "facet_5"', 'id = "Facet 5"')
    change(DESIGN, "45 = 20,", "45 = 21,")
    change(WARM, "digs = 2", "digs = 9")
    problems = check(content).problems
    assert [(problem.file, problem.key) for problem in problems] == [
        ("content/interviewers/warm.toml", "digs"),
        ("content/questions/system_design/limiter.toml", "phases"),
        ("content/topics/cache.toml", "title"),
        ("content/topics/cache.toml", "facets[5].id"),
    ]


@pytest.mark.parametrize(
    ("raw", "line", "said"),
    [
        (b'title = "a"\nsummary = \n', 2, "expected valid TOML"),
        (b'title = "a"\n\n[[facets]\n', 3, "expected valid TOML"),
        (b'title = "a"\ntitle = "b"\n', 2, "expected valid TOML"),
        (b'title = "a"\n\nsummary = """never closed\n', 4, "expected valid TOML"),
        (b'title = "a"\nsummary = "\xff"\n', 2, "expected UTF-8 text, got byte 0xff"),
        (b"\x00\x01\x02", 1, "expected valid TOML"),
        (b"x = " + b"[" * 5000, 1, "expected valid TOML"),
        (b"x = " + b"9" * 5000, 1, "expected valid TOML"),
        (b"", 1, "title: expected text, got nothing"),
    ],
    ids=["value", "header", "twice", "unclosed", "not utf-8", "binary", "bottomless", "endless", "empty"],
)
def test_a_file_that_is_no_toml(content: Path, raw: bytes, line: int, said: str) -> None:
    (content / TOPIC).write_bytes(raw)
    with pytest.raises(ContentError) as caught:
        Bank(content).topic("cache")
    assert str(caught.value).startswith(f"content/{TOPIC}:{line}: ")
    assert any(said in str(problem) for problem in check(content).problems)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# No front matter\n", 1, "+++ on the first line"),
        ('+++\ntitle = "a"\n', 1, "a second +++ line"),
        ('+++\ntitle = "a"\nabout = \n+++\nText\n', 3, "valid TOML"),
        ('+++\ntitle = "a"\nabout = "b"\n+++\n\n', 4, "Markdown below the front matter"),
    ],
)
def test_a_guide_that_is_none(content: Path, text: str, line: int, said: str) -> None:
    (content / "guides/altitude.md").write_text(text)
    (problem,) = check(content).problems
    assert (problem.file, problem.line) == ("content/guides/altitude.md", line)
    assert said in problem.expected


@pytest.mark.parametrize("name", ["cases.toml", "starter.py", "reference.py"])
def test_a_coding_question_needs_its_files(content: Path, name: str) -> None:
    (content / "questions/coding/counter" / name).unlink()
    (problem,) = check(content).problems
    assert str(problem).startswith(f"content/questions/coding/counter/{name}:1: expected a readable file")


def test_a_missing_follow_up_is_named_where_it_is_asked_for(content: Path) -> None:
    (content / "questions/coding/counter/stage3.py").unlink()
    (problem,) = check(content).problems
    assert problem.key == "stages[1].number"
    assert problem.expected == "a file counter/stage3.py"


@pytest.mark.parametrize(
    "name", ["topics/notes.txt", "questions/coding/counter/flawed/unlisted.py", "rubric/extra.toml", "odd/file.toml"]
)
def test_a_stray_file_is_named(content: Path, name: str) -> None:
    file = content / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x = 1\n")
    (problem,) = check(content).problems
    assert (problem.file, problem.expected) == (f"content/{name}", "a file that the format knows")


def test_a_name_is_an_id(content: Path) -> None:
    (content / TOPIC).rename(content / "topics/Cache-2.toml")
    said = [str(problem) for problem in check(content).problems]
    assert any(each.startswith("content/topics/Cache-2.toml:1: expected a name of lower-case letters") for each in said)


def test_two_questions_may_not_share_an_id(content: Path) -> None:
    text = (content / BEHAVIORAL).read_text().replace("7b1f6d0a", "7b1f6d0b")
    (content / "questions/behavioral/limiter.toml").write_text(text)
    problems = [str(problem) for problem in check(content).problems]
    assert len(problems) == 1
    assert "expected its own question id" in problems[0]


def test_a_missing_part_of_the_rubric_is_named(content: Path) -> None:
    (content / "rubric/mistakes.toml").unlink()
    (problem,) = check(content).problems
    assert problem.file == "content/rubric/mistakes.toml"


def test_code_is_run_by_whoever_can(content: Path) -> None:
    asked: list[CodingQuestion] = []

    def run_code(question: CodingQuestion) -> Iterator[str]:
        asked.append(question)
        yield "off_by_one passes every case of stage 1"

    (problem,) = check(content, run_code).problems
    assert [question.id for question in asked] == ["counter"]
    assert problem.file == f"content/{CODING}"
    assert problem.got == "off_by_one passes every case of stage 1"


def test_the_same_report_twice(content: Path, change: Change) -> None:
    change(DESIGN, 'signal = "depth"', 'signal = "dept"')
    assert check(content) == check(content)


def test_an_empty_folder_lacks_the_rubric(tmp_path: Path) -> None:
    report = check(tmp_path)
    assert report.files == 0
    assert len(report.problems) == 5
    assert all(problem.file.startswith(f"{tmp_path.name}/rubric/") for problem in report.problems)


def test_the_repositorys_content_has_no_problem() -> None:
    root = content_root()
    # A folder that nobody has begun is no error; whatever is there has none.
    begun = {name for name in ("rubric", "topics", "questions", "interviewers", "guides") if (root / name).is_dir()}
    problems = [
        str(problem)
        for problem in check(root).problems
        if problem.file.split("/")[1] in begun and not ("topics" not in begun and "known topic" in problem.expected)
    ]
    assert problems == []
