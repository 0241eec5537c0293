"""Rules on a topic."""

from collections.abc import Iterator

from sparring.bank.problem import Finding, KeyPath
from sparring.bank.rules.wording import one_question, unique
from sparring.domain.topic import Topic

MISBELIEFS = 3


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


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")
