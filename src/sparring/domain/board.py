"""A drawn design as components and connections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Component:
    """A box on the board."""

    id: str
    label: str
    kind: str
    """`client`, `load_balancer`, `service`, `cache`, `queue`, `sql`, `kv`, `object_store`, `cdn`, `search`, `worker`;
    `other` where none fits."""


@dataclass(frozen=True, slots=True)
class Connection:
    """An arrow on the board, from one component to another."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything drawn, at one moment."""

    components: tuple[Component, ...]
    connections: tuple[Connection, ...]
