"""Which of the question's facts answers a clarifying question."""

# ruff: noqa: E501 - a pattern is read whole

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.domain.question import Fact
from sparring.listening.words import content, listed, stem, tokens

THRESHOLD = 0.48
"""Score under which no fact answers; a wrong fact is far worse than none."""

MARGIN = 0.045
"""How far the best fact must lead the next."""

ALONE = 0.41
"""Score under which not even a fact far ahead of all others answers."""

CLEAR = 0.16
"""Lead that makes a fact stand alone."""

CUE = 0.55
"""What a cue of the fact adds, at its most telling."""

NEAR = 0.2
"""Score from which a fact may be the one that is asked for, where none answers clearly enough."""

AS_NEAR = 0.8
"""Share of the best score from which the second may be meant as well."""

UNKNOWN = 0.5
"""How much words that a fact knows nothing of speak against it."""

NEW = 1.1
"""Weight of a word that no fact has."""

_SYNONYMS: dict[str, tuple[str, ...]] = {
    "traffic": (
        "qps", "rps", "tps", "requests per second", "queries per second", "requests a second", "request rate", "queries a second", "rate of requests",
        "load", "throughput", "traffic", "calls per second", "transactions per second", "volume", "calls a second", "q p s", "scale",
    ),
    "user": ("dau", "mau", "daily active users", "monthly active users", "active users", "daily users", "user base", "users", "people", "members", "audience", "customers", "clients"),
    "latency": ("latency", "response time", "how fast", "how quickly", "how quick", "p99", "p95", "milliseconds", "speed", "delay", "how soon", "slow", "real time", "realtime", "real-time", "deadline", "time limit"),
    "consistent": ("consistency", "consistent", "stale", "staleness", "fresh", "freshness", "up to date", "out of date", "eventual", "eventually consistent", "strongly consistent", "lag"),
    "region": ("region", "regions", "multi region", "multi-region", "global", "globally", "geography", "geographic", "geographically", "countries", "country", "worldwide", "data center", "data centre", "data centers", "data centres", "datacenter", "datacenters", "international", "continents", "across the world", "around the world"),
    "available": ("availability", "available", "uptime", "nines", "sla", "slo", "downtime", "outage"),
    "durable": ("durability", "durable", "lose data", "data loss", "lost", "lose", "losing", "loss"),
    "retention": ("retention", "retain", "retained", "keep data", "how long do we keep", "keep them", "history", "ttl", "expire", "expiry", "expiration", "expires", "stored for", "archive", "kept", "keep"),
    "size": ("size", "sizes", "how big", "how large", "bytes", "payload", "kilobytes", "megabytes", "large", "big", "length"),
    "peak": ("peak", "peaks", "burst", "bursts", "spike", "spikes", "spiky", "bursty", "busiest", "worst minute", "busy hour"),
    "media": ("media", "photo", "photos", "image", "images", "video", "videos", "pictures", "attachments", "files"),
    "delete": ("delete", "deleted", "deletes", "deletion", "remove", "removed", "removal"),
    "edit": ("edit", "edits", "edited", "update", "updates", "modify", "modified", "change", "changes", "mutable", "overwrite", "editing"),
    "order": ("order", "ordering", "ordered", "sorted", "sort", "chronological", "sequence"),
    "rank": ("rank", "ranked", "ranking", "relevance", "algorithmic", "personalised", "personalized"),
    "duplicate": ("duplicate", "duplicates", "dedupe", "deduplicate", "deduplication", "twice", "repeated", "repeat", "repeats", "unique", "distinct", "same element"),
    "concurrent": ("concurrent", "concurrency", "thread", "threads", "thread safe", "thread-safe", "threadsafe", "multithreaded", "multi threaded", "multi-threaded", "parallel", "simultaneously", "single threaded", "single-threaded", "several threads"),
    "empty": ("empty", "null", "none", "nil", "blank", "missing", "absent", "nothing in it"),
    "invalid": ("invalid", "malformed", "broken input", "broken line", "broken lines", "broken data", "bad input", "garbage", "error", "errors", "raise", "raises", "exception", "exceptions", "throw", "illegal", "not valid"),
    "memory": ("memory", "ram", "space", "fit in memory", "in memory"),
    "negative": ("negative", "negatives", "below zero", "less than zero", "minus"),
    "read": ("read", "reads", "reading", "read heavy", "read-heavy", "read write ratio", "read to write ratio"),
    "write": ("write", "writes", "written", "write heavy"),
    "post": ("post", "posts", "tweets", "tweet", "publish", "publishes"),
    "follow": ("follow", "follows", "followers", "follower", "following", "friends", "friend", "friendship", "connections", "subscribers"),
    "fail": ("fail", "fails", "failure", "failures", "goes down", "dies", "breaks", "crash", "crashes", "fail open", "fail closed", "unavailable"),
    "client": ("api key", "api keys", "caller", "callers", "per key"),
    "recent": ("recent", "recently", "how old", "how long ago", "old", "last year", "past", "latest", "current job", "current role"),
    "length_talk": ("how long should", "how much time", "how long do i", "how long do you", "how many minutes", "minutes"),
    "technical": ("technical", "technology", "engineering"),
    "people": ("organisational", "organizational", "interpersonal", "non technical", "people related"),
    "auth": ("auth", "authentication", "authorisation", "authorization", "login", "logged in", "permissions", "access control", "sign in", "security"),
    "budget": ("budget", "cost", "costs", "money", "spend", "expensive", "price"),
    "exist": ("existing", "already have", "legacy", "today's system", "currently", "greenfield", "from scratch", "in place"),
    "team": ("team size", "how many engineers", "staff", "headcount", "people on the team"),
    "device": ("device", "devices", "mobile", "web", "phone", "phones", "ios", "android", "browser", "app", "platforms"),
    "channel": ("channel", "channels", "email", "emails", "sms", "push notification", "push notifications", "mail", "text messages"),
    "language": ("language", "python", "java", "library", "libraries", "standard library", "built in", "built-in"),
    "largest": ("largest", "biggest", "maximum", "max", "at most", "upper bound", "limit", "limits", "constraint", "constraints", "celebrity", "celebrities", "heaviest"),
    "average": ("average", "typical", "usual", "typically", "on average", "mean", "median", "normal"),
    "growth": ("growth", "grow", "growing", "year from now", "five years", "future", "increase", "double"),
}  # fmt: skip
"""Canonical word, and ways of saying it."""


