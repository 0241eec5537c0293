"""The rubric as its five files have it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sparring.bank.problem import ContentProblem
from sparring.bank.read import Read
from sparring.bank.source import read_toml
from sparring.bank.table import Table
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import MISTAKES, SIGNALS, Anchor, Deeper, Mistake, Rubric, Signal

FOLDER = "rubric"

_DIFFICULTIES = (-4.0, 9.0)
"""A condition can be met by nearly everybody, and by nearly nobody."""


def rubric_files(root: Path) -> Iterator[Path]:
    """The files that make up the rubric."""
    for name in (*(round_.value for round_ in Round), "mistakes", "altitudes"):
        yield root / FOLDER / f"{name}.toml"


def read_rubric(root: Path) -> Rubric:
    """The whole rubric. Raises ContentError with the problems of the first malformed file."""
    return Rubric(
        signals={round_: read_signals(root, round_).accepted() for round_ in Round},
        mistakes=read_mistakes(root).accepted(),
        altitudes=read_altitudes(root).accepted(),
    )


def read_signals(root: Path, round_: Round) -> Read[tuple[Signal, ...]]:
    """Every signal of a round, in the order of `domain.rubric.SIGNALS`."""
    source = read_toml(root / FOLDER / f"{round_.value}.toml", root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    signals = tuple(_signal(each, round_) for each in table.tables("signals"))
    _complete(table, "signals", tuple(signal.id for signal in signals), SIGNALS[round_])
    table.close()
    order = {id_: i for i, id_ in enumerate(SIGNALS[round_])}
    ordered = tuple(sorted(signals, key=lambda signal: order.get(signal.id, len(order))))
    return Read(ordered, (source,), tuple(sorted(problems)))


def read_mistakes(root: Path) -> Read[tuple[Mistake, ...]]:
    """Every mistake, in the file's order."""
    source = read_toml(root / FOLDER / "mistakes.toml", root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    mistakes = tuple(_mistake(each) for each in table.tables("mistakes"))
    _complete(table, "mistakes", tuple(mistake.id for mistake in mistakes), MISTAKES)
    table.close()
    return Read(mistakes, (source,), tuple(sorted(problems)))


def read_altitudes(root: Path) -> Read[Mapping[Altitude, Mapping[Round, str]]]:
    """What each altitude sounds like in each round."""
    source = read_toml(root / FOLDER / "altitudes.toml", root)
    problems: list[ContentProblem] = []
    table = Table.of(source, problems)
    altitudes = {altitude: table.by(altitude.value, Round, Round) for altitude in Altitude}
    table.close()
    return Read(altitudes, (source,), tuple(sorted(problems)))


def _signal(table: Table, round_: Round) -> Signal:
    signal = Signal(
        id=table.id("id"),
        round=round_,
        title=table.text("title"),
        question=table.text("question"),
        anchors=tuple(_anchor(each) for each in table.tables("anchors", exactly=4)),
        sounds_like=table.by("sounds_like", Altitude, Altitude),
        one_level_up=_steps(table.table("one_level_up")),
        rep=table.text("rep"),
        probes=table.texts("probes", least=5),
        deeper=tuple(map(_deeper, table.tables("deeper", least=0))),
    )
    ratings = tuple(anchor.rating for anchor in signal.anchors)
    if len(ratings) == 4 and ratings != (1, 2, 3, 4):
        table.note("anchors", "ratings 1, 2, 3, 4 in order", ", ".join(map(str, ratings)))
    table.close()
    return signal


def _anchor(table: Table) -> Anchor:
    conditions = table.texts("met_when")
    difficulty = table.numbers("difficulty", *_DIFFICULTIES, exactly=len(conditions))
    anchor = Anchor(table.integer("rating", 1, 4), table.text("text"), conditions, difficulty)
    table.close()
    return anchor


def _deeper(table: Table) -> Deeper:
    deeper = Deeper(table.text("ask"), table.texts("after", optional=True))
    table.close()
    return deeper


def _steps(table: Table) -> Mapping[int, str]:
    steps = {rating: table.text(str(rating)) for rating in (1, 2, 3)}
    table.close()
    return steps


def _mistake(table: Table) -> Mistake:
    mistake = Mistake(
        id=table.id("id"),
        title=table.text("title"),
        rounds=table.choices("rounds", Round),
        pattern=table.text("pattern"),
        costs=table.text("costs"),
        instead=table.text("instead"),
    )
    table.close()
    return mistake


def _complete(table: Table, key: str, ids: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    for i, id_ in enumerate(ids):
        if id_ and (id_ not in wanted or id_ in ids[:i]):
            table.note((key, i, "id"), f"each of {', '.join(wanted)} once", repr(id_))
    missing = [id_ for id_ in wanted if id_ not in ids]
    if missing and ids:
        table.note(key, f"each of {', '.join(wanted)} once", f"no {', no '.join(missing)}")
