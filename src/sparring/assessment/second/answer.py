"""The form in which a language model answers about one signal."""

from typing import Literal

from pydantic import BaseModel, Field


class Passage(BaseModel):
    """Words of the candidate that bear on the signal."""

    turn: int = Field(description="number of the candidate's turn, as in [7]")
    words: str = Field(description="copied letter for letter from that one turn: a sentence or two, nothing left out")
    speaks: Literal["for", "against"]
    why: str = Field(description="what in these words counts, in at most fifteen words")


class Answer(BaseModel):
    """Passages first: the rating is read off them."""

    passages: list[Passage] = Field(
        description="one to four that decide, the strongest first; empty where there are none"
    )
    rating: int | None = Field(ge=1, le=4, description="by the scale; null where the round gave no chance at all")
