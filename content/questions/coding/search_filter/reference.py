"""Search over records with a small query language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_HEAD = re.compile(r'(-?)(?:([^\s":]*):)?')
_QUOTED = re.compile(r'"([^"]*)"(?!\S)')
_BARE = re.compile(r'([^\s"]\S*)')
_WORD = re.compile(r"[^\W_]+")


class QueryError(ValueError):
    """The query cannot be understood; `position` is where the term that is wrong begins."""

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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that stand next to one another; often just one."""

    words: list[str]

    def keys(self) -> Iterable[Any]:
        return self.words

    def matches(self, record: _Record) -> bool:
        return _spaced(self.words) in record.text


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that has a value, alone or among others."""

    name: str
    value: str

    def keys(self) -> Iterable[Any]:
        return [(self.name, self.value)]

    def matches(self, record: _Record) -> bool:
        return (self.name, self.value) in record.fields


@dataclass(frozen=True, slots=True)
class _Term:
    condition: _Phrase | _Field
    negated: bool

    def matches(self, record: _Record) -> bool:
        return self.condition.matches(record) != self.negated


class Catalogue:
    """Records to search in. They are indexed once, by word and by field value, and must not change afterwards.

    The index only narrows down which records are looked at; the terms of the query decide about each of those.
    """

    def __init__(self, records: Iterable[dict[str, Any]]) -> None:
        self._records = [_Record(record) for record in records]
        self._places: defaultdict[Any, set[int]] = defaultdict(set)
        """Where the records with a word, or with a (field, value), are in the list."""
        for place, record in enumerate(self._records):
            for key in (*record.words, *record.fields):
                self._places[key].add(place)

    def search(self, query: str) -> list[Any]:
        """The ids of the records for which every term holds, in the order the records were given."""
        terms = list(_terms(query))
        candidates = (self._records[place] for place in sorted(self._candidates(terms)))
        return [record.id for record in candidates if all(term.matches(record) for term in terms)]

    def _candidates(self, terms: list[_Term]) -> Iterable[int]:
        """Where the rarest thing asked for is, or everywhere if the query only excludes."""
        keys = [key for term in terms if not term.negated for key in term.condition.keys()]
        if not keys:
            return range(len(self._records))
        return min((self._places.get(key, set()) for key in keys), key=len)


def _terms(query: str) -> Iterator[_Term]:
    end = 0
    while (start := _skip_spaces(query, end)) < len(query):
        term, end = _term(query, start)
        yield term


def _term(query: str, start: int) -> tuple[_Term, int]:
    """The term that begins at `start`, and where it ends."""
    head = _HEAD.match(query, start)
    body = _QUOTED.match(query, head.end()) or _BARE.match(query, head.end())
    if body is None:
        raise QueryError("a value is missing or its quotes are not right", start)
    minus, field = head.groups()
    return _Term(_condition(field, body[1], start), negated=minus == "-"), body.end()


def _condition(field: str | None, value: str, start: int) -> _Phrase | _Field:
    if field is None:
        words = _words(value)
        if not words:
            raise QueryError("no word to search for", start)
        return _Phrase(words)
    if not field or not value:
        raise QueryError("a field needs a name and a value", start)
    return _Field(field.lower(), value.lower())


def _skip_spaces(query: str, start: int) -> int:
    while start < len(query) and query[start].isspace():
        start += 1
    return start


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "


def _field_values(fields: dict[str, str | list[str]]) -> Iterator[tuple[str, str]]:
    for name, values in fields.items():
        for value in [values] if isinstance(values, str) else values:
            yield name.lower(), value.lower()
