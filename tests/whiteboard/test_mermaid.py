import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.domain.board import Board, Connection
from sparring.whiteboard.errors import BadDrawing, BoardError, NotADrawing
from sparring.whiteboard.read import read

CHART = """---
title: Feed
---
%% the read path
flowchart LR
  subgraph edge [Edge tier]
    direction TB
    client["Mobile app<br/>(iOS)"] -->|HTTPS| lb([Load balancer])
  end
  lb --> api & ws(Web socket server); api -- look aside --> redis[(Redis)]
  api -. "async" .-> q[[Kafka topic: posts]] ==> worker{{Fan-out worker}}
  worker ---> db[(Timelines)]:::kv
  classDef kv fill:#f9f
  style api fill:#bbf,stroke:#333
  api["Feed API"]
  api ~~~ worker
"""


def board(text: str) -> Board:
    return read(text.encode(), "board.mmd")


def test_a_chart_with_everything() -> None:
    drawn = board(CHART)
    assert {component.id: (component.label, component.kind) for component in drawn.components} == {
        "client": ("Mobile app (iOS)", "client"),
        "lb": ("Load balancer", "load_balancer"),
        "api": ("Feed API", "service"),
        "ws": ("Web socket server", "service"),
        "redis": ("Redis", "cache"),
        "q": ("Kafka topic: posts", "queue"),
        "worker": ("Fan-out worker", "worker"),
        "db": ("Timelines", "kv"),
    }
    assert drawn.connections == (
        Connection("client", "lb", "HTTPS"),
        Connection("lb", "api"),
        Connection("lb", "ws"),
        Connection("api", "redis", "look aside"),
        Connection("api", "q", "async"),
        Connection("q", "worker"),
        Connection("worker", "db"),
    )


@pytest.mark.parametrize(
    "edge",
    [
        "-->",
        "---",
        "--->",
        "-.->",
        "==>",
        "===",
        "--x",
        "--o",
        "<-->",
        "-.-",
        " --> ",
        "-- says -->",
        "-->|says|",
        "== says ==>",
    ],
)
def test_every_edge_connects(edge: str) -> None:
    (connection,) = board(f"graph TD\na{edge} b").connections
    assert (connection.source, connection.target) == ("a", "b")
    assert connection.label == ("says" if "says" in edge else "")


@pytest.mark.parametrize(
    "node",
    [
        *(
            "a[Box]",
            "a(Box)",
            "a([Box])",
            "a[[Box]]",
            "a[(Box)]",
            "a((Box))",
            "a(((Box)))",
            "a>Box]",
            "a{Box}",
            "a{{Box}}",
        ),
        *("a[/Box/]", "a[\\Box\\]", 'a["Box"]', 'a@{ shape: rect, label: "Box" }', "a[<b>Box</b>]", "a[Box]:::hot"),
    ],
)
def test_every_shape_has_its_label(node: str) -> None:
    assert [component.label for component in board(f"flowchart TB\n{node} --> b").components] == ["Box", "b"]


def test_quoted_labels_may_hold_brackets_and_semicolons() -> None:
    assert board('flowchart LR\na["get(key); put]"] --> b').components[0].label == "get(key); put]"


def test_an_edge_to_a_subgraph_reaches_it() -> None:
    drawn = board("flowchart LR\nsubgraph store [Storage tier]\ns3[S3]\nend\napi --> store")
    assert ("store", "Storage tier") in [(component.id, component.label) for component in drawn.components]


def test_fences_and_windows_line_ends() -> None:
    assert len(read(b"```mermaid\r\nflowchart LR\r\na --> b\r\n```\r\n", "notes.md").connections) == 1


@pytest.mark.parametrize(
    ("text", "line"), [("flowchart LR\n\na --> b\na --> [oops", 4), ("graph TD\na[never closed", 2)]
)
def test_an_error_names_line_and_remedy(text: str, line: int) -> None:
    with pytest.raises(BadDrawing, match=f"line {line}.*Write nodes as"):
        board(text)


@pytest.mark.parametrize(
    "text", ["sequenceDiagram\nA->>B: hi", "hello there", "%% only a comment", "  \n ", "flowcharts"]
)
def test_other_text_is_no_drawing(text: str) -> None:
    with pytest.raises(NotADrawing):
        board(text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='ab[](){}<>|&;"-=.~:@/\\x %\n\u202e', max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        drawn = board("flowchart LR\n" + text)
    except BoardError as error:
        assert error.remedy
    else:
        known = {component.id for component in drawn.components}
        assert all({edge.source, edge.target} <= known for edge in drawn.connections)
        assert all(component.label.isprintable() for component in drawn.components)


def test_a_node_may_begin_like_a_directive() -> None:
    drawn = board("graph TD\nclick-tracker[Click tracker] --> kafka\nclass-service --> B\nclick kafka callback\n")
    assert [component.id for component in drawn.components] == ["click-tracker", "kafka", "class-service", "B"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Load Balancers", "load_balancer"),
        ("Caches", "cache"),
        ("CDNs", "cdn"),
        ("Topics", "queue"),
        ("LB1", "load_balancer"),
    ],
)
def test_several_of_a_kind_are_of_that_kind(label: str, kind: str) -> None:
    assert board(f"graph TD\nA[{label}] --> B\n").components[0].kind == kind
