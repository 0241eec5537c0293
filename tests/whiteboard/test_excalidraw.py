import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.domain.board import Board, Component, Connection
from sparring.whiteboard.errors import BadDrawing, BoardError, NotADrawing, TooLarge
from sparring.whiteboard.read import read


def shape(id_: str, x: float, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": "rectangle", "x": x, "y": 0, "width": 100, "height": 50, **more}


def text(id_: str, words: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": "text", "text": words, "x": 9000, "y": 9000, "width": 10, "height": 10, **more}


def arrow(id_: str, source: str | None, target: str | None, **more: Any) -> dict[str, Any]:
    def bound(end: str | None) -> Any:
        return None if end is None else {"elementId": end, "focus": 0, "gap": 1}

    fields = {"id": id_, "type": "arrow", "x": 0, "y": 0, "points": [[0, 0], [1, 1]], "endArrowhead": "arrow"}
    return {**fields, "startBinding": bound(source), "endBinding": bound(target), **more}


def scene(*elements: Any) -> Board:
    return read(json.dumps({"type": "excalidraw", "version": 2, "elements": elements}).encode(), "b.excalidraw")


def test_bound_labels_and_bound_arrows() -> None:
    drawn = scene(
        shape("1", 0),
        text("t1", "Feed\nAPI", containerId="1"),
        shape("2", 300, type="ellipse"),
        text("t2", "Redis", containerId="2"),
        arrow("e", "1", "2"),
        text("te", "get", containerId="e"),
    )
    assert drawn == Board(
        (Component("1", "Feed API", "service"), Component("2", "Redis", "cache")), (Connection("1", "2", "get"),)
    )


def test_an_arrow_bound_to_nothing_takes_the_nearest_shape() -> None:
    loose = arrow("e", None, None, x=110, y=25, points=[[0, 0], [50, 9], [180, 0]])
    far = arrow("f", None, None, x=2000, y=2000, points=[[0, 0], [50, 0]])
    labels = [text("t1", "API", containerId="1"), text("t2", "DB", containerId="2")]
    assert scene(shape("1", 0), shape("2", 300), *labels, loose, far).connections == (Connection("1", "2"),)


def test_a_text_inside_a_shape_is_its_label() -> None:
    assert scene(shape("1", 0), text("t", "Postgres", x=20, y=20)).components == (Component("1", "Postgres", "sql"),)


def test_the_palettes_kind_comes_first() -> None:
    (component,) = scene(shape("1", 0, customData={"kind": "queue"}), text("t", "Redis", containerId="1")).components
    assert component.kind == "queue"


def test_deleted_elements_are_gone_and_frames_and_groups_change_nothing() -> None:
    drawn = scene(
        {"id": "frame", "type": "frame", "x": -50, "y": -50, "width": 900, "height": 300, "name": "Backend"},
        shape("1", 0, frameId="frame", groupIds=["g"]),
        text("t1", "API", containerId="1", groupIds=["g"]),
        shape("2", 300, isDeleted=True),
        text("t2", "Old cache", containerId="2", isDeleted=True),
        arrow("e", "1", "2", isDeleted=True),
    )
    assert drawn == Board((Component("1", "API", "service"),), ())


def test_an_arrow_with_its_head_at_the_start_points_back() -> None:
    labels = [text("t1", "API", containerId="1"), text("t2", "DB", containerId="2")]
    back = arrow("e", "1", "2", startArrowhead="arrow", endArrowhead=None)
    assert scene(shape("1", 0), shape("2", 300), *labels, back).connections == (Connection("2", "1"),)


def test_a_plain_text_that_an_arrow_reaches_is_a_component() -> None:
    drawn = scene(shape("1", 0), text("t1", "API", containerId="1"), text("s3", "S3"), arrow("e", "1", "s3"))
    assert drawn.components[1] == Component("s3", "S3", "object_store")
    odd = scene(shape("1", 0), text("s3", "S3", containerId=[]), arrow("e", "1", "s3"))
    assert odd.components[1].label == "S3"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Redis Cluster", "cache"),
        ("Kafka", "queue"),
        ("orders queue", "queue"),
        ("PostgreSQL (primary)", "sql"),
        ("S3", "object_store"),
        ("DynamoDB", "kv"),
        ("CloudFront CDN", "cdn"),
        ("Elasticsearch", "search"),
        ("UserService", "service"),
        ("Search Service", "service"),
        ("iOS client", "client"),
        ("NGINX LB", "load_balancer"),
        ("notification workers", "worker"),
        ("Thing", "other"),
    ],
)
def test_words_name_the_kind(label: str, kind: str) -> None:
    (component,) = scene(shape("1", 0), text("t", label, containerId="1")).components
    assert component.kind == kind


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", NotADrawing, "empty"),
        (b'{"type": "excalidraw",\n "elements": [', BadDrawing, "line 2"),
        (b"[" * 200_000, BadDrawing, "deep"),
        (b'{"elements": ' + b"9" * 5000 + b"}", BoardError, "number"),
        (b'{"elements": {}}', NotADrawing, "elements"),
        (b"\x89PNG\r\n\x1a\n\0\0", NotADrawing, "line 1"),
        (b"flowchart LR\nab\0cd", NotADrawing, "line 2"),
        (b"x" * (11 * 1024 * 1024), TooLarge, "bytes"),
        (json.dumps([{}] * 6000).encode(), TooLarge, "elements"),
    ],
)
def test_bad_files_are_refused_with_the_remedy(data: bytes, error: type[BoardError], says: str) -> None:
    with pytest.raises(error, match=says) as refused:
        read(data, "file")
    assert refused.value.remedy


def test_other_encodings() -> None:
    assert len(read("flowchart LR\na[Über] --> b".encode("utf-16"), "x").components) == 2
    assert len(read("\ufeffflowchart LR\na --> b".encode(), "x").components) == 2


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8) | st.sampled_from(["1", "2", "arrow", "text"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = ("id", "type", "x", "y", "width", "height", "points", "text", "containerId", "startBinding", "customData")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), anything) | st.just(shape("1", 0)), max_size=5))
def test_any_scene_is_read_or_refused(elements: list[Any]) -> None:
    drawn = scene(*elements)
    known = {component.id for component in drawn.components}
    assert all({edge.source, edge.target} <= known for edge in drawn.connections)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read(data, "file")
    except BoardError as error:
        assert error.remedy


def test_a_zone_around_an_arrow_is_neither_of_its_ends() -> None:
    zone = shape("vpc", -50, y=-50, width=600, height=200)
    loose = arrow("e", None, None, x=106, y=25, points=[[0, 0], [188, 0]])
    labels = [
        text("t1", "API", containerId="1"),
        text("t2", "DB", containerId="2"),
        text("t3", "VPC", containerId="vpc"),
    ]
    assert scene(zone, shape("1", 0), shape("2", 300), loose, *labels).connections == (Connection("1", "2", ""),)


def test_an_arrow_bound_to_the_text_in_a_shape_is_bound_to_the_shape() -> None:
    inside = [text("t1", "Client", x=40, y=20), text("t2", "API", x=340, y=20)]
    drawn = scene(shape("1", 0), shape("2", 300), *inside, arrow("e", "t1", "t2"))
    assert drawn == Board(
        (Component("1", "Client", "client"), Component("2", "API", "service")), (Connection("1", "2", ""),)
    )
