"""Seeded choice without a random generator: the same seed and reason always draw the same."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def fraction(seed: int, *reason: object) -> float:
    """A number in [0, 1) that depends on nothing but the arguments."""
    text = "\x1f".join([str(seed), *(str(part) for part in reason)])
    digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def one_of(items: Sequence[Item], seed: int, *reason: object) -> Item:
    """One of `items`, which must not be empty."""
    return items[int(fraction(seed, *reason) * len(items))]
