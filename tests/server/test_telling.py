"""What a page is told of an event."""

from sparring.domain.event import Event
from sparring.server.telling import happened
from sparring.session import fold


def test_the_moment_is_told_exactly_for_a_retake_cuts_there() -> None:
    """Rounded down, a retake from a question would leave out that question and the answer before it."""
    event = Event(seq=3, at=30.4012, kind=fold.CANDIDATE, payload={"text": "It was my call."})
    assert happened(event).at == 30.4012
