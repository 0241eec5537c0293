"""A debrief for a session of the store, or for a transcript from elsewhere."""

from sparring.assessment.assess import assess
from sparring.bank import Bank, UnknownQuestion
from sparring.domain.debrief import Debrief
from sparring.domain.opinion import SecondOpinion
from sparring.domain.question import AnyQuestion
from sparring.domain.transcript import Transcript
from sparring.session import fold, opinions
from sparring.session.hearing import signal_model
from sparring.store import Store


def stored_transcript(store: Store, bank: Bank, session_id: str) -> Transcript:
    """The transcript of a stored session, found by its id or the beginning of it."""
    row = store.session(session_id)
    question = question_of(bank, str(row.config["question"]))
    title = question.title if question else str(row.config.get("title", row.config["question"]))
    return fold.transcript_of(row.id, title, store.events(row.id))


def stored_debrief(store: Store, bank: Bank, session_id: str) -> Debrief:
    """The debrief of a stored session, with the second opinion that is kept with it."""
    transcript = stored_transcript(store, bank, session_id)
    return debriefed(bank, transcript, opinions.kept(store, transcript.id))


def question_of(bank: Bank, question_id: str) -> AnyQuestion | None:
    """The question where the bank has it; None for a question from elsewhere."""
    try:
        return bank.question(question_id)
    except UnknownQuestion:
        return None


def debriefed(bank: Bank, transcript: Transcript, opinion: SecondOpinion | None = None) -> Debrief:
    """The debrief of a transcript, by rules and the local model; with a second opinion, by both raters."""
    return assess(
        transcript,
        rubric=bank.rubric(),
        question=question_of(bank, transcript.question),
        topics=bank.topics(),
        model=signal_model(),
        subjects=bank.subjects(transcript.round),
        guides=[guide.body for guide in bank.guides().values()],
        opinion=opinion,
    )
