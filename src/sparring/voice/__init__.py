"""Hears what is said aloud: where a phrase ends, its words, and which of them are unsure."""

from sparring.voice.errors import VoiceError
from sparring.voice.phrases import Began, Ended, Phrases
from sparring.voice.recognizer import Recognized, Recognizer
from sparring.voice.sound import RATE, samples
from sparring.voice.vocabulary import Vocabulary, vocabulary
from sparring.voice.weights import detector, missing, recognizer

__all__ = [
    "RATE",
    "Began",
    "Ended",
    "Phrases",
    "Recognized",
    "Recognizer",
    "Vocabulary",
    "VoiceError",
    "detector",
    "missing",
    "recognizer",
    "samples",
    "vocabulary",
]
