"""Tells a whole round from one that was stopped, and from an excerpt."""

from sparring.domain.transcript import Transcript

_NOTES = ("ended the round before", "has not been finished")
"""What the log's reader notes of a round that was not held to its end."""

_DUE = 0.7
"""Share of the planned time before which a last turn means that the round was stopped."""

_LEAST = 0.6
"""Share of the planned time below which a round proves nothing exceptional."""

_FEW = 3
"""Candidate turns below which a transcript proves nothing exceptional."""


def ended_early(transcript: Transcript) -> bool:
    """Whether the round stopped before what was left could be asked for."""
    noted = any(words in note for note in transcript.notes for words in _NOTES)
    return noted or _share(transcript) < _DUE


def too_short(transcript: Transcript) -> str:
    """Why a round is too short for the highest marks, as a clause; empty where it is not."""
    if _share(transcript) < _LEAST and transcript.planned:
        ran, planned = round(transcript.length / 60), round(transcript.planned / 60)
        return f"the round stopped after {ran} of {planned} minutes"
    turns = len(transcript.candidate_turns)
    return f"there {'was one answer' if turns == 1 else f'were {turns} answers'} to go by" if turns < _FEW else ""


def _share(transcript: Transcript) -> float:
    """How much of the planned time was used; 1 where no time was planned."""
    return min(1.0, transcript.length / transcript.planned) if transcript.planned else 1.0
