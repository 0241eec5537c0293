class CycleError(Exception):
    def __init__(self, cycle):
        super().__init__(" <- ".join(cycle))
        self.cycle = cycle


def order_of(targets, dependencies):
    remaining = sorted(targets)
    left = set(remaining)
    order = []
    while remaining:
        for i, target in enumerate(remaining):
            if not any(name in left for name in dependencies[target]):
                order.append(target)
                left.remove(target)
                del remaining[i]
                break
        else:
            name, path = remaining[0], []
            while name not in path:
                path.append(name)
                name = next(d for d in dependencies[name] if d in left)
            raise CycleError(path[path.index(name):] + [name])
    return order


def plan(dependencies, changed):
    dirty = set(changed)
    for target in order_of(dependencies, dependencies):
        if any(name in dirty for name in dependencies[target]):
            dirty.add(target)
    return order_of([t for t in dependencies if t in dirty], dependencies)
