"""What a build has to make again."""

import heapq
from collections.abc import Collection, Iterable, Mapping

Dependencies = Mapping[str, Collection[str]]
"""What each target is made from."""


class CycleError(Exception):
    """Targets that depend on each other: in `cycle` each is made from the next, and the last is the first."""

    def __init__(self, cycle: list[str]) -> None:
        super().__init__(" <- ".join(cycle))
        self.cycle = cycle


def plan(dependencies: Dependencies, changed: Iterable[str]) -> list[str]:
    """The targets to make again, each after what it is made from; of those that could come next, the first by name.

    Equal inputs give equal plans. Raises CycleError for a cycle anywhere, touched or not.
    """
    _refuse_cycles(dependencies)
    return _in_order(_touched_part(dependencies, changed))


def _refuse_cycles(dependencies: Dependencies) -> None:
    blocked = set(dependencies).difference(_in_order(dependencies))
    if blocked:
        raise CycleError(_cycle_among(blocked, dependencies))


def _cycle_among(blocked: set[str], dependencies: Dependencies) -> list[str]:
    """Each blocked target is made from a blocked one, so that going down must come to a name for the second time."""
    path: list[str] = []
    position: dict[str, int] = {}
    target = min(blocked)
    while target not in position:
        position[target] = len(path)
        path.append(target)
        target = next(name for name in dependencies[target] if name in blocked)
    return [*path[position[target] :], target]


def _touched_part(dependencies: Dependencies, changed: Iterable[str]) -> Dependencies:
    """The part of the graph that follows from what changed."""
    users = _users(dependencies)
    touched: set[str] = set()
    waiting = list(changed)
    while waiting:
        name = waiting.pop()
        if name not in touched:
            touched.add(name)
            waiting.extend(users.get(name, ()))
    return {target: names for target, names in dependencies.items() if target in touched}


def _in_order(part: Dependencies) -> list[str]:
    """The targets of a part of the graph in building order, without those in a cycle or behind one."""
    users = _users(part)
    missing = {target: sum(name in part for name in set(names)) for target, names in part.items()}
    ready = [target for target, count in missing.items() if count == 0]
    heapq.heapify(ready)
    order: list[str] = []
    while ready:
        target = heapq.heappop(ready)
        order.append(target)
        for user in users.get(target, ()):
            missing[user] -= 1
            if missing[user] == 0:
                heapq.heappush(ready, user)
    return order


def _users(dependencies: Dependencies) -> dict[str, list[str]]:
    """For each name the targets that are made from it, each once."""
    users: dict[str, list[str]] = {}
    for target, names in dependencies.items():
        for name in set(names):
            users.setdefault(name, []).append(target)
    return users
