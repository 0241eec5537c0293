"""What the author of a question has for whoever has answered it: what each level does with it, and a good answer."""

from sparring.domain.debrief import Reference
from sparring.domain.move import MoveKind
from sparring.domain.question import AnyQuestion, CodingQuestion, DesignQuestion
from sparring.domain.round import Altitude
from sparring.domain.transcript import Transcript
from sparring.whiteboard.errors import BoardError
from sparring.whiteboard.mermaid import read_mermaid


def levels(question: AnyQuestion | None, transcript: Transcript) -> tuple[tuple[Altitude, str], ...]:
    """What each altitude does with the question, and in coding what a reviewer would say of its code."""
    if question is None or transcript.open:
        return ()
    reviews = question.review if isinstance(question, CodingQuestion) else {}
    does = sorted(question.altitudes.items(), key=lambda x: x[0].rank)
    return tuple((a, f"{text} The code: {reviews[a]}" if a in reviews else text) for a, text in does)


def reference(question: AnyQuestion | None, transcript: Transcript) -> Reference | None:
    """A solution of what was asked for in the end, or a board that would do; None while the round is open."""
    if transcript.open:
        return None
    if isinstance(question, CodingQuestion):
        changed = sum(turn.move == MoveKind.CHANGE_REQUIREMENT.value for turn in transcript.turns)
        code = [question.reference, *(stage.reference for stage in question.stages)][: changed + 1][-1]
        good = question.good
        return Reference(code=code, note=f"As first asked: {good.time} time, {good.space} space. {good.why}")
    return Reference(board=_arrows(question)) if isinstance(question, DesignQuestion) and question.board else None


def _arrows(question: DesignQuestion) -> tuple[tuple[str, str, str], ...]:
    """From, to, and what goes there; none of a board that cannot be read, which its author is told by the check."""
    try:
        board = read_mermaid(question.board, question.id)
    except BoardError:
        return ()
    named = {component.id: component.label for component in board.components}
    return tuple((named[x.source], named[x.target], x.label) for x in board.connections)
