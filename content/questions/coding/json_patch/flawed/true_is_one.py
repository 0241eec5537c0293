from copy import deepcopy

MISSING = object()


def merge(base, mine, theirs):
    conflicts = []
    merged = merge_dicts(base, mine, theirs, [], conflicts)
    return merged, sorted(conflicts, key=lambda c: c["path"])


def merge_dicts(base, mine, theirs, path, conflicts):
    if not isinstance(base, dict):
        base = {}
    merged = {}
    for key in mine.keys() | theirs.keys():
        b, m, t = (d.get(key, MISSING) for d in (base, mine, theirs))
        if isinstance(m, dict) and isinstance(t, dict):
            merged[key] = merge_dicts(b, m, t, path + [key], conflicts)
            continue
        value = m
        if m == b:
            value = t
        elif t != b and t != m:
            conflict = {"path": path + [key]}
            if m is not MISSING:
                conflict["mine"] = deepcopy(m)
            if t is not MISSING:
                conflict["theirs"] = deepcopy(t)
            conflicts.append(conflict)
        if value is not MISSING:
            merged[key] = deepcopy(value)
    return merged
