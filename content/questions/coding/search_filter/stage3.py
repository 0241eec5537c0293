"""Search over records with a small query language; records change, and searches can be watched."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any, Protocol

_HEAD = re.compile(r'(-?)(?:([^\s":()]*):)?')
_QUOTED = re.compile(r'"([^"]*)"(?![^\s()])')
_BARE = re.compile(r'([^\s"()][^\s()]*)')
_OR = re.compile(r"OR(?![^\s()])")
_OPEN = re.compile(r"(-?)\(")
_WORD = re.compile(r"[^\W_]+")


class QueryError(ValueError):
    """The query cannot be understood; `position` is where the part that is wrong begins."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"{message} at {position}")
        self.position = position


class _Record:
    """A record as it is searched: in lower case, its text as words with a space on both sides of each."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.id = record["id"]
        self.words = _words(record["text"])
        self.text = _spaced(self.words)
        self.fields = set(_field_values(record["fields"]))


class _Index:
    """Where the records with a word, or with a (field, value), are."""

    def __init__(self) -> None:
        self._places: defaultdict[Any, set[int]] = defaultdict(set)

    def add(self, place: int, record: _Record) -> None:
        for key in (*record.words, *record.fields):
            self._places[key].add(place)

    def remove(self, place: int, record: _Record) -> None:
        for key in {*record.words, *record.fields}:
            self._places[key].discard(place)
            if not self._places[key]:
                del self._places[key]

    def places(self, key: Any) -> set[int]:
        return self._places.get(key, set())


_Cover = list[set[int]]


class _Condition(Protocol):
    """A part of a query."""

    def matches(self, record: _Record) -> bool: ...

    def cover(self, index: _Index) -> _Cover | None:
        """Sets of places outside which nothing matches; None where the index does not help."""
        ...


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that stand next to one another; often just one."""

    words: list[str]

    def matches(self, record: _Record) -> bool:
        return _spaced(self.words) in record.text

    def cover(self, index: _Index) -> _Cover | None:
        return [min((index.places(word) for word in self.words), key=len)]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that has a value, alone or among others."""

    name: str
    value: str

    def matches(self, record: _Record) -> bool:
        return (self.name, self.value) in record.fields

    def cover(self, index: _Index) -> _Cover | None:
        return [index.places((self.name, self.value))]


@dataclass(frozen=True, slots=True)
class _Not:
    part: _Condition

    def matches(self, record: _Record) -> bool:
        return not self.part.matches(record)

    def cover(self, index: _Index) -> _Cover | None:
        return None


@dataclass(frozen=True, slots=True)
class _All:
    parts: list[_Condition]

    def matches(self, record: _Record) -> bool:
        return all(part.matches(record) for part in self.parts)

    def cover(self, index: _Index) -> _Cover | None:
        covers = [cover for part in self.parts if (cover := part.cover(index)) is not None]
        return min(covers, key=lambda cover: sum(map(len, cover)), default=None)


@dataclass(frozen=True, slots=True)
class _Either:
    parts: list[_Condition]

    def matches(self, record: _Record) -> bool:
        return any(part.matches(record) for part in self.parts)

    def cover(self, index: _Index) -> _Cover | None:
        covers = [part.cover(index) for part in self.parts]
        return None if None in covers else [places for cover in covers for places in cover]


class Catalogue:
    """Records to search in, indexed by word and by field value as they come and go.

    The index only narrows down which records are looked at; the query decides about each of those.
    """

    def __init__(self, records: Iterable[dict[str, Any]]) -> None:
        self._records: dict[int, _Record] = {}
        """By place: a record keeps its place for as long as it is here."""
        self._place_of: dict[Any, int] = {}
        self._next_place = count()
        self._index = _Index()
        self._watches: list[_Condition] = []
        for record in records:
            self.put(record)

    def put(self, record: dict[str, Any]) -> list[int]:
        """Add a record, or replace the one with its id; returns the watches that it matches now and did not before."""
        new = _Record(record)
        place = self._place_of.get(new.id)
        old = self._records.get(place)
        if old is None:
            place = self._place_of[new.id] = next(self._next_place)
        else:
            self._index.remove(place, old)
        self._records[place] = new
        self._index.add(place, new)
        return [
            number
            for number, watch in enumerate(self._watches, start=1)
            if watch.matches(new) and not (old and watch.matches(old))
        ]

    def remove(self, record_id: Any) -> None:
        """Take a record out."""
        place = self._place_of.pop(record_id)
        self._index.remove(place, self._records.pop(place))

    def watch(self, query: str) -> int:
        """Have `put` tell when a record begins to match; returns the number of the watch."""
        self._watches.append(_Parser(query).parse())
        return len(self._watches)

    def search(self, query: str) -> list[Any]:
        """The ids of the records that match, in the order in which they first came."""
        condition = _Parser(query).parse()
        cover = condition.cover(self._index)
        places = self._records if cover is None else set().union(*cover)
        candidates = [self._records[place] for place in sorted(places)]
        return [record.id for record in candidates if condition.matches(record)]


class _Parser:
    """query = all (OR all)*   all = part*   part = term, or a query in parentheses, either after a minus."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._at = 0

    def parse(self) -> _Condition:
        if self._at_end():
            return _All([])
        condition = self._alternatives()
        if not self._at_end():
            raise QueryError("a parenthesis too many", self._at)
        return condition

    def _alternatives(self) -> _Condition:
        parts = [self._all(self._at)]
        while (found := self._take(_OR)) is not None:
            parts.append(self._all(found.start()))
        return parts[0] if len(parts) == 1 else _Either(parts)

    def _all(self, blame: int) -> _Condition:
        """All parts up to OR, a closing parenthesis or the end. If there are none, the fault is at `blame`."""
        parts: list[_Condition] = []
        while not self._at_end() and not self._sees(")") and not _OR.match(self._query, self._at):
            parts.append(self._part())
        if not parts:
            raise QueryError("something is missing", blame)
        return _All(parts)

    def _part(self) -> _Condition:
        opening = self._take(_OPEN)
        if opening is None:
            return self._term()
        start = opening.start()
        if self._at_end() or self._sees(")"):
            raise QueryError("nothing in the parentheses", start)
        inner = self._alternatives()
        if not self._sees(")"):
            raise QueryError("a parenthesis is not closed", start)
        self._at += 1
        return _Not(inner) if opening[1] else inner

    def _term(self) -> _Condition:
        start = self._at
        head = _HEAD.match(self._query, start)
        body = _QUOTED.match(self._query, head.end()) or _BARE.match(self._query, head.end())
        if body is None:
            raise QueryError("a value is missing or its quotes are not right", start)
        self._at = body.end()
        minus, field = head.groups()
        condition = _condition(field, body[1], start)
        return _Not(condition) if minus else condition

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        if self._at_end():
            return None
        found = pattern.match(self._query, self._at)
        if found is not None:
            self._at = found.end()
        return found

    def _sees(self, text: str) -> bool:
        return not self._at_end() and self._query.startswith(text, self._at)

    def _at_end(self) -> bool:
        while self._at < len(self._query) and self._query[self._at].isspace():
            self._at += 1
        return self._at == len(self._query)


def _condition(field: str | None, value: str, start: int) -> _Phrase | _Field:
    if field is None:
        words = _words(value)
        if not words:
            raise QueryError("no word to search for", start)
        return _Phrase(words)
    if not field or not value:
        raise QueryError("a field needs a name and a value", start)
    return _Field(field.lower(), value.lower())


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _field_values(fields: dict[str, str | list[str]]) -> Iterator[tuple[str, str]]:
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            yield name.lower(), value.lower()
