"""The debrief as Markdown, for notes and pull requests."""

import re
from collections.abc import Iterator, Sequence

from sparring.assessment.render.page import Call, Cited, Page, Rated, Told, page_of
from sparring.domain.debrief import Debrief, FailedCase
from sparring.domain.evidence import Source
from sparring.domain.rubric import Rubric
from sparring.domain.transcript import Transcript

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&!@$])")


def markdown(debrief: Debrief, transcript: Transcript, rubric: Rubric) -> str:
    """The whole debrief, without the transcript. Nothing a candidate said becomes markup."""
    page = page_of(debrief, transcript, rubric)
    return "\n".join(_blocks(page)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands; addresses do not become links."""
    return _ACTIVE.sub(r"\\\1", text).replace("://", "\\://").replace("www.", "www\\.")


def _blocks(page: Page) -> Iterator[str]:
    yield from _head(page)
    yield from _section("What decided it", [_moment(told) for told in page.moments])
    yield from _table(page.rated)
    for rated in page.rated:
        yield from _signal(rated)
    yield from _section("Mistakes", [_mistake(told) for told in page.mistakes])
    yield from _section("One level up", [_up(told) for told in page.ups])
    yield from _section("This question, by level", [_level(*level) for level in page.levels])
    yield from _section("Cases that failed", [_failed(case) for case in page.failed])
    yield from _section("A board that would do", [_arrow(*arrow) for arrow in page.board])
    if page.solution:
        yield f"## A solution that passes every case\n\n{escaped(page.solution_note)}\n\n{_indented(page.solution)}\n"
    yield from _section("Drills", [f"{page.drilled}\n", *map(_drill, page.drills)] if page.drills else [])
    yield from _section("Curveballs", [_curveball(told) for told in page.curveballs])
    yield from _section("Checked", [_check(told) for told in page.checks])
    yield from _section("Not seen", [f"- **{escaped(title)}**: {escaped(why)}" for title, why in page.unseen])
    yield from _section("Next reps", [_rep(n, r.title, r.do, r.command) for n, r in enumerate(page.reps, 1)])
    yield from _section("What to know about this page", [f"- {escaped(said)}" for said in page.caveats])
    yield f"Session {escaped(page.id)}, rated by {escaped(page.rater)}."


def _head(page: Page) -> Iterator[str]:
    close = ", too close to call" if page.verdict.too_close else ""
    yield f"# {escaped(page.title)}\n\n{page.about}\n"
    yield f"{_call('Verdict', page.verdict, close)}\n"
    yield f"{_call('Altitude', page.altitude)}\n"
    if page.prediction:
        yield page.prediction + "\n"


def _call(what: str, call: Call, close: str = "") -> str:
    interval = (call.range + close).removeprefix(", ")
    return f"**{what}: {call.value}**{f' ({interval})' if interval else ''}. {escaped(call.reason)}"


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {title}\n"
        yield from items
        yield ""


def _quote(cited: Cited) -> str:
    place = f" ({cited.place})" if cited.place else ""
    return f"“{escaped(cited.text)}”{place}" if cited.text else ""


def _moment(told: Told) -> str:
    return f"- {'▲' if told.for_better else '▼'} {_quote(told.cited)}: {escaped(told.says)} *{told.source}*"


def _table(rated: Sequence[Rated]) -> Iterator[str]:
    if rated:
        yield "## Signals\n\n| signal | rating | interval | evidence |\n|---|---|---|---|"
        for row in rated:
            yield f"| {escaped(row.title)} | {row.boxes} {row.value} | {row.interval} | {row.counts} |"
        yield ""


def _signal(rated: Rated) -> Iterator[str]:
    yield f"### {escaped(rated.title)}: {rated.value}\n\n{escaped(rated.reason)} *{rated.rater}*\n"
    yield from (f"- ✓ {escaped(anchor)}" for anchor in rated.met)
    yield from (f"- · {escaped(anchor)}" for anchor in rated.missed)
    for piece in rated.seen:
        how = f", {piece.how}" if piece.how else ""
        why = f": {escaped(piece.why)}" if piece.why else ""
        yield f"- {'＋' if piece.for_better else '−'} {_quote(piece.cited)}{how}{why} *{piece.source}*"
    yield ""


def _mistake(told: Told) -> str:
    quote = f" {_quote(told.cited)}" if told.cited.text else ""
    instead = f" Instead: {escaped(told.more)}" if told.more else ""
    return f"- **{escaped(told.title)}.**{quote} {escaped(told.says)} *{told.source}*{instead}"


def _up(told: Told) -> str:
    voiced = f"\n  You could have said: “{escaped(told.voiced)}” *{Source.LANGUAGE_MODEL}*" if told.voiced else ""
    return f"- **{escaped(told.title)}.** {_quote(told.cited)}\n  {told.more}: {escaped(told.says)}{voiced}"


def _level(altitude: str, does: str, here: str) -> str:
    return f"- **{altitude}{' (you, this time)' if here else ''}.** {escaped(does)}"


def _arrow(source: str, target: str, what: str) -> str:
    return f"- {escaped(source)} → {escaped(target)}{f': {escaped(what)}' if what else ''}"


def _indented(code: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in code.splitlines())


def _failed(case: FailedCase) -> str:
    code = "\n".join(f"      {line}" for line in case.run.splitlines())
    return f"- ✗ **{escaped(case.why)}** (stage {case.stage})\n\n{code}\n\n  wanted: {escaped(case.expected)}"


def _drill(told: Told) -> str:
    quote = f" {_quote(told.cited)}" if told.cited.text else ""
    more = f"\n  A senior answer: {escaped(told.more)}" if told.more else ""
    mark = "?" if told.unsure else "✓" if told.for_better else "✗"
    return f"- {mark} **{escaped(told.title)}** {escaped(told.says)}{quote}{more}"


def _curveball(told: Told) -> str:
    quote = f" {_quote(told.cited)}" if told.cited.text else ""
    return f"- **{escaped(told.title)}** {escaped(told.says)}{quote}\n  Author's note: {escaped(told.more)}"


def _check(told: Told) -> str:
    mark = "✓" if told.for_better else "✗"
    return f"- {mark} {_quote(told.cited)} {escaped(told.more)} {escaped(told.says)} *{told.source}*"


def _rep(number: int, title: str, do: str, command: str) -> str:
    start = f" Start it with: `{command.replace('`', '')}`" if command else ""
    return f"{number}. **{escaped(title)}.** {escaped(do)}{start}"
