"""An answer to a drill is heard in whatever words it comes."""

from sparring.bank import Bank
from sparring.domain.heard import Depth
from sparring.domain.round import Round
from sparring.listening import Listener
from sparring.listening.nearness import Nearness, about

BANK = Bank()
CACHE = BANK.topic("cache")
NEARNESS = Nearness(BANK.topics().values())
LISTENER = Listener(Round.SYSTEM_DESIGN, BANK.question("news_feed"), {"cache": CACHE})
OWN_WORDS = (
    "If nothing is in there at peak, the store behind gets forty thousand reads where it can take four, so I let only "
    "a tenth of the people in and raise that bit by bit until it answers by itself."
)


def depth(text: str, facet: str) -> Depth | None:
    heard = LISTENER.hear(text, "What happens?", ("cache", facet))
    return next((each.depth for each in heard.mentions if each.facet == facet), None)


def test_an_answer_needs_none_of_the_facets_own_words() -> None:
    assert depth(OWN_WORDS, "cold_start") is Depth.COVERED


def test_an_answer_about_another_side_does_not_cover_the_one_asked_for() -> None:
    assert depth(OWN_WORDS, "key") is not Depth.COVERED


def test_a_name_is_no_answer() -> None:
    for facet in CACHE.facets:
        for name in facet.names_only:
            assert depth(name, facet.id) is not Depth.COVERED, name


def test_a_text_without_shared_words_is_about_no_side() -> None:
    likeness = NEARNESS.likeness("zebra giraffe")
    assert likeness == {}
    assert not any(about(likeness, ("cache", facet.id)) for facet in CACHE.facets)


def test_what_the_bank_says_of_a_side_is_nearest_to_that_side() -> None:
    for topic in BANK.topics().values():
        for facet in topic.facets:
            likeness = NEARNESS.likeness(" ".join(facet.covers))
            assert max(likeness, key=likeness.__getitem__) == (topic.id, facet.id)


def test_likeness_is_a_share() -> None:
    assert all(0 < near <= 1 for near in NEARNESS.likeness(OWN_WORDS).values())
