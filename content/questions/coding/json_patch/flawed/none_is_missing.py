from copy import deepcopy


def same(a, b):
    if type(a) is not type(b):
        return False
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, list):
        return len(a) == len(b) and all(map(same, a, b))
    return a == b


def merge(base, mine, theirs):
    conflicts = []
    merged = merge_dicts(base, mine, theirs, [], conflicts)
    return merged, sorted(conflicts, key=lambda c: c["path"])


def merge_dicts(base, mine, theirs, path, conflicts):
    if not isinstance(base, dict):
        base = {}
    merged = {}
    for key in mine.keys() | theirs.keys():
        b, m, t = base.get(key), mine.get(key), theirs.get(key)
        if isinstance(m, dict) and isinstance(t, dict):
            merged[key] = merge_dicts(b, m, t, path + [key], conflicts)
            continue
        value = m
        if same(m, b):
            value = t
        elif not same(t, b) and not same(t, m):
            conflict = {"path": path + [key]}
            if m is not None:
                conflict["mine"] = deepcopy(m)
            if t is not None:
                conflict["theirs"] = deepcopy(t)
            conflicts.append(conflict)
        if value is not None:
            merged[key] = deepcopy(value)
    return merged
