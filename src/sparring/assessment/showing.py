"""What a round has shown so far, for the interviewer who steers to what is unseen; no rating leaves this file."""

from collections.abc import Mapping, Sequence

from sparring.assessment.assess import listened, material
from sparring.assessment.grading import Grade, grade
from sparring.domain.debrief import Drill, Held
from sparring.domain.evidence import Evidence
from sparring.domain.heard import Shown, SoFar
from sparring.domain.question import AnyQuestion
from sparring.domain.topic import Topic, TopicId
from sparring.domain.transcript import Transcript
from sparring.listening.misheard import quoted
from sparring.listening.model import SignalModel

_ENOUGH = 3
"""The rating from which a signal needs no question of its own any more."""

_QUOTES = 3
"""Most sentences that are kept for a signal."""


def so_far(
    transcript: Transcript, *, model: SignalModel, question: AnyQuestion | None, topics: Mapping[TopicId, Topic]
) -> SoFar:
    """Signals with something to cite for them, each with the sentences that carry it most, and whether a drill held.

    Enough is shown of those that would be rated 3 or better if the round ended now.
    """
    reading, heard = listened(transcript, model=model, question=question, topics=topics)
    made = material(transcript, reading, question=question, topics=topics, heard=heard)
    last = transcript.turns[-1].i
    turns = {turn.i: turn for turn in transcript.turns}
    sayable = [None if quoted(x.quote, turns[x.turn].text, turns[x.turn].unsure) else x for x in made.evidence]
    shown = {
        x.signal: Shown(tuple(quote.quote for quote in _freshest(x, sayable, last)), x.value >= _ENOUGH)
        for x in grade(made)
        if isinstance(x, Grade) and x.positive
    }
    return SoFar(shown, _held(made.drills, transcript))


def _freshest(graded: Grade, evidence: Sequence[Evidence | None], last: int) -> list[Evidence]:
    """What speaks for a signal, the strongest first; but before it what the last turn says. None is not to be said."""
    strongest = [x for i in graded.positive if (x := evidence[i]) is not None]
    return sorted(strongest, key=lambda x: x.turn != last)[:_QUOTES]


def _held(drills: Sequence[Drill], transcript: Transcript) -> bool | None:
    """Whether the last turn holds under the drill that it answers; what may hold is believed for the time being."""
    put = [turn.i for turn in transcript.turns if turn.drilled is not None]
    last = drills[-1] if drills else None
    if last is None or last.turn != put[-1] or last.answer != transcript.turns[-1].i:
        return None
    return last.held in (Held.HELD, Held.OPEN)
