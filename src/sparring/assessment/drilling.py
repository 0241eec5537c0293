"""What became of each drill: whether the answer held, only named the thing, or was about something else."""

import re
from collections.abc import Mapping, Sequence

from sparring.assessment import holding
from sparring.assessment.asking import answers_to
from sparring.assessment.quoting import trimmed
from sparring.domain.debrief import Drill, Held
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import Act, Depth, Heard
from sparring.domain.round import Round
from sparring.domain.topic import Facet, Topic
from sparring.domain.transcript import Transcript, Turn
from sparring.listening import sentences
from sparring.listening.model.reading import ModelReading, SentenceReading

_ENOUGH = 3
"""Drills from which their share says something of depth."""

_MANY = 5
"""Drills from which hardly any that held means that the chance was there and nothing was shown."""

_NONE, _FEW, _SOME = 0.1, 0.34, 0.6
"""Shares of held drills up to which depth can be nothing, no more than mid, and no more than just senior."""

_CITED, _STRENGTH = 2, 0.6
"""Quotes for depth up to which answers that held are cited besides, and how strong they are as evidence."""

_PER_UNSURE = 15
"""Words for each place that was perhaps misheard, under which an answer is not called missing or thin."""

_PLAINLY = 25
"""Words up to which "I don't know" is all that is said."""

_OF_THE_TALK = re.compile(
    r"\?\s*$|\b(?:do|did) you mean\b|^\W*(?:no )?(?:to|for|of|about) what\b|\bas i (?:said|told)\b|\bi told you\b"
    r"|\bi (?:wasn't|was not|didn't|did not) (?:refus|say|said|ask|talk)\w*",
    re.IGNORECASE,
)
"""Words about the question, and none of an answer."""

_UNHEARD = 0.3
"""How many of the answers in which nothing was heard hold all the same, in other words (`training/drills.py`)."""

_UNDER = (0.25, 0.15, 0.15)
"""How far below the cuts to 2, 3 and 4 depth stays then."""


def drills(
    transcript: Transcript,
    heard: Mapping[int, Heard],
    topics: Mapping[str, Topic],
    reading: ModelReading | None = None,
) -> tuple[Drill, ...]:
    """Every drill that was answered at all, in order; none where the log does not say what was drilled.

    A facet drilled further once it held is one drill for each question, since each has an answer of its own. Without a
    `reading`, what was heard by rule decides alone.
    """
    read = reading.sentences if reading is not None and transcript.round is Round.SYSTEM_DESIGN else ()
    found = []
    for turn in transcript.turns:
        facet = _facet(turn, topics)
        answers = answers_to(transcript, turn) if facet else []
        if facet and answers:
            said = {answer.i for answer in answers}
            found.append(_drill(turn, facet, answers, heard, topics, [x for x in read if x.turn in said]))
    return tuple(found)


