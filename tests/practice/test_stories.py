"""The story bank."""

from datetime import date, timedelta

from sparring.bank import Bank
from sparring.domain.question import BehavioralQuestion
from sparring.practice.stories import Parsed, Story, fit, holes, overused, stale
from sparring.session.storing import answering, parse

TODAY = date(2026, 3, 2)
WHOLE = (
    "In March our checkout failed for forty minutes and we lost about sixty thousand euros of orders. I owned the "
    "change: I had raised a timeout without asking the ledger team. I decided to roll back first although that took "
    "two fixes out of the release, because every minute cost us orders. I wrote the alert that watches a release for "
    "ten minutes; error rates after releases fell from four a month to none in the half year after. What I would do "
    "differently is ask the ledger team before I touch a shared limit: I took their silence for a yes."
)
THIN = "We had a big project. It was hard but in the end everybody was happy."


def story(happened: date | None = None, told: tuple[str, ...] = ()) -> Story:
    return Story("s", "A story", WHOLE, happened, "", told)


def test_a_whole_story_has_its_parts_and_a_thin_one_is_told_what_to_add() -> None:
    bank = Bank()
    whole, thin = parse(bank, WHOLE), parse(bank, THIN)
    assert len(whole.missing) < len(thin.missing)
    assert all(part.quote in WHOLE for part in whole.parts)
    assert all(bool(part.quote) != bool(part.add) for part in (*whole.parts, *thin.parts))


def test_holes_are_signals_that_no_story_shows() -> None:
    parsed = [Parsed((), {"ownership": 4, "influence": 2}), Parsed((), {"outcome": 3})]
    assert holes(parsed, ("ownership", "influence", "outcome", "reflection")) == ("influence", "reflection")


def test_what_is_old_or_told_too_often() -> None:
    assert stale(story(TODAY - timedelta(days=4 * 365)), TODAY)
    assert not stale(story(TODAY - timedelta(days=300)), TODAY)
    assert not stale(story(None), TODAY)
    assert overused(story(told=("a", "b", "c")), ["a", "b", "c", "d"])
    assert not overused(story(told=("a", "b", "old")), ["a", "b", "c", "d"])


def test_the_story_that_shows_what_decides_the_question_comes_first() -> None:
    bank = Bank()
    question = bank.question("failure_incident")
    assert isinstance(question, BehavioralQuestion)
    other = "I taught three juniors to review code; in June they reviewed half of our changes. I would begin earlier."
    stories = [Story("other", "Teaching", other, None, ""), Story("outage", "The outage", WHOLE, None, "")]
    ranked = answering(question, [(each, parse(bank, each.text)) for each in stories])
    assert [each.id for each, _ in ranked] == ["outage", "other"]
    assert fit(Parsed((), {question.target: 4}), question, 0) > fit(Parsed((), {question.target: 1}), question, 0)
    assert fit(Parsed((), {question.target: 1}), question, 0) == fit(Parsed((), {}), question, 0)
