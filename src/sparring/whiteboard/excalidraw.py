"""Reads the scene that Excalidraw saves."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sparring.domain.board import Board, Component, Connection
from sparring.whiteboard.errors import BadDrawing, NotADrawing, TooLarge
from sparring.whiteboard.kinds import clean, kind_of

SHAPES = frozenset({"rectangle", "ellipse", "diamond", "image", "embeddable", "iframe"})
ARROWS = frozenset({"arrow", "line"})
MOST = 5000
"""Elements read at most."""

REACH = 40.0
"""How far, in scene units, an arrow that is bound to nothing may end from the shape it means."""

SAVE_AGAIN = "Save the scene again from Excalidraw (menu, Save to...)."
Element = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Box:
    """The rectangle around a shape."""

    id: str
    left: float
    top: float
    width: float
    height: float

    def distance(self, x: float, y: float) -> float:
        """From a point to the nearest edge; 0 inside."""
        across = max(self.left - x, 0.0, x - self.left - self.width)
        down = max(self.top - y, 0.0, y - self.top - self.height)
        return math.hypot(across, down)


def read_excalidraw(text: str, name: str) -> Board:
    """The board of a scene. Deleted elements are ignored; groups and frames change nothing."""
    elements = _elements(text, name)
    by_id = {element["id"]: element for element in elements}
    texts = [element for element in elements if element.get("type") == "text"]
    shapes = [element for element in elements if element.get("type") in SHAPES]
    boxes = [_box(shape) for shape in shapes]
    labels = _labels(texts, boxes, by_id)
    arrows = [element for element in elements if element.get("type") in ARROWS]
    # A text can stand for a component of its own where an arrow is bound to it.
    named = {_bound(arrow, end) for arrow in arrows for end in ("startBinding", "endBinding")}
    free = [words for words in texts if words["id"] in named and _holder(words, by_id) is None]
    # One that lies in a shape is that shape's label, and an arrow to it is an arrow to the shape.
    around = {words["id"]: _around(words, boxes) for words in free}
    shapes += [words for words in free if around[words["id"]] is None]
    labels |= {shape["id"]: clean(shape.get("text")) for shape in shapes if shape.get("type") == "text"}
    known = {shape["id"] for shape in shapes}
    connections = _connections([_rebound(arrow, around) for arrow in arrows], boxes, labels, known)
    used = {end for connection in connections for end in (connection.source, connection.target)}
    components = tuple(
        Component(shape["id"], labels.get(shape["id"]) or "(no label)", _kind(shape, labels.get(shape["id"], "")))
        for shape in shapes
        if labels.get(shape["id"]) or shape["id"] in used
    )
    return Board(components, connections)


def _elements(text: str, name: str) -> list[Element]:
    """The live elements, each with an id and a type."""
    try:
        scene = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadDrawing(
            name, error.lineno, f"the JSON breaks off or is wrong here ({error.msg}).", SAVE_AGAIN
        ) from None
    except (RecursionError, ValueError):
        raise BadDrawing(name, None, "the JSON is nested too deep or holds an endless number.", SAVE_AGAIN) from None
    elements = scene.get("elements") if isinstance(scene, dict) else scene
    if not isinstance(elements, list):
        raise NotADrawing(name, None, "there is no list of `elements` in this JSON.", SAVE_AGAIN)
    if len(elements) > MOST:
        raise TooLarge(name, None, f"{len(elements)} elements, at most {MOST} are read.", "Split the drawing.")
    return [
        element
        for element in elements
        if isinstance(element, dict)
        and isinstance(element.get("id"), str)
        and isinstance(element.get("type"), str)
        and element.get("isDeleted") is not True
    ]


def _labels(texts: list[Element], boxes: list[_Box], by_id: Mapping[str, Element]) -> dict[str, str]:
    """Labels by the element they are bound to, or lie inside."""
    lines: dict[str, list[str]] = {}
    for text in texts:
        holder = _holder(text, by_id)
        holder = _around(text, boxes) if holder is None else holder
        if holder is not None:
            lines.setdefault(holder, []).append(clean(text.get("originalText") or text.get("text")))
    return {holder: clean(" ".join(parts)) for holder, parts in lines.items()}


def _around(text: Element, boxes: list[_Box]) -> str | None:
    """The smallest shape that the middle of a text lies in."""
    box = _box(text)
    return _nearest(boxes, box.left + box.width / 2, box.top + box.height / 2, reach=0.0)


def _rebound(arrow: Element, around: Mapping[str, str | None]) -> Element:
    """An arrow with its bindings to labels moved to what they label."""
    moved = {
        end: {"elementId": shape}
        for end in ("startBinding", "endBinding")
        if (shape := around.get(_bound(arrow, end) or ""))
    }
    return {**arrow, **moved} if moved else arrow


def _connections(
    arrows: list[Element], boxes: list[_Box], labels: Mapping[str, str], known: set[str]
) -> tuple[Connection, ...]:
    found: dict[Connection, None] = {}
    for arrow in arrows:
        source, target = (_end(arrow, end, boxes, known) for end in ("startBinding", "endBinding"))
        if source is None or target is None or source == target:
            continue
        if arrow.get("startArrowhead") and not arrow.get("endArrowhead"):
            source, target = target, source
        found[Connection(source, target, labels.get(arrow["id"], ""))] = None
    return tuple(found)


def _end(arrow: Element, end: str, boxes: list[_Box], known: set[str]) -> str | None:
    """What an arrow begins or ends at: what it is bound to, else the nearest shape within reach."""
    bound = _bound(arrow, end)
    if bound in known:
        return bound
    points = arrow.get("points")
    if not isinstance(points, list) or len(points) < 2:
        return None
    ends = [
        (_number(arrow.get("x")) + _number(point[0]), _number(arrow.get("y")) + _number(point[1]))
        for point in (points[0], points[-1])
        if isinstance(point, list) and len(point) >= 2
    ]
    if len(ends) < 2:
        return None
    # What lies around the whole arrow is a zone, and neither of its ends.
    near = [box for box in boxes if any(box.distance(x, y) > 0 for x, y in ends)]
    return _nearest(near, *ends[0 if end == "startBinding" else 1], REACH)


def _holder(text: Element, by_id: Mapping[str, Element]) -> str | None:
    """The element that a text is bound to; None where there is none of that name."""
    holder = text.get("containerId")
    return holder if isinstance(holder, str) and holder in by_id else None


def _bound(arrow: Element, end: str) -> str | None:
    binding = arrow.get(end)
    element = binding.get("elementId") if isinstance(binding, dict) else None
    return element if isinstance(element, str) else None


def _nearest(boxes: list[_Box], x: float, y: float, reach: float) -> str | None:
    """The shape nearest to a point; of several around it the smallest."""
    near = [(box.distance(x, y), box.width * box.height, box.id) for box in boxes]
    best = min(near, default=(math.inf, 0.0, ""))
    return best[2] if best[0] <= reach else None


def _box(element: Element) -> _Box:
    left, top, width, height = (_number(element.get(key)) for key in ("x", "y", "width", "height"))
    return _Box(element["id"], min(left, left + width), min(top, top + height), abs(width), abs(height))


def _number(value: object) -> float:
    """A coordinate; 0 for what is none."""
    if isinstance(value, int | float) and not isinstance(value, bool) and -1e9 < value < 1e9:
        return float(value)
    return 0.0


def _kind(shape: Element, label: str) -> str:
    custom = shape.get("customData")
    return kind_of(label, custom.get("kind") if isinstance(custom, dict) else None)
