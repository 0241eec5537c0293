"""What an interviewer can dig into: topics, their facets, and drill questions."""

from dataclasses import dataclass

TopicId = str
FacetId = str

Side = tuple[TopicId, FacetId]
"""A facet with the topic that it is one of."""

DrillId = tuple[TopicId, FacetId, int]
"""A facet, and which of its drills, from 0."""


@dataclass(frozen=True, slots=True)
class Misbelief:
    """A usual wrong belief and the question that exposes it without correcting it."""

    belief: str
    says: tuple[str, ...]
    """How candidates voice it; phrases or short sentences."""

    exposed_by: str
    """The question; it does not name the right answer."""

    truth: str
    """For the debrief only."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of a topic that a senior engineer can speak about."""

    id: FacetId
    title: str
    drills: tuple[str, ...]
    """Three questions of rising depth; each stands alone, asks one thing, leaks nothing."""

    covers: tuple[str, ...]
    """Six phrasings that cover the facet well."""

    names_only: tuple[str, ...]
    """Four phrasings that only name it."""

    cues: tuple[str, ...]
    """Words and short phrases whose presence says that this facet is being talked about."""

    senior: str
    """What a senior answer contains; for the debrief only."""

    misbelief: Misbelief | None = None
    told_by: tuple[tuple[str, ...], ...] = ()
    """For each drill the phrases by which one hears that its answer was given; empty where nobody wrote any."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that any question of any round can open."""

    id: TopicId
    title: str
    summary: str
    heard_as: tuple[str, ...]
    """Words that open the topic when a candidate says them."""

    facets: tuple[Facet, ...]

    def facet(self, id_: FacetId) -> Facet:
        """The facet by its id; KeyError if there is none."""
        for facet in self.facets:
            if facet.id == id_:
                return facet
        raise KeyError(id_)
