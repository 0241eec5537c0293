"""A foreign file into transcripts: decode, find the format, find the people, number the turns."""

import hashlib
import re
from dataclasses import replace
from pathlib import PurePosixPath

from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Snapshot, Speaker, Transcript, Turn
from sparring.transcripts.corpus import looks_like_json, read_sessions
from sparring.transcripts.decoding import decode
from sparring.transcripts.errors import Empty, NoCandidate, NoSpeakers
from sparring.transcripts.formats import format_of
from sparring.transcripts.guesses import guess_round, guess_style, guess_title
from sparring.transcripts.people import Casting, cast
from sparring.transcripts.plain import one_line, plain
from sparring.transcripts.said import Recording
from sparring.transcripts.snapshots import lift_code
from sparring.transcripts.turns import turns_of
from sparring.transcripts.wanted import Wanted

ALONE = "There are no interviewer turns: whether something was volunteered or prompted cannot be told."
BEFORE_NAMES = "The words before the first name were taken for an interviewer's."


def read(
    data: bytes,
    *,
    name: str = "",
    round: Round | None = None,
    question: str | None = None,
    title: str | None = None,
    level: Altitude = Altitude.SENIOR,
    candidate: str | None = None,
) -> tuple[Transcript, ...]:
    """Read a file that holds one round, or a corpus file that holds many.

    Args:
        data: the file's bytes; the format is found by content, then by `name`.
        name: the file's name, for its ending and the transcript's id.
        round: which round it is; guessed, and said in the notes, where None.
        question: id of a question in the bank, or a word of one's own.
        title: the question as people say it; taken from the file where None.
        level: what the round is held against; a corpus file's own level wins.
        candidate: the candidate's name, or the beginning of it; guessed, and said, where None.

    Raises:
        TranscriptError: names the line where there is one, and the remedy.
    """
    text, notes = decode(data)
    wanted = Wanted(round, question, title, level, candidate)
    if looks_like_json(text):
        found = read_sessions(text, wanted)
    else:
        found = (_transcript(format_of(text, name).read(text), _ident(name, data), wanted),)
    return tuple(replace(transcript, notes=(*notes, *transcript.notes)) for transcript in found)


def single_answer(
    text: str,
    question_title: str,
    *,
    question: str = "",
    round: Round | None = None,
    level: Altitude = Altitude.SENIOR,
) -> Transcript:
    """One answer to one question as a round of two turns.

    Args:
        text: the answer.
        question_title: what was asked; it becomes the interviewer's turn.
        question: id of the question in the bank, if it is there.
        round: guessed from both where None.
        level: what the answer is held against.

    Raises:
        Empty: where the answer has no words.
    """
    answer = plain(text).strip()
    if not answer:
        raise Empty("There are no words in the answer.")
    asked = one_line(question_title, 400) or "Tell me about it."
    turns: tuple[Turn, ...] = (Turn(0, 0.0, Speaker.INTERVIEWER, asked), Turn(1, 0.0, Speaker.CANDIDATE, answer))
    notes: tuple[str, ...] = ("This is one answer, not a round: what nobody asked about counts as not seen.",)
    if round is None:
        round, why = guess_round(turns, asked, "```" in answer)
        notes += (why,)
    shots: tuple[Snapshot, ...] = ()
    if round is Round.CODING:
        lifted, shots = lift_code(turns)
        turns = lifted if len(lifted) == len(turns) else turns
    return Transcript(
        id=f"answer-{_digest((asked + answer).encode())}",
        round=round,
        question=question or one_line(asked),
        title=one_line(asked),
        turns=turns,
        target_level=level,
        style=guess_style(turns[1:], spoken=False),
        code=shots,
        timed=False,
        notes=notes,
    )


def _transcript(recording: Recording, ident: str, wanted: Wanted) -> Transcript:
    if not recording.said:
        raise Empty("Nobody says anything in it.")
    casting = _casting(recording, wanted)
    turns, timed, time_notes = turns_of(recording.said, casting.candidates, recording.spoken)
    notes = [*recording.notes, *casting.notes]
    if not any(turn.speaker is Speaker.INTERVIEWER for turn in turns):
        notes.append(ALONE)
    round_ = wanted.round
    if round_ is None:
        has_code = any("```" in turn.text for turn in turns)
        round_, why = guess_round(turns, f"{wanted.title or ''} {recording.title}", has_code)
        notes.append(why)
    shots: tuple[Snapshot, ...] = ()
    if round_ is Round.CODING:
        turns, shots = lift_code(turns)
        if shots:
            notes.append(f"{len(shots)} code blocks were read as the candidate's code; the last is the final version.")
    if not turns:
        raise Empty("There is code in it, and not a word.")
    if not any(turn.speaker is Speaker.CANDIDATE for turn in turns):
        raise NoCandidate(["interviewer"])
    title = one_line(wanted.title or recording.title) or guess_title(turns, round_)
    return Transcript(
        id=ident,
        round=round_,
        question=wanted.question or title,
        title=title,
        turns=turns,
        target_level=wanted.level,
        style=guess_style([turn for turn in turns if turn.speaker is Speaker.CANDIDATE], recording.spoken),
        code=shots,
        timed=timed,
        notes=(*notes, *time_notes),
    )


def _casting(recording: Recording, wanted: Wanted) -> Casting:
    """Who the candidate is; without any names, everything is theirs, where that can be meant."""
    if any(piece.name for piece in recording.said):
        casting = cast(recording.said, wanted.candidate, recording.roles)
        if recording.said[0].name is None:
            return replace(casting, notes=(*casting.notes, BEFORE_NAMES))
        return casting
    if not recording.spoken and not (wanted.question or wanted.title):
        raise NoSpeakers
    return Casting(frozenset({None}), ("The file names no speakers: every word was taken for the candidate's.",))


def _ident(name: str, data: bytes) -> str:
    """The file's name without its ending, or a name made of what is in it."""
    stem = re.sub(r"[^\w.-]+", "-", one_line(PurePosixPath(name.replace("\\", "/")).stem)).strip("-.")
    return stem or f"transcript-{_digest(data)}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