_FAINT = frozenset(
    stem(word)
    for word in listed(
        """use every day type support handle care expect idea show look system design build service application number product
        part scope send acceptable requirement target people worry bother include require consider happen possible question
        case given version today interested important matter exactly basically currently actually normally"""
    )
)
"""Stems that turn up in any question, and tell little about which."""


_GENERIC = _FAINT | frozenset(
    stem(word)
    for word in listed(
        """how many much user users people number what which who is are there do we does the a an of in to have has will can
        should it need be on at for with i you they day per big large long often fast"""
    )
)
"""Stems that tell nothing about which fact is asked for, not even together."""

_RATIO = re.compile(
    r"\bread(?:s|ing)?\s*(?:/|-|–|to|vs\.?|versus|and|or)\s*(?:to-?\s*)?writ(?:e|es|ing)\b|\bratio\b.{0,20}\b(?:reads?|writes?)\b|\b(?:reads?|writes?)\b.{0,20}\bratio\b|\b(?:read|write)[\s-]heavy\b",
    re.IGNORECASE,
)
"""Asks for reads against writes, which a fact answers only if it is asked for in these words."""


def _telling_words(words: Iterable[str]) -> tuple[str, ...]:
    """Stems without shapes, synonyms and words of any question."""
    return tuple(word for word in words if word[0] not in "#=" and word not in _GENERIC)


