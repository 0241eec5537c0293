"""Talks to language models behind one interface."""

from sparring.llm.choice import Choice, choice_of, chosen
from sparring.llm.connecting import connect
from sparring.llm.errors import LanguageModelError
from sparring.llm.model import LanguageModel, Prompt

__all__ = ["Choice", "LanguageModel", "LanguageModelError", "Prompt", "choice_of", "chosen", "connect"]
