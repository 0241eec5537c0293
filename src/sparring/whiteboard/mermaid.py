"""Reads Mermaid flowcharts: nodes in any shape, chains, `&`, edge labels, subgraphs."""

import re

from sparring.domain.board import Board, Component, Connection
from sparring.whiteboard.errors import BadDrawing, NotADrawing, TooLarge
from sparring.whiteboard.kinds import KINDS, clean, kind_of

MOST = 5000
"""Nodes, and edges, read at most."""

HEADER = re.compile(r"(?:graph|flowchart)(?:-elk)?(?:\s+(?:TB|TD|BT|RL|LR))?\s*(?:;|$)", re.IGNORECASE)
IGNORED = re.compile(r"(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr|title)(?=\s|:|$)")
ID = re.compile(r"\w+(?:-(?![-.>])\w+)*")
SHAPE_ENDS = (
    *(("(((", ")))"), ("((", "))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("{{", "}}")),
    *(("[/", "]"), ("[\\", "]"), ("(", ")"), ("[", "]"), ("{", "}"), (">", "]")),
)
"""How shapes open and close, the longer ones first."""

ATTRIBUTES = re.compile(r"@\{([^{}]*)\}")
CLASS = re.compile(r":::(\w+)")
EDGE = re.compile(r"(?:\w+@)?[<xo]?(?:--+[->xo]?|==+[=>xo]?|-\.+-[>xo]?|~~~+)")
PIPED = re.compile(r"\s*\|([^|]*)\|")
OPENED = re.compile(r"[<xo]?(?P<kind>--|==|-\.)(?![-=.>]|[xo](?:\s|$))")
CLOSINGS = {"--": re.compile(r"--+[->xo]"), "==": re.compile(r"==+[=>xo]"), "-.": re.compile(r"\.+-[>xo]?")}
SUBGRAPH = re.compile(r"subgraph\s+(?P<id>[\w-]+)?\s*(?P<rest>.*)$")


def read_mermaid(text: str, name: str) -> Board:
    """The board of a flowchart; BadDrawing names the line that cannot be read."""
    return _Chart(name).read(text.splitlines())


class _Chart:
    """A flowchart, line by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = 0
        self.labels: dict[str, str] = {}
        self.said: dict[str, str] = {}
        """Kinds by node, where a class or a shape says so."""
        self.groups: dict[str, str] = {}
        self.edges: dict[Connection, None] = {}

    def read(self, lines: list[str]) -> Board:
        begun = False
        for number, raw in _content(lines):
            self.line = number
            line = raw
            if not begun:
                match = HEADER.match(line)
                if match is None:
                    raise self._not_a_flowchart(line)
                begun, line = True, line[match.end() :].strip()
            for statement in _statements(line):
                self._statement(statement)
            if max(len(self.labels), len(self.edges)) > MOST:
                raise TooLarge(self.name, number, f"more than {MOST} nodes or edges.", "Split the drawing.")
        if not begun:
            raise self._not_a_flowchart("")
        return self._board()

    def _not_a_flowchart(self, line: str) -> NotADrawing:
        found = (
            f"this begins with {clean(line)[:40]!r}, which is no flowchart." if line else "there is no flowchart in it."
        )
        return NotADrawing(
            self.name, self.line or None, found, "Begin with `flowchart LR` or give an Excalidraw scene."
        )

    def _board(self) -> Board:
        used = {end for edge in self.edges for end in (edge.source, edge.target)}
        components = []
        for id_, label in self.labels.items():
            if id_ in self.groups and id_ not in used:
                continue
            shown = label or clean(self.groups.get(id_, "")) or id_
            components.append(Component(id_, shown, self._kind(id_, shown)))
        return Board(tuple(components), tuple(self.edges))

    def _kind(self, id_: str, label: str) -> str:
        said = self.said.get(id_)
        return kind_of(label, None if said == "database" else said, "sql" if said == "database" else "other")

    def _statement(self, text: str) -> None:
        if text == "end" or IGNORED.match(text):
            return
        group = SUBGRAPH.match(text)
        if group is not None:
            title = _unquoted(group["rest"].strip().removeprefix("[").removesuffix("]"))
            self.groups[group["id"] or title] = title or group["id"] or ""
            return
        cursor = _Cursor(text, self)
        sources = cursor.nodes()
        while not cursor.at_end():
            label = cursor.edge()
            targets = cursor.nodes()
            for source in sources:
                for target in targets:
                    if label is not None:
                        self.edges[Connection(source, target, label)] = None
            sources = targets

    def bad(self, rest: str) -> BadDrawing:
        """The error for what cannot be read at this point of the line."""
        found = f"cannot read {clean(rest)[:40]!r}." if rest.strip() else "the line breaks off."
        return BadDrawing(self.name, self.line, found, "Write nodes as `id[Label]` and edges as `a -->|label| b`.")


class _Cursor:
    """A place in one statement."""

    def __init__(self, text: str, chart: _Chart) -> None:
        self.text, self.chart, self.at = text, chart, 0

    def at_end(self) -> bool:
        self._skip_space()
        return self.at >= len(self.text)

    def nodes(self) -> list[str]:
        """One node, or several joined by `&`."""
        found = [self._node()]
        while not self.at_end() and self.text[self.at] == "&":
            self.at += 1
            found.append(self._node())
        return found

    def edge(self) -> str | None:
        """An edge's label, empty where it has none; None for an invisible edge."""
        self._skip_space()
        opened = OPENED.match(self.text, self.at)
        if opened is not None:
            closing = CLOSINGS[opened["kind"]].search(self.text, opened.end())
            if closing is None:
                raise self.chart.bad(self.text[self.at :])
            self.at = closing.end()
            return _unquoted(self.text[opened.end() : closing.start()])
        edge = EDGE.match(self.text, self.at)
        if edge is None:
            raise self.chart.bad(self.text[self.at :])
        self.at = edge.end()
        piped = PIPED.match(self.text, self.at)
        if piped is not None:
            self.at = piped.end()
        label = _unquoted(piped[1]) if piped is not None else ""
        return None if edge[0].endswith("~~~") else label

    def _node(self) -> str:
        self._skip_space()
        match = ID.match(self.text, self.at)
        if match is None:
            raise self.chart.bad(self.text[self.at :])
        self.at = match.end()
        id_ = match[0]
        label = self._shape(id_)
        if label or id_ not in self.chart.labels:
            self.chart.labels[id_] = label
        return id_

    def _shape(self, id_: str) -> str:
        """The label in a node's shape, and what shape or class say of its kind."""
        label = ""
        for opening, closing in SHAPE_ENDS:
            if self.text.startswith(opening, self.at):
                if opening == "[(":
                    self.chart.said[id_] = "database"
                label = self._until(closing, self.at + len(opening))
                break
        attributes = ATTRIBUTES.match(self.text, self.at)
        if attributes is not None:
            self.at = attributes.end()
            given = re.search(r"""label:\s*(?:"([^"]*)"|'([^']*)'|([^,]*))""", attributes[1])
            label = clean(next((part for part in given.groups() if part), "")) if given else label
            if re.search(r"shape:\s*(?:cyl|db|database|cylinder)\b", attributes[1]):
                self.chart.said[id_] = "database"
        named = CLASS.match(self.text, self.at)
        if named is not None:
            self.at = named.end()
            if named[1] in KINDS:
                self.chart.said[id_] = named[1]
        return label

    def _until(self, closing: str, start: int) -> str:
        """The text up to a closing bracket, which may stand inside quotes."""
        begin = start + len(self.text[start:]) - len(self.text[start:].lstrip())
        search = start
        if self.text.startswith('"', begin):
            quote = self.text.find('"', begin + 1)
            search = quote if quote > 0 else start
        end = self.text.find(closing, search)
        if end < 0:
            raise self.chart.bad(self.text[start:])
        self.at = end + len(closing)
        return _unquoted(self.text[start:end].strip("/\\ "))

    def _skip_space(self) -> None:
        while self.at < len(self.text) and self.text[self.at].isspace():
            self.at += 1


def _content(lines: list[str]) -> list[tuple[int, str]]:
    """Numbered lines without comments, fences, front matter and blank ones."""
    found: list[tuple[int, str]] = []
    front = bool(lines) and lines[0].strip() == "---"
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if front:
            front = number == 1 or line != "---"
            continue
        if line and not line.startswith(("%%", "```", "~~~")):
            found.append((number, line))
    return found


def _statements(line: str) -> list[str]:
    """The statements of a line, which semicolons outside quotes and brackets separate."""
    parts, depth, quoted, begin = [], 0, False, 0
    for at, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif not quoted and character in "[({":
            depth += 1
        elif not quoted and character in "])}":
            depth -= 1
        elif character == ";" and not quoted and depth <= 0:
            parts.append(line[begin:at])
            begin = at + 1
    return [part.strip() for part in [*parts, line[begin:]] if part.strip()]


def _unquoted(text: str) -> str:
    return clean(text.strip().strip('"`'))
