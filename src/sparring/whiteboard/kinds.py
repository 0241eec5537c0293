"""Labels: cleaned, and read for what kind of component they name."""

import html
import re
from collections.abc import Iterator

KINDS = (
    *("client", "load_balancer", "service", "cache", "queue", "sql", "kv", "object_store", "cdn", "search", "worker"),
    "other",
)
"""Every kind a component can have; see domain.board.Component."""

LONGEST = 200

WORDS: tuple[tuple[str, str], ...] = (
    ("cdn", r"cdn|cloudfront|akamai|fastly|edge cache"),
    ("load_balancer", r"load ?balancer|lb|elb|alb|nlb|nginx|haproxy|envoy|api gateway|gateway|reverse proxy|ingress"),
    (
        "queue",
        r"queues?|kafka|sqs|sns|rabbit ?mq|kinesis|pub ?/?sub|pulsar|nats|event bus|message bus|stream|broker|topic",
    ),
    ("cache", r"cache|redis|memcached?|valkey|elasticache|varnish"),
    ("search", r"search|elastic ?search|open ?search|solr|lucene|inverted index"),
    ("object_store", r"s3|gcs|blobs?|object stor(?:e|age)|minio|hdfs|bucket|media stor(?:e|age)|file stor(?:e|age)"),
    (
        "kv",
        r"dynamo ?db|cassandra|scylla(?: ?db)?|hbase|bigtable|mongo ?db?|kv|key[- ]value|nosql|riak|rocks ?db|etcd",
    ),
    (
        "sql",
        r"postgres(?:ql)?|mysql|maria ?db|aurora|spanner|cockroach ?db|sqlite|oracle|sql|rds|vitess|warehouse|snowflake"
        r"|db|database|replica|shard|primary|data ?store|store|storage|table",
    ),
    (
        "worker",
        r"workers?|consumers?|cron|batch|scheduler|lambda|jobs?|processor|sender|fan-?out|etl|spark|flink|indexer",
    ),
    ("client", r"clients?|browser|mobile|app|users?|web|ios|android|device|customer|frontend|phone"),
    ("service", r"service|servers?|api|svc|backend|application|engine|limiter|handler|manager|auth|microservice"),
)
"""Words of a label by kind; the first kind that matches is taken, so the more telling words stand first."""

_PATTERNS = tuple((kind, re.compile(rf"(?<![a-z0-9])(?:{words})(?:e?s)?\d*(?![a-z0-9])")) for kind, words in WORDS)
_TAG = re.compile(r"<[^<>]{0,200}>")


def kind_of(label: str, said: object = None, fallback: str = "other") -> str:
    """The kind of a component: the one that was said if it is one, else the one its label names, else `fallback`.

    A label that ends in a word for a running program ("cache service", "search API") is a service.
    """
    if isinstance(said, str) and said in KINDS:
        return said
    # "UserService" names its words without spaces.
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", label).replace("_", " ")
    for text in (spaced.lower(), label.lower()):
        if re.search(r"\b(?:service|server|api|svc)s?$", text.strip()):
            return "service"
        for kind, pattern in _PATTERNS:
            if pattern.search(text):
                return kind
    return fallback


def clean(text: object) -> str:
    """A label as one line of plain text: no HTML, no control characters, at most 200 characters."""
    if not isinstance(text, str):
        return ""
    plain = html.unescape(_TAG.sub(" ", text[: 10 * LONGEST]))
    return " ".join("".join(_printable(plain)).split())[:LONGEST].strip()


def _printable(text: str) -> Iterator[str]:
    for character in text:
        yield character if character.isprintable() else " "
