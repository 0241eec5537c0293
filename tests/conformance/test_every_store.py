"""What every store does, whatever database is below it. An adapter joins by adding its name to ADAPTERS."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.domain.event import ENDED, Event
from sparring.store import (
    AmbiguousSession,
    NotStorable,
    OutOfOrder,
    SessionExists,
    Store,
    UnknownSession,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

ADAPTERS: dict[str, Callable[[Path], str]] = {
    "sqlite file": lambda folder: str(folder / "sparring.db"),
    "sqlite memory": lambda folder: "sqlite://",
}
"""Name of the adapter to where a fresh, empty store of it is, given an empty folder."""


@pytest.fixture(params=sorted(ADAPTERS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with Store.open(ADAPTERS[request.param](tmp_path)) as store:
        yield store


def said(seq: int, at: float | None = None, kind: str = "candidate_said", **payload: object) -> Event:
    return Event(seq, float(seq) if at is None else at, kind, payload or {"text": f"turn {seq}"})


def begun(store: Store, id_: str = "abc", events: int = 0, after: timedelta = timedelta(0)) -> None:
    store.create(id_, NOON + after, {"round": "coding"})
    for seq in range(events):
        store.append(id_, said(seq))


def test_events_come_back_as_they_were_appended(store: Store) -> None:
    store.create("abc", NOON, {})
    given_ = [said(0, 0.0, "opened"), said(1, 1.25, text="Hello", n=[1, 2.5, None, True]), said(2, 1.25)]
    for event in given_:
        store.append("abc", event)
    assert store.events("abc") == tuple(given_)


def test_a_session_with_no_events(store: Store) -> None:
    begun(store)
    assert store.events("abc") == ()
    row = store.session("abc")
    assert (row.events, row.last_at, row.ended, row.parent, row.debriefed) == (0, 0.0, False, None, False)


def test_the_row_tells_what_the_log_holds(store: Store) -> None:
    store.create("abc", NOON, {"round": "coding", "minutes": 45, "signals": ("a", "b")})
    store.append("abc", said(0, 3.5))
    store.append("abc", said(1, 9.75, ENDED))
    row = store.session("abc")
    assert row.started_at == NOON
    assert row.config == {"round": "coding", "minutes": 45, "signals": ["a", "b"]}
    assert (row.events, row.last_at, row.ended) == (2, 9.75, True)


def test_times_of_other_zones_come_back_as_the_same_moment(store: Store) -> None:
    store.create("abc", NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), {})
    assert store.session("abc").started_at == NOON


def test_sessions_are_newest_first(store: Store) -> None:
    begun(store, "old", after=timedelta(days=-1))
    begun(store, "new", events=1, after=timedelta(microseconds=1))
    begun(store, "mid")
    assert [row.id for row in store.sessions()] == ["new", "mid", "old"]
    assert [row.events for row in store.sessions()] == [1, 0, 0]


def test_no_sessions(store: Store) -> None:
    assert store.sessions() == ()
    with pytest.raises(UnknownSession, match="there are no sessions yet"):
        store.session("abc")


@pytest.mark.parametrize("seq", [0, 1, 3, -1])
def test_an_event_out_of_order_is_refused_and_changes_nothing(store: Store, seq: int) -> None:
    begun(store, events=2)
    before = store.events("abc")
    with pytest.raises(OutOfOrder, match=f"expected event 2 next, got {seq}"):
        store.append("abc", said(seq, 5.0))
    assert store.events("abc") == before


def test_an_unknown_session_names_the_nearest(store: Store) -> None:
    begun(store, "20260301-alpha")
    begun(store, "20260301-omega")
    for call in (
        lambda: store.append("20260301-alphq", said(0)),
        lambda: store.events("20260301-alphq"),
        lambda: store.session("20260301-alphq"),
        lambda: store.fork("20260301-alphq", 0.0, "new", NOON),
        lambda: store.delete("20260301-alphq"),
        lambda: store.attach_debrief("20260301-alphq", "{}"),
        lambda: store.debrief("20260301-alphq"),
    ):
        with pytest.raises(UnknownSession) as caught:
            call()
        assert caught.value.nearest[0] == "20260301-alpha"
    assert len(store.sessions()) == 2


def test_a_unique_prefix_is_enough(store: Store) -> None:
    begun(store, "abcd")
    begun(store, "abce")
    begun(store, "abc")
    assert store.find("abcd").id == "abcd"
    assert store.find("abc").id == "abc", "an exact id wins over longer ones"
    with pytest.raises(AmbiguousSession, match="abcd") as caught:
        store.find("ab")
    assert sorted(caught.value.ids) == ["abc", "abcd", "abce"]
    for nobody in ("", "ABC", "a%", "_bcd"):
        with pytest.raises(UnknownSession):
            store.find(nobody)
    store.delete("abc")
    store.delete("abce")
    assert store.find("abc").id == "abcd"
    with pytest.raises(UnknownSession):
        # Whoever holds an id means that session, and no other that begins like it.
        store.session("abc")


def test_an_id_is_given_once(store: Store) -> None:
    begun(store, events=1)
    with pytest.raises(SessionExists):
        store.create("abc", NOON, {})
    begun(store, "other")
    with pytest.raises(SessionExists):
        store.fork("other", 0.0, "abc", NOON)
    assert len(store.events("abc")) == 1


@pytest.mark.parametrize(("at", "kept"), [(0.0, 1), (1.0, 2), (1.5, 2), (2.0, 3), (99.0, 3)])
def test_a_fork_holds_the_parent_up_to_a_moment(store: Store, at: float, kept: int) -> None:
    begun(store, events=3)
    store.fork("abc", at, "take2", NOON + timedelta(hours=1))
    assert store.events("take2") == store.events("abc")[:kept]
    row = store.session("take2")
    assert (row.parent, row.forked_at, row.config) == ("abc", at, {"round": "coding"})
    assert row.started_at == NOON + timedelta(hours=1)


def test_a_fork_goes_its_own_way_and_outlives_its_parent(store: Store) -> None:
    begun(store, events=3)
    store.fork("abc", 1.0, "take2", NOON)
    store.append("take2", said(2, 1.5, text="another answer"))
    assert store.events("abc")[2].payload == {"text": "turn 2"}
    store.delete("abc")
    assert store.events("take2")[2].payload == {"text": "another answer"}
    assert store.session("take2").parent == "abc"


def test_a_fork_has_no_gap_where_a_clock_went_back(store: Store) -> None:
    store.create("abc", NOON, {})
    for seq, at in enumerate([1.0, 5.0, 4.0, 6.0]):
        store.append("abc", said(seq, at))
    store.fork("abc", 4.5, "take2", NOON)
    assert [event.seq for event in store.events("take2")] == [0]
    store.append("take2", said(1, 4.6))


def test_a_failed_fork_leaves_nothing(store: Store) -> None:
    begun(store, events=1)
    with pytest.raises(NotStorable):
        store.fork("abc", float("nan"), "take2", NOON)
    with pytest.raises(UnknownSession):
        store.events("take2")


def test_deleting_forgets_events_and_debrief(store: Store) -> None:
    begun(store, events=2)
    store.attach_debrief("abc", "{}")
    begun(store, "other", events=1)
    store.delete("abc")
    assert [row.id for row in store.sessions()] == ["other"]
    store.create("abc", NOON, {})
    assert store.events("abc") == ()
    assert store.debrief("abc") is None


def test_a_debrief_comes_back_to_the_letter_and_can_be_replaced(store: Store) -> None:
    begun(store)
    assert store.debrief("abc") is None
    store.attach_debrief("abc", '{"verdict":  "hire", "é": "\\u0000", "n": 1.0}\n')
    assert store.debrief("abc") == '{"verdict":  "hire", "é": "\\u0000", "n": 1.0}\n'
    assert store.session("abc").debriefed
    store.attach_debrief("abc", "[]")
    assert store.debrief("abc") == "[]"
    with pytest.raises(NotStorable, match="debrief: expected JSON text"):
        store.attach_debrief("abc", "{")


@pytest.mark.parametrize(
    "text",
    [
        "", "nul \x00 inside", "\x1b[2J\x1b]0;title\x07", "e\u0301 \U0001f600 \u202e \ufeff", "\r\n\t\u2028",
        "'; DROP TABLE events;--", "x" * 1_000_000,
    ],
    ids=["empty", "nul", "terminal", "unicode", "newlines", "sql", "long"],
)  # fmt: skip
def test_any_text_comes_back(store: Store, text: str) -> None:
    store.create("abc", NOON, {text[:50]: text[:50]})
    store.append("abc", said(0, text=text, nested={"list": [text]}))
    assert store.events("abc")[0].payload == {"text": text, "nested": {"list": [text]}}
    assert store.session("abc").config == {text[:50]: text[:50]}


def test_lone_surrogates_are_replaced_and_pairs_joined(store: Store) -> None:
    begun(store)
    store.append("abc", said(0, text="a\ud800b", pair="\ud83d\ude00"))
    assert store.events("abc")[0].payload == {"text": "a\ufffdb", "pair": "\U0001f600"}


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), b"bytes", {1, 2}, {1: "key"}, NOON, 10**5000],
    ids=["nan", "inf", "bytes", "set", "key", "datetime", "endless int"],
)
def test_what_json_has_no_word_for_is_refused(store: Store, value: object) -> None:
    begun(store)
    with pytest.raises(NotStorable, match=r"payload"):
        store.append("abc", said(0, value=value))
    assert store.events("abc") == ()


def test_bottomless_nesting_is_refused(store: Store) -> None:
    begun(store)
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    with pytest.raises(NotStorable, match="levels of nesting"):
        store.append("abc", said(0, value=deep))


@pytest.mark.parametrize("id_", ["", "a b", "../x", "é", "-x", "a" * 65, "a\x00"])
def test_ids_are_plain(store: Store, id_: str) -> None:
    with pytest.raises(NotStorable, match="session id"):
        store.create(id_, NOON, {})


@pytest.mark.parametrize(
    "event",
    [said(0, -0.1), said(0, float("nan")), said(0, float("inf")), said(0, kind=""), said(0, kind="a\x1b[0m")],
    ids=["before the start", "nan", "inf", "no kind", "kind with an escape"],
)
def test_an_event_needs_a_time_and_a_kind(store: Store, event: Event) -> None:
    begun(store)
    with pytest.raises(NotStorable):
        store.append("abc", event)
    assert store.events("abc") == ()


def test_a_time_without_zone_is_refused(store: Store) -> None:
    with pytest.raises(NotStorable, match="zone"):
        store.create("abc", datetime(2026, 3, 1), {})


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
logs = st.lists(
    st.tuples(st.floats(0, 100), st.sampled_from(["said", "asked", ENDED]), st.dictionaries(st.text(), json_values)),
    max_size=8,
)


@pytest.mark.parametrize("adapter", sorted(ADAPTERS))
@settings(max_examples=25, deadline=None)
@given(log=logs, cuts=st.lists(st.floats(0, 100), min_size=1, max_size=3))
def test_forks_of_forks_are_prefixes_and_appending_goes_on(
    tmp_path_factory: pytest.TempPathFactory,
    adapter: str,
    log: list[tuple[float, str, dict[str, object]]],
    cuts: list[float],
) -> None:
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(ADAPTERS[adapter](tmp_path_factory.mktemp("store"))))
        store.create("take0", NOON, {})
        model = [Event(seq, at, kind, payload) for seq, (at, kind, payload) in enumerate(log)]
        for event in model:
            store.append("take0", event)
        assert store.events("take0") == tuple(model)
        for number, cut in enumerate(cuts, start=1):
            store.fork(f"take{number - 1}", cut, f"take{number}", NOON)
            later = [event.seq for event in model if event.at > cut]
            model = model[: later[0]] if later else model
            assert store.events(f"take{number}") == tuple(model)
            model = [*model, Event(len(model), cut, "said", {"take": number})]
            store.append(f"take{number}", model[-1])
            row = store.session(f"take{number}")
            assert (row.events, row.ended) == (len(model), any(event.kind == ENDED for event in model))
        assert [event.payload for event in store.events("take0")] == [payload for _, _, payload in log]
