"""Reads rounds that were held elsewhere into sessions; every file format lives here."""

from sparring.transcripts.errors import TranscriptError
from sparring.transcripts.reading import read, single_answer

__all__ = ["TranscriptError", "read", "single_answer"]
