"""Two small topics."""

# ruff: noqa: E501 - a table of sentences is read a line a row

from sparring.domain.topic import Facet, Misbelief, Topic

CACHE = Topic(
    "cache", "Caching", "Keeping answers near.", ("cache", "caching", "redis", "memcached"),
    (
        Facet(
            "eviction", "Eviction", ("Which goes first?", "Why that one?", "What does it cost?"),
            (
                "we evict the least recently used entry because the same few keys take most of the reads",
                "when memory is full the oldest entry goes first, so a burst of new keys pushes out useful ones",
            ),
            ("LRU eviction", "we'd evict old stuff", "it uses an eviction policy"),
            ("evict", "eviction", "lru"), "…",
        ),
        Facet(
            "invalidation", "Invalidation", ("When is it stale?", "Who tells it?", "And if that is lost?"),
            ("on a write we delete the key after the commit, so a reader may see the old value for at most the time to live",),
            ("we invalidate the cache", "with a TTL"),
            ("invalidate", "ttl", "stale read"), "…",
            Misbelief(
                "A time to live keeps a cache consistent.",
                ("a ttl keeps the cache consistent with the database", "with a ttl the cache can never be stale"),
                "What does a reader see in the second after a write?", "It bounds staleness.",
            ),
        ),
    ),
)  # fmt: skip
QUEUE = Topic(
    "queues", "Queues", "Work for later.", ("queue", "kafka", "message broker"),
    (
        Facet(
            "delivery", "Delivery", ("How often does it arrive?", "Why?", "And then?"),
            ("a consumer that dies before it commits its offset gets the message again, so the handler must be idempotent",),
            ("at least once delivery",), ("at least once", "exactly once", "redelivery"), "…",
            Misbelief(
                "A broker can deliver exactly once end to end.",
                ("kafka guarantees exactly once so we never get duplicates",), "What happens if the consumer dies after the write?", "…",
            ),
        ),
    ),
)  # fmt: skip
TOPICS = {"cache": CACHE, "queues": QUEUE}
