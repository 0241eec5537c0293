"""Reads the board that a design question brings."""

from collections.abc import Iterator

from sparring.domain.question import DesignQuestion
from sparring.whiteboard.errors import BoardError
from sparring.whiteboard.mermaid import read_mermaid


def exemplar(question: DesignQuestion) -> Iterator[str]:
    """Why the question's board cannot be read, in one sentence; nothing where it can."""
    try:
        read_mermaid(question.board, question.id)
    except BoardError as error:
        yield str(error)
