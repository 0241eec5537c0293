"""What is likely to be said in a round, and what it is taken for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparring.domain.round import Round
from sparring.voice.confusions import TECHNICAL, Confusion

LIKELY: Mapping[Round, tuple[str, ...]] = {
    Round.SYSTEM_DESIGN: (
        "requirements",
        "writes per second",
        "queries per second",
        "QPS",
        "p99 latency",
        "read-heavy",
        "cache",
        "cache hit",
        "Redis",
        "LRU",
        "TTL",
        "eviction",
        "invalidate",
        "Postgres",
        "DynamoDB",
        "Cassandra",
        "Kafka",
        "S3",
        "shard key",
        "sharding",
        "hot key",
        "replica",
        "quorum",
        "eventual consistency",
        "queue",
        "dead-letter queue",
        "fan-out",
        "idempotency key",
        "at-least-once",
        "retries",
        "backoff",
        "jitter",
        "circuit breaker",
        "rate limiter",
        "CDN",
        "load balancer",
        "WebSocket",
        "SLO",
        "canary",
        "rollback",
        "request coalescing",
    ),
    Round.CODING: (
        "edge case",
        "input",
        "null",
        "hash map",
        "dict",
        "linked list",
        "heap",
        "deque",
        "queue",
        "stack",
        "pointer",
        "index",
        "O(n)",
        "O(n log n)",
        "O(1)",
        "amortized",
        "binary search",
        "BFS",
        "DFS",
        "recursion",
        "dynamic programming",
        "cache",
        "LRU",
        "tuple",
        "iterate",
        "test case",
        "time complexity",
        "invariant",
        "off by one",
    ),
    Round.BEHAVIORAL: (
        "stakeholders",
        "staff engineer",
        "engineering manager",
        "product manager",
        "on call",
        "incident",
        "postmortem",
        "rollback",
        "roadmap",
        "deadline",
        "trade-off",
        "migration",
        "latency",
        "p99",
        "SLO",
        "legacy",
        "code review",
        "design doc",
        "buy-in",
        "pushed back",
        "churn",
        "quarter",
    ),
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the recognizer is told before it listens."""

    terms: Sequence[str] = ()
    """Words that it hears better for having read them."""

    confusions: Sequence[Confusion] = ()


def vocabulary(round_: Round, title: str) -> Vocabulary:
    """That of a round on the question with this title."""
    return Vocabulary((title, *LIKELY[round_]), () if round_ is Round.BEHAVIORAL else TECHNICAL)
