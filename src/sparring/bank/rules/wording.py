"""Rules on anything that the interviewer says."""

from collections.abc import Iterator, Sequence

from sparring.bank.problem import Finding, KeyPath, short
from sparring.domain.guarded import pattern


def one_question(path: KeyPath, text: str) -> Iterator[Finding]:
    """A whole question: a capital first, one question mark, at the end."""
    if not text.endswith("?") or text.count("?") != 1:
        yield Finding(path, "one question, with its only question mark at the end", short(text))
    elif not text.lstrip("\"'“‘([")[:1].isupper() and not text[0].isdigit():
        yield Finding(path, "a question that begins with a capital letter", short(text))


def guarded(said: Sequence[tuple[KeyPath, str]], phrases: Sequence[str]) -> Iterator[Finding]:
    """No guarded phrase, in whatever case and in the plural either, as words of their own."""
    for path, text in said:
        for phrase in phrases:
            if found := pattern(phrase).search(text):
                yield Finding(
                    path, f"no guarded idea ({phrase!r})", f"{short(found[0])}; say it without, or unguard it"
                )


def unique(path: KeyPath, ids: Sequence[str], key: str = "id") -> Iterator[Finding]:
    """Every id once."""
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            yield Finding((*path, i, key), f"its own {key}", f"{id_!r} again")
