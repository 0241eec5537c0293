"""What a reviewer would see at first glance in a submission."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise
from pathlib import Path

from sparring.coding.errors import Unreadable

_PATIENCE = 20.0
"""Seconds that ruff may take."""

LONG_FUNCTION = 40
"""Lines from which a function is worth a word."""

COMPLEX = 10
"""Cyclomatic complexity from which a function is worth a word."""

DEEP = 4
"""Levels of nested blocks from which a function is worth a word."""

REPEATED = 4
"""Statements in a row that make a duplicated block."""

USUAL_LETTERS = frozenset(["_", "i", "j", "k", "n", "x", "y"])
"""Names of one letter that say what everybody expects: an index, a count, a coordinate."""

RULES: dict[str, str] = {
    "A001": "a built-in name is taken over",
    "B006": "a mutable default argument is shared by all calls",
    "B007": "a loop variable is never used",
    "B008": "a call in a default argument runs only once",
    "B023": "a function in a loop sees the variable's last value",
    "BLE001": "every exception is caught",
    "E711": "None is compared by `==`",
    "E712": "a truth value is compared by `==`",
    "E722": "a bare `except` catches everything",
    "E731": "a lambda is given a name",
    "E741": "an ambiguous one-letter name",
    "ERA001": "code that is commented out",
    "F401": "an import is never used",
    "F541": "an f-string without a placeholder",
    "F632": "a literal is compared by `is`",
    "F811": "a name is defined twice",
    "F821": "a name that is defined nowhere",
    "F841": "a variable is never used",
    "PIE790": "a `pass` that does nothing",
    "PLR1714": "several comparisons where `in` would do",
    "PLW0603": "a global variable is changed",
    "S110": "an exception is swallowed",
    "SIM102": "nested `if`s that could be one",
    "SIM103": "a condition is turned into True and False by hand",
    "SIM108": "an `if` for what an expression says",
    "SIM118": "`.keys()` where the dictionary itself would do",
}
"""The rules of ruff that are asked, and what each means in a reviewer's words."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a reviewer would point at."""

    line: int
    what: str
    quote: str
    """The line itself, without its indentation."""


@dataclass(frozen=True, slots=True)
class FunctionSize:
    """How large and how tangled one function is."""

    name: str
    line: int
    lines: int
    """Lines of code, without blank ones and comments."""

    complexity: int
    """Cyclomatic: one more than the number of branches."""

    cognitive: int
    """Cognitive complexity: branches weighed by how deep they are nested."""

    nesting: int
    """Levels of blocks inside blocks."""


@dataclass(frozen=True, slots=True)
class Quality:
    """What can be said of code without running it."""

    findings: tuple[Finding, ...]
    """In the order of the lines."""

    functions: tuple[FunctionSize, ...]
    lines: int
    """Lines of code in all."""


def quality(source: str) -> Quality:
    """Look at a submission as a reviewer would at first glance. Unreadable where it is no Python or nests too deep."""
    text = source.removeprefix("\ufeff")
    tree = _parsed(text)
    try:
        return _looked_at(text, tree)
    except RecursionError:
        raise Unreadable(None, "this nests too deep to be read") from None


def lines_of(source: str) -> list[str]:
    """The lines as the parser counts them: `splitlines` cuts at more characters than Python does."""
    return StringIO(source, newline=None).readlines()


def _looked_at(source: str, tree: ast.Module) -> Quality:
    lines = lines_of(source)
    functions = tuple(_functions(source, tree))
    seen = [*_linted(source), *_short_names(tree), *_large(functions), *_dead(tree), *_duplicates(tree)]
    findings = sorted({Finding(line, what, _line(lines, line)) for line, what in seen})
    return Quality(tuple(findings), functions, sum(map(_is_code, lines)))


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError as error:
        raise Unreadable(error.lineno, error.msg) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(None, f"this cannot be parsed ({type(error).__name__})") from None


