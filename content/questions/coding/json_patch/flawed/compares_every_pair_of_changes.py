from copy import deepcopy

MISSING = object()


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def merge(base, mine, theirs):
    my_changes = changes(base, mine, theirs, ())
    their_changes = changes(base, theirs, mine, ())
    merged, conflicts = deepcopy(mine), []
    for path, value in their_changes:
        clash = [v for p, v in my_changes if p == path]
        if not clash:
            put(merged, path, value)
        elif not same(clash[0], value):
            conflict = {"path": list(path)}
            if clash[0] is not MISSING:
                conflict["mine"] = deepcopy(clash[0])
            if value is not MISSING:
                conflict["theirs"] = deepcopy(value)
            conflicts.append(conflict)
    return merged, sorted(conflicts, key=lambda c: c["path"])


def changes(old, new, other, path):
    """What `new` changes, at the paths at which the two sides have to be compared."""
    if not isinstance(old, dict):
        old = {}
    found = []
    for key in old.keys() | new.keys():
        a, b, c = (d.get(key, MISSING) for d in (old, new, other))
        if isinstance(b, dict) and isinstance(c, dict):
            found += changes(a, b, c, path + (key,))
        elif not same(a, b):
            found.append((path + (key,), b))
    return found


def put(document, path, value):
    for key in path[:-1]:
        document = document[key]
    if value is MISSING:
        document.pop(path[-1], None)
    else:
        document[path[-1]] = deepcopy(value)
