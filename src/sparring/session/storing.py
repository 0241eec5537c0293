"""The story bank over the store: keep stories, parse them with the raters, find the one that answers a question."""

from collections.abc import Sequence
from datetime import date

from sparring import transcripts
from sparring.bank import Bank
from sparring.domain.debrief import Debrief, Rating
from sparring.domain.evidence import Polarity
from sparring.domain.question import BehavioralQuestion
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.domain.transcript import Speaker
from sparring.practice.stories import FRAME, Parsed, Part, Story, fit
from sparring.session.debriefing import debriefed, stored_transcript
from sparring.session.errors import UnknownChoice
from sparring.session.hearing import signal_model
from sparring.store import Store
from sparring.store.value import clean

KIND = "story"
LONGEST = 20_000
"""Characters of a story that are kept: half an hour of talk."""

ASKED = "Tell me about a time that shows how you work."
"""A question that every signal can answer, so that a story is held against all of them."""


def stories(store: Store) -> tuple[Story, ...]:
    """Every story, by title."""
    found = [_story(key, value) for key, value in store.documents(KIND).items()]
    return tuple(sorted(found, key=lambda story: story.title.casefold()))


def keep(store: Store, story: Story) -> None:
    """Keep a story, in place of the one with its id."""
    store.keep(
        KIND,
        story.id,
        {
            "title": clean(story.title),
            "text": clean(story.text),
            "happened": story.happened.isoformat() if story.happened else None,
            "session": story.session,
            "told": list(story.told),
        },
    )


def forget(store: Store, id_: str) -> None:
    """Forget a story."""
    store.drop(KIND, id_)


def from_session(store: Store, bank: Bank, session: str) -> Story:
    """A story in the candidate's own words, from a behavioral round. Raises UnknownSession, UnknownChoice."""
    transcript = stored_transcript(store, bank, session)
    if transcript.round is not Round.BEHAVIORAL:
        raise UnknownChoice("Stories come from behavioral rounds; this was another.")
    said = [turn.text for turn in transcript.turns if turn.speaker is Speaker.CANDIDATE]
    if not said:
        raise UnknownChoice("Nothing was said in this round, so there is no story in it.")
    text = "\n\n".join(said)[:LONGEST]
    return Story(transcript.id, transcript.title, text, None, transcript.id, (transcript.id,))


def parse(bank: Bank, text: str) -> Parsed:
    """What a story contains, as the raters hear it. Raises TranscriptError where it has no words."""
    transcript = transcripts.single_answer(text, ASKED, round=Round.BEHAVIORAL)
    debrief = debriefed(bank, transcript)
    rated = {score.signal: score.value for score in debrief.scores if isinstance(score, Rating)}
    known = {signal: rated[signal] for signal in SIGNALS[Round.BEHAVIORAL] if signal in rated}
    return Parsed(tuple(_part(bank, debrief, name, signal) for name, signal in FRAME), known)


def answering(question: BehavioralQuestion, bank: Sequence[tuple[Story, Parsed]]) -> tuple[tuple[Story, float], ...]:
    """Stories that answer a question, the best first, with how well (`practice.stories.fit`)."""
    model = signal_model()
    asked = model.place(f"{question.title}. {question.statement}")
    scored = [(story, fit(parsed, question, float(model.place(story.text[:2000]) @ asked))) for story, parsed in bank]
    return tuple(sorted(scored, key=lambda pair: -pair[1]))


def _part(bank: Bank, debrief: Debrief, name: str, signal: str) -> Part:
    pieces = [x for x in debrief.evidence if x.signal == signal and x.polarity is Polarity.PLUS]
    if pieces:
        return Part(name, signal, max(pieces, key=lambda piece: piece.strength).quote, "")
    return Part(name, signal, "", bank.rubric().signal(Round.BEHAVIORAL, signal).one_level_up[1])


def _story(key: str, value: object) -> Story:
    assert isinstance(value, dict)
    happened = value.get("happened")
    return Story(
        id=key,
        title=str(value["title"]),
        text=str(value["text"]),
        happened=date.fromisoformat(happened) if happened else None,
        session=str(value.get("session", "")),
        told=tuple(str(each) for each in value.get("told", ())),
    )
