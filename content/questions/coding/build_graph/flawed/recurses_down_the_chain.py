class CycleError(Exception):
    def __init__(self, cycle):
        super().__init__(" <- ".join(cycle))
        self.cycle = cycle


def plan(dependencies, changed):
    changed = set(changed)
    dirty = {}
    path = []

    def visit(name):
        if name in path:
            raise CycleError(path[path.index(name):] + [name])
        if name in dirty:
            return dirty[name]
        path.append(name)
        result = name in changed
        for dependency in dependencies.get(name, []):
            if visit(dependency):
                result = True
        path.pop()
        dirty[name] = result
        return result

    for target in sorted(dependencies):
        visit(target)
    remaining = {t for t in dependencies if dirty[t]}
    order = []
    while remaining:
        target = min(t for t in remaining if not remaining.intersection(dependencies[t]))
        order.append(target)
        remaining.remove(target)
    return order
