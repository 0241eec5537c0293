import re

TIME = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


def top_endpoints(lines, k):
    if k < 1:
        raise ValueError("k must be positive")
    return minutes(lines, k)


def minutes(lines, k):
    current, ranking = None, []
    for line in lines:
        parts = line.split()
        if len(parts) != 5 or not TIME.fullmatch(parts[0]):
            continue
        minute, endpoint = parts[0][:16], parts[1] + " " + parts[2].split("?")[0]
        if current is not None and minute != current:
            yield current, [(name, -count) for count, name in ranking[:k]]
            ranking = []
        current = minute
        for i, (count, name) in enumerate(ranking):
            if name == endpoint:
                ranking[i] = (count - 1, name)
                break
        else:
            ranking.append((-1, endpoint))
        ranking.sort()
    if current is not None:
        yield current, [(name, -count) for count, name in ranking[:k]]