@lru_cache(maxsize=1)
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern over every synonym, longest first, and what each stands for."""
    meaning = {phrase: canonical for canonical, phrases in _SYNONYMS.items() for phrase in phrases}
    ordered = sorted(meaning, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")\b"), meaning


@lru_cache(maxsize=4096)
def subject(text: str) -> tuple[str, ...]:
    """Words a question is about: content stems, and `=canonical` beside each synonym."""
    pattern, meaning = _phrases()
    lowered = text.lower().replace("’", "'")
    marks = [f"={meaning[match.group()]}" for match in pattern.finditer(lowered)]
    return (*content(lowered), *marks, *_shape(lowered))


_SHAPES = (
    ("#count", re.compile(r"\bhow many\b|\bnumber of\b|\bwhat number\b")),
    ("#duration", re.compile(r"\bhow long\b|\bhow old\b|\bfor how\b")),
    ("#often", re.compile(r"\bhow often\b|\bhow frequently\b|\bper (?:second|day|minute|hour)\b|\ba (?:second|day)\b")),
    ("#who", re.compile(r"\bwho\b|\bwhose\b")),
    ("#where", re.compile(r"\bwhere\b|\blocated\b|\bwhich countr")),
    ("#fast", re.compile(r"\bhow (?:fast|quick|quickly|soon|fresh)\b")),
    ("#big", re.compile(r"\bhow (?:big|large)\b")),
    ("#if", re.compile(r"\bwhat (?:happens|if)\b")),
)


def _shape(lowered: str) -> tuple[str, ...]:
    """What kind of answer is asked for; weighs little, and tells "how many users" from "which users"."""
    return tuple(name for name, pattern in _SHAPES if pattern.search(lowered))


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact with its words."""

    fact: Fact
    asked: tuple[Counter[str], ...]
    cues: tuple[tuple[str, ...], ...]
    words: frozenset[str]
    """Of every phrasing and cue."""

    says: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What the facts of a question have on one clarifying question."""

    fact: Fact | None = None
    """The one that answers it."""

    near: tuple[Fact, ...] = ()
    """Where none does surely enough: one or two that may be meant, the likelier first."""

    probable: bool = False
    """Whether the one that may be meant is likelier than not."""


class Facts:
    """The facts of one question, ready to be asked."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Prepare the words of every phrasing and their weight over the set."""
        self._known = tuple(
            _Known(
                fact,
                tuple(Counter(subject(phrase)) for phrase in fact.asked_as),
                tuple(tuple(stem(word) for word in tokens(cue)) for cue in fact.cues if cue.strip()),
                frozenset(word for phrase in (*fact.asked_as, *fact.cues) for word in subject(phrase)),
                frozenset(subject(fact.says)),
            )
            for fact in facts
        )
        held = Counter(word for known in self._known for word in _vocabulary(known))
        total = max(2, len(self._known))
        self._weight = {word: math.log(1 + total / count) / math.log(1 + total) for word, count in held.items()}
        cued = Counter(cue for known in self._known for cue in set(known.cues))
        stems = Counter(
            word for known in self._known for word in {stem(w) for p in known.fact.asked_as for w in tokens(p)}
        )
        self._cue_weight = {cue: (1 / count) * _telling(cue, stems, total) for cue, count in cued.items()}

    def prepare(self) -> None:
        """Words are ready at once."""

    def find(self, question: str, whole: str = "") -> Found:
        """The fact that answers a question, or those that may be meant; words of `whole` tell nothing."""
        ranked = self.ranked(question)
        if not ranked:
            return Found()
        best = ranked[0][0]
        lead = best - ranked[1][0] if len(ranked) > 1 else best
        near = best >= THRESHOLD and lead >= MARGIN
        alone = best >= ALONE and lead >= CLEAR
        if (near or alone) and self._grounded(question, ranked[0][1]):
            return Found(ranked[0][1])
        return Found(near=nearest(ranked, NEAR, AS_NEAR))

    def _grounded(self, question: str, fact: Fact) -> bool:
        """Whether a match rests on more than words that any question has: on a telling cue, on two words that one
        phrasing shares with the question, or on every word of the question."""
        known = next(each for each in self._known if each.fact is fact)
        if _RATIO.search(question) and not any(_RATIO.search(text) for text in (*fact.asked_as, *fact.cues)):
            return False
        asked = set(_telling_words(subject(question)))
        stems = tuple(stem(word) for word in tokens(question))
        if any(_contains(stems, cue) and set(cue) - _GENERIC for cue in known.cues):
            return True
        said = {word for word in subject(question) if word[0] not in "#="}
        if said and said <= known.words:
            return True
        return any(len(asked & set(_telling_words(phrase))) >= 2 for phrase in known.asked)

    def ranked(self, question: str) -> list[tuple[float, Fact]]:
        """Every fact with its score, best first; ties in the bank's order."""
        asked = Counter(subject(question))
        if not asked:
            return []
        stems = tuple(stem(word) for word in tokens(question))
        scores = [(self._score(asked, stems, known), known.fact) for known in self._known]
        return sorted(scores, key=lambda pair: -pair[0])

    def _score(self, asked: Counter[str], stems: tuple[str, ...], known: _Known) -> float:
        """Likeness to the nearest phrasing, raised by cues and a little by words of the answer."""
        likeness = max((self._cosine(asked, phrase) for phrase in known.asked), default=0.0)
        cue = max((self._cue_weight[cue] for cue in known.cues if _contains(stems, cue)), default=0.0)
        covered = self._covered(asked, known.words)
        said = self._covered(asked, known.says)
        return (0.5 * likeness + CUE * cue + 0.08 * said) * (1 - UNKNOWN * (1 - covered)) + 0.25 * covered

    def _cosine(self, left: Counter[str], right: Counter[str]) -> float:
        shared = sum(self._of(word) ** 2 for word in left.keys() & right.keys())
        norm = math.sqrt(sum(self._of(word) ** 2 for word in left) * sum(self._of(word) ** 2 for word in right))
        return shared / norm if norm else 0.0

    def _covered(self, asked: Counter[str], words: frozenset[str]) -> float:
        """Share of the question's weight that a fact knows of."""
        total = sum(self._of(word) for word in asked)
        return sum(self._of(word) for word in asked if word in words) / total if total else 0.0

    def _of(self, word: str) -> float:
        """Weight of a word: high where few facts have it; middling where none has, since it may be what was meant."""
        if word in _FAINT:
            return 0.25
        weight = self._weight.get(word, NEW)
        return weight * 0.7 if word.startswith("#") else weight


