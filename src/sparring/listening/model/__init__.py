"""The local signal model: which sentence is evidence of which signal, and how the round would be rated."""

from sparring.listening.model.card import ModelCard
from sparring.listening.model.reading import ModelReading, SentenceReading
from sparring.listening.model.signal_model import SignalModel

__all__ = ["ModelCard", "ModelReading", "SentenceReading", "SignalModel"]
