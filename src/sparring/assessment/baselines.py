"""What a rater must beat: the number of words, and always the commonest value."""

from collections import Counter
from collections.abc import Sequence

FOLDS = 5


def commonest(values: Sequence[int]) -> list[int]:
    """For each session the commonest value of the other folds."""
    return [_mode([y for j, y in enumerate(values) if j % FOLDS != i % FOLDS]) for i in range(len(values))]


def by_words(words: Sequence[int], values: Sequence[int]) -> list[int]:
    """For each session the value at the same quantile as its number of words, both taken from the other folds."""
    return [
        _mapped(
            words[i],
            sorted(w for j, w in enumerate(words) if j % FOLDS != i % FOLDS),
            sorted(y for j, y in enumerate(values) if j % FOLDS != i % FOLDS),
        )
        for i in range(len(values))
    ]


def _mode(values: Sequence[int]) -> int:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else 2


def _mapped(words: int, known: list[int], values: list[int]) -> int:
    if not values:
        return 2
    below = sum(w < words for w in known)
    return values[min(len(values) - 1, below)]
