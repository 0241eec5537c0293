"""What the rest of the program knows of a language model."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from pydantic import BaseModel

Form = TypeVar("Form", bound="BaseModel")
"""What an answer has to look like."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a language model is given to read."""

    rules: str
    """What it is to do, from the program alone: nothing that a candidate said stands here."""

    text: str
    """What it is to do it with."""


class LanguageModel(Protocol):
    """Answers prompts in a form."""

    @property
    def name(self) -> str:
        """What the user calls it."""

    async def ask(self, prompt: Prompt, form: type[Form]) -> Form:
        """An answer in the form. Raises Unreachable, Refused, Unusable."""
