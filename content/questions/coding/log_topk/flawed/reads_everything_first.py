import re
from collections import Counter, defaultdict

TIME = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ")


def top_endpoints(lines, k):
    if k < 1:
        raise ValueError("k must be positive")
    minutes = defaultdict(Counter)
    for line in lines:
        parts = line.split()
        if len(parts) == 5 and TIME.fullmatch(parts[0]):
            minutes[parts[0][:16]][parts[1] + " " + parts[2].split("?")[0]] += 1
    return iter([(m, sorted(c.items(), key=lambda item: (-item[1], item[0]))[:k]) for m, c in sorted(minutes.items())])