def _linted(source: str) -> Iterator[tuple[int, str]]:
    """What ruff says, by a fixed selection of rules and without any configuration of the machine."""
    ruff = Path(sys.executable).with_name("ruff")
    command = [
        str(ruff if ruff.exists() else "ruff"),
        "check",
        "--isolated",
        "--no-cache",
        "--quiet",
        "--preview",
        "--ignore-noqa",
    ]
    command += ["--select", ",".join(RULES), "--output-format", "json", "--stdin-filename", "submission.py", "-"]
    try:
        done = subprocess.run(command, input=source.encode(), capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise Unreadable(None, f"ruff took over {_PATIENCE:g} seconds to look at it") from None
    if done.returncode not in (0, 1):
        raise Unreadable(None, f"ruff could not look at it: {done.stderr.decode(errors='replace')[:200]}")
    for problem in json.loads(done.stdout or b"[]"):
        if problem["code"] in RULES:
            yield problem["location"]["row"], f"{RULES[problem['code']]} ({problem['code']})"


def _functions(source: str, tree: ast.Module) -> Iterator[FunctionSize]:
    import complexipy
    import lizard

    depths = {node.lineno: _nesting(node) for node in _defined(tree)}
    cognitive = {function.line_start: function.complexity for function in complexipy.code_complexity(source).functions}
    for function in lizard.analyze_file.analyze_source_code("submission.py", source).function_list:
        yield FunctionSize(
            function.name,
            function.start_line,
            function.nloc,
            function.cyclomatic_complexity,
            cognitive.get(function.start_line, 0),
            depths.get(function.start_line, 0),
        )


def _large(functions: tuple[FunctionSize, ...]) -> Iterator[tuple[int, str]]:
    for function in functions:
        if function.lines > LONG_FUNCTION:
            yield function.line, f"`{function.name}` has {function.lines} lines"
        if function.complexity > COMPLEX:
            yield function.line, f"`{function.name}` has {function.complexity} paths through it"
        if function.nesting >= DEEP:
            yield function.line, f"`{function.name}` nests {function.nesting} levels deep"


def _short_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """One-letter names that live longer than a comprehension or a lambda."""
    brief = (ast.comprehension, ast.Lambda)
    inside = {id(name) for node in ast.walk(tree) if isinstance(node, brief) for name in ast.walk(node)}
    seen: set[str] = set()
    for node in ast.walk(tree):
        name = _bound_name(node) if id(node) not in inside else None
        if name is not None and len(name) == 1 and name not in USUAL_LETTERS | seen:
            seen.add(name)
            yield getattr(node, "lineno", 1), f"the name `{name}` says nothing"


def _bound_name(node: ast.AST) -> str | None:
    if isinstance(node, ast.arg):
        return node.arg
    return node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else None


def _dead(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Statements after one that leaves, and private functions that nobody names."""
    leaves = (ast.Return, ast.Raise, ast.Continue, ast.Break)
    for block in _blocks(tree):
        for before, after in pairwise(block):
            if isinstance(before, leaves):
                yield after.lineno, "this can never be reached"
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for function in _defined(tree):
        if function.name.startswith("_") and not function.name.endswith("_") and function.name not in named:
            yield function.lineno, f"`{function.name}` is never used"


def _duplicates(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Runs of statements that occur twice, letter for letter but for their layout."""
    first: dict[str, int] = {}
    told_until = 0
    runs = [block[i : i + REPEATED] for block in _blocks(tree) for i in range(len(block) - REPEATED + 1)]
    for run in sorted(runs, key=lambda run: run[0].lineno):
        line, text = run[0].lineno, "\n".join(ast.dump(statement) for statement in run)
        original = first.setdefault(text, line)
        if original != line and line > told_until:
            told_until = run[-1].end_lineno or line
            yield line, f"the same statements as from line {original}"


def _blocks(tree: ast.Module) -> Iterator[list[ast.stmt]]:
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list) and block:
                yield block


def _defined(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _nesting(node: ast.AST) -> int:
    """Levels of compound statements inside; an `elif` is no deeper than its `if`."""
    compound = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.TryStar, ast.Match, ast.AsyncFor, ast.AsyncWith)
    deepest = 0
    for child in ast.iter_child_nodes(node):
        elif_ = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deepest = max(deepest, _nesting(child) + (isinstance(child, compound) and not elif_))
    return deepest


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1].strip() if 0 < number <= len(lines) else ""


def _is_code(line: str) -> bool:
    return bool(line.strip()) and not line.strip().startswith("#")
