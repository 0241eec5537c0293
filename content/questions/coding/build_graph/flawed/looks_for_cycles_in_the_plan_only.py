import heapq


class CycleError(Exception):
    def __init__(self, cycle):
        super().__init__(" <- ".join(cycle))
        self.cycle = cycle


def plan(dependencies, changed):
    users = {}
    for target, names in dependencies.items():
        for name in set(names):
            users.setdefault(name, []).append(target)
    dirty = set()
    stack = list(changed)
    while stack:
        name = stack.pop()
        if name not in dirty:
            dirty.add(name)
            stack.extend(users.get(name, []))
    targets = {name for name in dirty if name in dependencies}
    count = {t: len(targets.intersection(dependencies[t])) for t in targets}
    ready = [t for t in targets if count[t] == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        target = heapq.heappop(ready)
        order.append(target)
        for user in users.get(target, []):
            count[user] -= 1
            if count[user] == 0:
                heapq.heappush(ready, user)
    if len(order) < len(targets):
        rest = targets.difference(order)
        name, path = min(rest), []
        while name not in path:
            path.append(name)
            name = next(d for d in dependencies[name] if d in rest)
        raise CycleError(path[path.index(name):] + [name])
    return order
