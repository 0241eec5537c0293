import re
from collections import Counter

TIME = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


def top_endpoints(lines, k):
    if k < 1:
        raise ValueError("k must be positive")
    return minutes(lines, k)


def minutes(lines, k):
    current, counts = None, Counter()
    for line in lines:
        parts = line.split()
        if len(parts) != 5 or not TIME.fullmatch(parts[0]):
            continue
        minute = parts[0][:16]
        if current is not None and minute != current:
            yield current, sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:k]
            counts = Counter()
        current = minute
        counts[parts[1] + " " + parts[2].split("?")[0]] += 1
