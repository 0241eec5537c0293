"""The debrief on a terminal: calm, in order of what matters, readable from 60 columns up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sparring.assessment.render.page import Call, Cited, Page, Rated, Seen, Told, page_of
from sparring.domain.debrief import Debrief
from sparring.domain.evidence import Source
from sparring.domain.rubric import Rubric
from sparring.domain.transcript import Transcript

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

GOOD, BAD, QUIET, STRONG, LINK = "green", "red", "bright_black", "bold", "cyan"
WIDEST = 110
"""Columns; longer lines are hard to read, so a wider terminal gets a margin."""


def terminal(debrief: Debrief, transcript: Transcript, rubric: Rubric) -> RenderableType:
    """The page as something Rich prints; what candidates said is never read as markup."""
    from rich.console import Group
    from rich.constrain import Constrain

    return Constrain(Group(*_blocks(page_of(debrief, transcript, rubric))), WIDEST)


def terminal_text(
    debrief: Debrief, transcript: Transcript, rubric: Rubric, *, width: int = 80, color: bool = False
) -> str:
    """The same page as text of a fixed width, for pipes and tests."""
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        no_color=not color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(terminal(debrief, transcript, rubric))
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _blocks(page: Page) -> Iterator[RenderableType]:
    yield from _head(page)
    if page.moments:
        yield _title("What decided it")
        for told in page.moments:
            yield from _moment(told)
    if page.rated:
        yield _title("Signals")
        yield _table(page)
        yield _title("Signal by signal")
        for rated in page.rated:
            yield from _signal(rated)
    yield from _told("Mistakes", page.mistakes, _mistake)
    yield from _told("One level up", page.ups, _up)
    yield from _levels(page)
    yield from _failed(page)
    yield from _reference(page)
    yield from _told("Drills", page.drills, _drill, page.drilled)
    yield from _told("Curveballs", page.curveballs, _curveball)
    yield from _told("Checked by the program", page.checks, _check)
    if page.unseen:
        yield _title("Not seen")
        for name, why in page.unseen:
            yield _row(_text("○", QUIET), _text(name, STRONG) + _text(f"  {why}"))
    if page.reps:
        yield _title("Next reps")
        for number, rep in enumerate(page.reps, 1):
            yield _row(_text(str(number), LINK), _text(rep.title, STRONG) + _text(f"  {rep.do}"))
            if rep.command:
                yield _row(_text(""), _text(rep.command, LINK))
    if page.caveats:
        yield _title("What to know about this page")
        for said in page.caveats:
            yield _row(_text("·", QUIET), _text(said))
    yield _text("")
    yield _text(f" Session {page.id}, rated by {page.rater}.", QUIET)


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(text, style=style)


def _row(mark: Text, body: RenderableType, indent: int = 1) -> RenderableType:
    """A mark in a column of its own, and text that wraps beside it."""
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=max(1, mark.cell_len), no_wrap=True)
    grid.add_column(ratio=1)
    grid.expand = True
    grid.add_row(mark, body)
    return Padding(grid, (0, 0, 0, indent))


def _title(title: str) -> RenderableType:
    from rich.padding import Padding
    from rich.rule import Rule

    return Padding(Rule(_text(title, STRONG), align="left", style=QUIET, characters="─"), (1, 0, 0, 0))


def _head(page: Page) -> Iterator[RenderableType]:
    yield _text("")
    yield _row(_text(""), _text(page.title, STRONG), 0)
    yield _row(_text(""), _text(page.about, QUIET), 0)
    yield _text("")
    good = page.verdict.value in {"hire", "strong hire"}
    verdict = _text(page.verdict.value.upper(), f"bold {GOOD if good else BAD}")
    yield _row(_text(""), verdict + _text(_range(page.verdict), QUIET), 0)
    yield _row(_text(""), _text(page.verdict.reason), 0)
    yield _text("")
    altitude = _text(f"{page.altitude.value.upper()} ALTITUDE", f"bold {LINK}")
    yield _row(_text(""), altitude + _text(_range(page.altitude), QUIET), 0)
    yield from _ladder(page)
    yield _row(_text(""), _text(page.altitude.reason), 0)
    if page.prediction:
        yield _text("")
        yield _row(_text(""), _text(page.prediction), 0)


def _range(call: Call) -> str:
    parts = ([call.range] if call.range else []) + ["too close to call"] * call.too_close
    return "".join(f", {part}" for part in parts)


def _ladder(page: Page) -> Iterator[RenderableType]:
    """The four altitudes side by side: the call filled, the interval under a line."""
    words, marks = _text("  "), _text("  ")
    for name, where in page.ladder:
        style = {"here": f"bold {LINK}", "within": ""}.get(where, QUIET)
        words += _text(name.center(10), style)
        mark = {"here": "━━━━━●━━━━", "within": "━━━━━━━━━━"}.get(where, "──────────")
        marks += _text(mark, LINK if where else QUIET)
    yield marks
    yield words


def _source(source: str) -> Text:
    return _text(f"  {source}", f"italic {QUIET}")


def _quote(cited: Cited, style: str = "italic") -> Text:
    if not cited.text:
        return _text("")
    place = _text(f"  {cited.place}", QUIET) if cited.place else _text("")
    return _text(f"“{cited.text}”", style) + place


def _moment(told: Told) -> Iterator[RenderableType]:
    mark = _text("▲", GOOD) if told.for_better else _text("▼", BAD)
    yield _row(mark, _text(told.says) + _source(told.source))
    yield _row(_text(""), _quote(told.cited))


def _table(page: Page) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=10)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    for rated in page.rated:
        grid.add_row(
            _text(rated.title),
            _boxes(rated) + _text(f" {rated.value}", STRONG),
            _text(rated.interval, QUIET),
            _text(rated.counts, QUIET),
        )
    for name, _ in page.unseen:
        grid.add_row(_text(name, QUIET), _text("····  ", QUIET), _text(""), _text("not seen", QUIET))
    return Padding(grid, (0, 0, 0, 1))


def _boxes(rated: Rated) -> Text:
    return _text(rated.boxes, {1: BAD, 2: "yellow"}.get(rated.value, GOOD))


def _signal(rated: Rated) -> Iterator[RenderableType]:
    yield _text("")
    yield _row(
        _boxes(rated), _text(rated.title, STRONG) + _text(f"  {rated.question}" if rated.question else "", QUIET)
    )
    yield _row(_text(""), _text(rated.reason) + _source(rated.rater), 1)
    for anchor in rated.met:
        yield _row(_text("✓", GOOD), _text(anchor), 3)
    for anchor in rated.missed:
        yield _row(_text("·", QUIET), _text(anchor, QUIET), 3)
    for seen in rated.seen:
        yield _seen(seen)


def _seen(seen: Seen) -> RenderableType:
    mark = _text("+", f"bold {GOOD}") if seen.for_better else _text("−", f"bold {BAD}")
    how = f" · {seen.how}" if seen.how else ""
    tail = _text(f"{how} · {seen.source}", QUIET)
    why = _text(f"  {seen.why}") if seen.why else _text("")
    return _row(mark, _quote(seen.cited) + tail + why, 3)


def _told(
    title: str, items: tuple[Told, ...], form: Callable[[Told], Iterator[RenderableType]], lead: str = ""
) -> Iterator[RenderableType]:
    if not items:
        return
    yield _title(title)
    if lead:
        yield _row(_text(""), _text(lead))
    for told in items:
        yield from form(told)


def _levels(page: Page) -> Iterator[RenderableType]:
    if page.levels:
        yield _title("This question, by level")
    for altitude, does, here in page.levels:
        name = f"{altitude}, you this time" if here else altitude
        yield _row(_text("●" if here else "○", LINK if here else QUIET), _text(name, STRONG) + _text(f"  {does}"))


def _reference(page: Page) -> Iterator[RenderableType]:
    if page.board:
        yield _title("A board that would do")
        for source, target, what in page.board:
            yield _row(_text("·", QUIET), _text(f"{source} → {target}") + _text(f"  {what}", QUIET))
    if page.solution:
        yield _title("A solution that passes every case")
        yield _row(_text("·", QUIET), _text(page.solution_note))
        lines = len(page.solution.splitlines())
        says = f"Its {lines} lines are in the other forms of this debrief: in the browser, with --html, with --md."
        yield _row(_text("·", QUIET), _text(says))


def _mistake(told: Told) -> Iterator[RenderableType]:
    yield _row(_text("✗", BAD), _text(told.title, STRONG) + _text(f"  {told.says}") + _source(told.source))
    if told.cited.text:
        yield _row(_text(""), _quote(told.cited))
    if told.more:
        yield _row(_text("→", LINK), _text(told.more), 3)


def _up(told: Told) -> Iterator[RenderableType]:
    yield _row(_text("↑", LINK), _text(told.title, STRONG))
    yield _row(_text(""), _quote(told.cited))
    yield _row(_text("→", LINK), _text(f"{told.more}: ", STRONG) + _text(told.says), 3)
    if told.voiced:
        yield _row(
            _text(""),
            _text("You could have said: ", STRONG) + _text(f"“{told.voiced}”") + _source(Source.LANGUAGE_MODEL),
            3,
        )


def _failed(page: Page) -> Iterator[RenderableType]:
    if page.failed:
        yield _title("Cases that failed")
    for case in page.failed:
        yield _row(_text("✗", BAD), _text(case.why, STRONG) + _text(f"  stage {case.stage}", QUIET))
        yield _row(_text(""), _text(case.run, QUIET), 3)
        yield _row(_text("→", LINK), _text("wanted: ", STRONG) + _text(case.expected), 3)


def _drill(told: Told) -> Iterator[RenderableType]:
    mark = _text("?", QUIET) if told.unsure else _text("✓", GOOD) if told.for_better else _text("✗", BAD)
    yield _row(mark, _text(told.title, STRONG) + _text(f"  {told.says}"))
    if told.cited.text:
        yield _row(_text(""), _quote(told.cited))
    if told.more:
        yield _row(_text("→", LINK), _text("A senior answer: ", STRONG) + _text(told.more), 3)


def _curveball(told: Told) -> Iterator[RenderableType]:
    yield _row(_text("◆", QUIET), _text(told.title, STRONG) + _text(f"  {told.says}"))
    if told.cited.text:
        yield _row(_text(""), _quote(told.cited))
    yield _row(_text("→", LINK), _text("Author's note: ", STRONG) + _text(told.more), 3)


def _check(told: Told) -> Iterator[RenderableType]:
    mark = _text("✓", GOOD) if told.for_better else _text("✗", BAD)
    yield _row(mark, _text(told.title, STRONG) + _text(f"  {told.more} {told.says}") + _source(told.source))
    yield _row(_text(""), _quote(told.cited))
