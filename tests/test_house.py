"""House numbers: sizes, docstrings, and the map in the README."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "sparring"
MODULES = sorted(SOURCE.rglob("*.py"))

LONGEST_MODULE = 500
LONGEST_FUNCTION = 60
MEDIAN_MODULE = 150
MEDIAN_FUNCTION = 12
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "service", "common", "misc"}


def functions(module: Path) -> Iterator[tuple[str, int]]:
    """(name, lines without the docstring) of every function."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None
            first = node.body[1] if documented and len(node.body) > 1 else node.body[0]
            begins = first.lineno if documented else node.lineno
            yield f"{module.relative_to(SOURCE)}:{node.name}", (node.end_lineno or begins) - begins + 1


def median(numbers: list[int]) -> int:
    return sorted(numbers)[len(numbers) // 2]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_a_module_has_a_docstring_a_noun_and_an_end(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert module.stem not in FORBIDDEN_NAMES
    if "migrations/versions" not in module.as_posix():
        assert ast.get_docstring(ast.parse(text))


def test_functions_are_short() -> None:
    sizes = {name: lines for module in MODULES for name, lines in functions(module)}
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FUNCTION} == {}
    assert median(list(sizes.values())) <= MEDIAN_FUNCTION


def test_modules_are_short() -> None:
    assert median([len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES]) <= MEDIAN_MODULE


def rooms_in_the_readme() -> dict[str, str]:
    """Room to sentence, as the README's map has them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^ {2}(\w+)(?:/|\.py)? {2,}(.+)$", text[text.index("src/sparring/") :], re.MULTILINE)
    return dict(rows)


def test_the_map_in_the_readme_is_the_house() -> None:
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert set(rooms_in_the_readme()) == rooms


@pytest.mark.parametrize(("room", "sentence"), sorted(rooms_in_the_readme().items()))
def test_a_room_says_of_itself_what_the_map_says(room: str, sentence: str) -> None:
    docstring = ast.get_docstring(ast.parse((SOURCE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert docstring.splitlines()[0] == sentence


@pytest.mark.parametrize("room", sorted(rooms_in_the_readme()))
def test_a_room_has_a_page(room: str) -> None:
    assert (ROOT / "docs" / f"{room}.md").exists()


def test_the_lock_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock


def test_links_in_documents_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.name}: {target}")
    assert broken == []
