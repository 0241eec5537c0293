"""Finds work in a class's code that grows with what it holds, so that a stated constant cost can be held against it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sparring.coding.quality import lines_of

_SEQUENCES = frozenset({"list", "deque"})
_WALKS = frozenset({"remove", "index", "count", "sort", "reverse"})
"""Methods of a list or deque that go through it."""

_GO_THROUGH = frozenset({"sorted", "min", "max", "sum", "list", "any", "all", "set", "tuple"})
"""Built-ins that go through what they are given."""

_VIEWS = frozenset({"items", "keys", "values"})


@dataclass(frozen=True, slots=True)
class Scan:
    """One place that goes through a whole collection of the object on a call."""

    line: int
    code: str
    """The line without its indentation."""

    method: str
    """The public method that reaches it."""


def scans(source: str) -> tuple[Scan, ...]:
    """Scans of the object's own collections, one a line and public method, in the order of the lines.

    Only what is certain from the text: the kind of a collection is known from how `self.name` is first set. Nothing is
    said of functions outside of classes, whose input is theirs to go through, nor of code that is no Python.
    """
    try:
        tree = ast.parse(source.removeprefix("\ufeff"))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    lines = lines_of(source)
    owners = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    found = dict.fromkeys(place for owner in owners for place in _in_class(owner))
    by_line = sorted(found, key=lambda place: place[0])
    return tuple(Scan(line, lines[line - 1].strip(), method) for line, method in by_line)


def _in_class(owner: ast.ClassDef) -> Iterator[tuple[int, str]]:
    methods = {x.name: x for x in owner.body if isinstance(x, ast.FunctionDef)}
    kinds = _kinds(owner)
    for name, method in methods.items():
        if not name.startswith("_"):
            for reached in _reached(method, methods):
                yield from ((line, name) for line in _lines(reached, kinds))


def _reached(method: ast.FunctionDef, methods: Mapping[str, ast.FunctionDef]) -> list[ast.FunctionDef]:
    """The method and the private ones it calls, each once."""
    reached, open_ = [method], [method]
    while open_:
        for node in ast.walk(open_.pop()):
            name = _own(node.func) if isinstance(node, ast.Call) else None
            called = methods.get(name) if name and name.startswith("_") and not name.startswith("__") else None
            if called is not None and called not in reached:
                reached.append(called)
                open_.append(called)
    return reached


def _kinds(owner: ast.ClassDef) -> dict[str, str]:
    """What each `self.name` is set to where that is plain: `list`, `deque`, `dict`, `set`; `?` where it varies."""
    kinds: dict[str, str] = {}
    for node in ast.walk(owner):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        for name in filter(None, map(_own, targets)):
            kind = _kind(value)
            kinds[name] = kind if kinds.get(name, kind) == kind else "?"
    return kinds


def _kind(value: ast.expr | None) -> str:
    if isinstance(value, ast.List | ast.ListComp):
        return "list"
    if isinstance(value, ast.Dict | ast.DictComp):
        return "dict"
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else getattr(value.func, "id", "?")
        return {"OrderedDict": "dict", "defaultdict": "dict", "Counter": "dict"}.get(name, name)
    return "?"


def _own(node: ast.expr | None) -> str | None:
    """`name` of `self.name`."""
    own = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"
    return node.attr if own and isinstance(node, ast.Attribute) else None


def _lines(method: ast.FunctionDef, kinds: Mapping[str, str]) -> Iterator[int]:
    for node in _walked(method):
        if isinstance(node, ast.Call) and _call_scans(node, kinds):
            yield node.lineno
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            if kinds.get(_own(node.comparators[0]) or "") in _SEQUENCES:
                yield node.lineno
        elif isinstance(node, ast.For) and _whole(node.iter, kinds) and not _leaves(node):
            yield node.lineno
        elif isinstance(node, ast.comprehension) and _whole(node.iter, kinds):
            yield node.iter.lineno


def _walked(method: ast.FunctionDef) -> Iterator[ast.AST]:
    """Every node but those of a rebuild: what is put back whole may be done rarely enough to cost nothing."""
    open_: list[ast.AST] = [method]
    while open_:
        node = open_.pop()
        if not (isinstance(node, ast.Assign) and any(map(_own, node.targets))):
            yield node
            open_.extend(ast.iter_child_nodes(node))


def _call_scans(call: ast.Call, kinds: Mapping[str, str]) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id in _GO_THROUGH and bool(call.args) and _whole(call.args[0], kinds)
    if not isinstance(call.func, ast.Attribute):
        return False
    kind = kinds.get(_own(call.func.value) or "", "?")
    if call.func.attr in {"pop", "insert"} and kind == "list":
        first = call.args[0] if call.args else None
        return isinstance(first, ast.Constant) and first.value == 0
    return call.func.attr in _WALKS and kind in _SEQUENCES


def _whole(node: ast.expr, kinds: Mapping[str, str]) -> bool:
    """Whether an expression is one of the object's own collections, as a whole."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _VIEWS:
        node = node.func.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GO_THROUGH | {"enumerate"}:
        return bool(node.args) and _whole(node.args[0], kinds)
    return kinds.get(_own(node) or "") in _SEQUENCES | {"dict", "set"}


def _leaves(loop: ast.For) -> bool:
    """Whether a loop may stop at its first item, as one that looks for the oldest does."""
    return any(isinstance(node, ast.Break | ast.Return) for node in ast.walk(loop))