def depth_evidence(found: Sequence[Drill], shown: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Answers that held, as evidence of depth where most did and little else is `shown` for it, in their order."""
    kept = [x for x in found if x.held is Held.HELD and x.quote]
    missing = _CITED - sum(x.signal == "depth" and x.polarity is Polarity.PLUS for x in shown)
    if len(found) < _ENOUGH or len(kept) <= _SOME * len(found) or missing <= 0:
        return ()
    cited: list[Evidence] = []
    for drill in kept:
        if any(x.turn == drill.answer and x.signal == "depth" for x in (*shown, *cited)):
            continue
        why = f"held when asked about {drill.facet[:1].lower()}{drill.facet[1:]}"
        cited.append(
            Evidence(drill.answer, drill.quote, "depth", Polarity.PLUS, False, Source.MEASURED, _STRENGTH, why)
        )
        if len(cited) == missing:
            break
    return tuple(cited)


def depth_cap(found: Sequence[Drill], cuts: Sequence[float]) -> tuple[float, str] | None:
    """What the depth of a round cannot exceed, and why; None where the drills do not limit it.

    `cuts` are the expected values above which a rating is 2, 3, 4.
    """
    if len(found) < _ENOUGH:
        return None
    held, unsure, unheard = (sum(x.held is held for x in found) for held in (Held.HELD, Held.OPEN, Held.MISSED))
    # What may have held is held against nobody.
    share = (held + unsure + _UNHEARD * unheard) / len(found)
    caps = [round(cut - under, 2) for cut, under in zip(cuts, _UNDER, strict=True)]
    note = f"{held or 'none'} of {len(found)} drills held" + (f", {unheard} not heard" if unheard else "")
    if share <= _NONE and len(found) >= _MANY:
        return caps[0], note
    if share <= _FEW:
        return caps[1], note
    return (caps[2], note) if share <= _SOME else None


def _facet(turn: Turn, topics: Mapping[str, Topic]) -> Facet | None:
    topic = topics.get(turn.drilled[0]) if turn.drilled else None
    if topic is None or turn.drilled is None:
        return None
    return next((facet for facet in topic.facets if facet.id == turn.drilled[1]), None)


def _drill(
    asked: Turn,
    facet: Facet,
    answers: Sequence[Turn],
    heard: Mapping[int, Heard],
    topics: Mapping[str, Topic],
    read: Sequence[SentenceReading],
) -> Drill:
    depths = [
        (turn.i, mention.depth)
        for turn in answers
        for mention in (heard[turn.i].mentions if turn.i in heard else ())
        if (mention.topic, mention.facet) == asked.drilled
    ]
    held, at = _outcome(depths, answers, heard)
    if read and held is not Held.UNKNOWN:
        held, at = _weighed(held, at, read)
    if held in (Held.MISSED, Held.NAMED, Held.SHORT) and _garbled(answers):
        held = Held.OPEN
    said = next(turn.text for turn in answers if turn.i == at)
    title = topics[asked.drilled[0]].title if asked.drilled else ""
    quote = "" if held in (Held.UNKNOWN, Held.MISSED) else point(said)
    return Drill(asked.i, asked.plain, title, facet.title, held, at, quote, facet.senior)


def _garbled(answers: Sequence[Turn]) -> bool:
    """Whether so much of a spoken answer was perhaps misheard that the words that count may be among it."""
    words = sum(len(turn.text.split()) for turn in answers)
    return sum(len(turn.unsure) for turn in answers) * _PER_UNSURE > words


def point(said: str) -> str:
    """The sentence that says most of an answer: the longest that is of the matter, which people choose three times in
    four (`training/drills.py`)."""
    told = sentences.texts(said)
    of_the_matter = [sentence for sentence in told if not _OF_THE_TALK.search(sentence)] or told
    longest = max(of_the_matter, key=lambda sentence: len(sentence.split()), default="")
    return longest[slice(*trimmed(longest, 0, len(longest)))].rstrip(",;:")


def _weighed(heard: Held, at: int, read: Sequence[SentenceReading]) -> tuple[Held, int]:
    """What was heard by rule, weighed with what the model reads in the answer; both have to say that it held."""
    likely = holding.chance(heard is Held.HELD, read)
    if heard is Held.HELD:
        return Held.HELD if likely >= holding.HOLDS else Held.SHORT if likely < holding.FALLS else Held.OPEN, at
    # Substance that the rule did not hear: an answer in other words, or one to another question.
    return (heard, at) if likely < holding.HOLDS else (Held.OPEN, holding.strongest(read).turn)


def _outcome(
    depths: Sequence[tuple[int, Depth]], answers: Sequence[Turn], heard: Mapping[int, Heard]
) -> tuple[Held, int]:
    unknown = [x for x in answers if x.i in heard and Act.DONT_KNOW in heard[x.i].acts]
    if unknown[:1] == answers[:1] and len(unknown[0].text.split()) <= _PLAINLY:
        # What comes after a plain "I don't know" belongs to something else.
        return Held.UNKNOWN, unknown[0].i
    for held, of_it in ((Held.HELD, Depth.COVERED), (Held.NAMED, Depth.NAMED)):
        for turn, depth in depths:
            if depth is of_it:
                return held, turn
    if unknown:
        return Held.UNKNOWN, unknown[0].i
    # A question before the answer is not the answer.
    return Held.MISSED, max(answers, key=lambda turn: len(turn.text)).i