def _vocabulary(known: _Known) -> set[str]:
    return {word for phrase in known.asked for word in phrase}


def _telling(cue: tuple[str, ...], stems: Counter[str], total: int) -> float:
    """How well a cue marks its fact: words that few facts are asked with tell most, phrases more than single words."""
    rarest = min((stems.get(word, 1) for word in cue), default=1)
    rarity = math.log(1 + total / rarest) / math.log(1 + total)
    return min(1.0, rarity * (1.0 if len(cue) > 1 else 0.9))


def _contains(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether a phrase occurs in order, word by word."""
    width = len(phrase)
    return any(words[i : i + width] == phrase for i in range(len(words) - width + 1))


def nearest(ranked: Sequence[tuple[float, Fact]], least: float, as_near: float) -> tuple[Fact, ...]:
    """The best of what is ranked where it reaches `least`, and the second where it is nearly as good."""
    return tuple(fact for score, fact in ranked[:2] if ranked[0][0] >= least and score >= as_near * ranked[0][0])


def answer(question_text: str, facts: Sequence[Fact]) -> Fact | None:
    """The fact that answers one clarifying question; None where none does clearly enough, which is the honest answer."""
    return _prepared(tuple(facts)).find(question_text).fact


@lru_cache(maxsize=8)
def _prepared(facts: tuple[Fact, ...]) -> Facts:
    return Facts(facts)
