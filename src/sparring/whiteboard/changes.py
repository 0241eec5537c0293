"""What changed on the board between two looks at it."""

from sparring.domain.board import Board, Connection

EMPTY = Board((), ())


def changes(old: Board | None, new: Board) -> tuple[str, ...]:
    """What was added, renamed, connected and removed, one clause each, in the order of the boards."""
    before = old or EMPTY
    had = {component.id: component for component in before.components}
    has = {component.id: component for component in new.components}
    said: list[str] = []
    for id_, component in has.items():
        if id_ not in had:
            said.append(f"added {_noun(component.kind)} '{component.label}'")
        elif had[id_].label != component.label:
            said.append(f"renamed '{had[id_].label}' to '{component.label}'")
        elif had[id_].kind != component.kind:
            said.append(f"made '{component.label}' a {_noun(component.kind)}")
    said += [f"connected {_ends(edge, new, 'to')}" for edge in new.connections if edge not in set(before.connections)]
    kept = [edge for edge in before.connections if edge.source in has and edge.target in has]
    said += [f"disconnected {_ends(edge, before, 'from')}" for edge in kept if edge not in set(new.connections)]
    said += [f"removed {_noun(gone.kind)} '{gone.label}'" for id_, gone in had.items() if id_ not in has]
    return tuple(said)


def describe(board: Board) -> str:
    """The board in words: one line for each component, then one for each connection."""
    if not board.components:
        return "The board is empty."
    lines = [f"{component.label} ({_noun(component.kind)})" for component in board.components]
    lines += [_ends(edge, board, "->", quote="") for edge in board.connections]
    return "\n".join(lines)


def _ends(edge: Connection, board: Board, word: str, quote: str = "'") -> str:
    labels = {component.id: component.label for component in board.components}
    source, target = labels.get(edge.source, edge.source), labels.get(edge.target, edge.target)
    label = f" ({edge.label})" if edge.label else ""
    return f"{quote}{source}{quote} {word} {quote}{target}{quote}{label}"


def _noun(kind: str) -> str:
    return {"other": "component", "sql": "SQL database", "kv": "key-value store", "cdn": "CDN"}.get(
        kind, kind.replace("_", " ")
    )
