"""Rules on a topic."""

from collections import Counter
from collections.abc import Iterator

from sparring.bank.problem import Finding, KeyPath
from sparring.bank.rules.wording import one_question, unique
from sparring.domain.topic import Topic

MISBELIEFS = 3

WORDS = 4
"""Most words of a phrase by which an answer is heard."""


def facets_are_unique(topic: Topic) -> Iterator[Finding]:
    """Facets have ids of their own."""
    yield from unique(("facets",), [facet.id for facet in topic.facets])


def misbeliefs_are_enough(topic: Topic) -> Iterator[Finding]:
    """At least three facets have a misbelief."""
    count = sum(facet.misbelief is not None for facet in topic.facets)
    if count < MISBELIEFS:
        yield Finding(("facets",), f"at least {MISBELIEFS} facets with a misbelief", str(count))


def drills_are_questions(topic: Topic) -> Iterator[Finding]:
    """Drills, and what exposes a misbelief, are asked as they stand."""
    for i, facet in enumerate(topic.facets):
        for j, drill in enumerate(facet.drills):
            yield from one_question(("facets", i, "drills", j), drill)
        if facet.misbelief is not None:
            yield from one_question(("facets", i, "misbelief", "exposed_by"), facet.misbelief.exposed_by)


def truth_is_kept_back(topic: Topic) -> Iterator[Finding]:
    """No question of a facet holds the truth behind its misbelief."""
    for i, facet in enumerate(topic.facets):
        if facet.misbelief is None:
            continue
        truth = _plain(facet.misbelief.truth)
        asked: list[tuple[KeyPath, str]] = [(("facets", i, "misbelief", "exposed_by"), facet.misbelief.exposed_by)]
        asked += [(("facets", i, "drills", j), drill) for j, drill in enumerate(facet.drills)]
        for path, text in asked:
            if truth in _plain(text):
                yield Finding(
                    path, "a question that keeps the truth back", "the facet's misbelief.truth, word for word"
                )


def phrases_are_short(topic: Topic) -> Iterator[Finding]:
    """What an answer is heard by is a few words in small letters, and stands once."""
    for i, facet in enumerate(topic.facets):
        for j, told_by in enumerate(facet.told_by):
            path: KeyPath = ("facets", i, "told_by", j)
            for phrase in told_by:
                if phrase != phrase.lower() or len(phrase.split()) > WORDS:
                    yield Finding(
                        path, f"phrases of up to {WORDS} words in small letters, with semicolons", f"'{phrase}'"
                    )
            twice = [phrase for phrase, times in Counter(told_by).items() if times > 1]
            if twice:
                yield Finding(path, "each phrase once", f"'{twice[0]}' twice")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")
