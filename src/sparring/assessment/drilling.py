"""What became of each drill: whether the answer held, only named the thing, or was about something else."""

import re
from collections.abc import Mapping, Sequence

from sparring.assessment import holding
from sparring.assessment.asking import answers_to
from sparring.assessment.quoting import trimmed, whole
from sparring.domain.debrief import Drill, Held
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import Act, Depth, Heard, Mention
from sparring.domain.round import Round
from sparring.domain.topic import Facet, Topic
from sparring.domain.transcript import Transcript, Turn
from sparring.listening.model.reading import ModelReading, SentenceReading

_ENOUGH = 3
"""Drills from which their share says something of depth."""

_MANY = 5
"""Drills from which hardly any that held means that the chance was there and nothing was shown."""

_NONE, _FEW, _SOME = 0.1, 0.34, 0.6
"""Shares of held drills up to which depth can be nothing, no more than mid, and no more than just senior."""

_CITED, _STRENGTH = 2, 0.6
"""Quotes for depth up to which answers that held are cited besides, and how strong they are as evidence."""

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


def depth_evidence(found: Sequence[Drill], shown: Sequence[Evidence], text: Mapping[int, str]) -> tuple[Evidence, ...]:
    """Answers that held, as evidence of depth where most did and little else is shown for it, in their order.

    `shown` is the evidence so far, `text` what was said, by turn.
    """
    kept = [x for x in found if x.held is Held.HELD and x.quote]
    missing = _CITED - sum(x.signal == "depth" and x.polarity is Polarity.PLUS for x in shown)
    if len(found) < _ENOUGH or len(kept) <= _SOME * len(found) or missing <= 0:
        return ()
    cited: list[Evidence] = []
    for drill in kept:
        if any(x.turn == drill.answer and x.signal == "depth" for x in (*shown, *cited)):
            continue
        said = text[drill.answer]
        at = said.find(drill.quote)
        start, end = trimmed(said, *whole(said, at, at + len(drill.quote)))
        why = f"held when asked about {drill.facet[:1].lower()}{drill.facet[1:]}"
        cited.append(
            Evidence(drill.answer, said[start:end], "depth", Polarity.PLUS, False, Source.MEASURED, _STRENGTH, why)
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
    about = [
        (turn.i, mention)
        for turn in answers
        for mention in (heard[turn.i].mentions if turn.i in heard else ())
        if (mention.topic, mention.facet) == asked.drilled
    ]
    held, at, quote = _outcome(about, answers, heard)
    if read and held is Held.HELD and _OF_THE_TALK.search(quote):
        at, quote = _telling(answers, [x for x in read if x.turn == at]) or (at, quote)
    if read and held is not Held.UNKNOWN:
        held, at, quote = _weighed(held, at, quote, answers, read)
    title = topics[asked.drilled[0]].title if asked.drilled else ""
    return Drill(asked.i, asked.plain, title, facet.title, held, at, quote, facet.senior)


def _weighed(
    heard: Held, at: int, quote: str, answers: Sequence[Turn], read: Sequence[SentenceReading]
) -> tuple[Held, int, str]:
    """What was heard by rule, weighed with what the model reads in the answer; both have to say that it held."""
    likely = holding.chance(heard is Held.HELD, read)
    if heard is Held.HELD:
        held = Held.HELD if likely >= holding.HOLDS else Held.SHORT if likely < holding.FALLS else Held.OPEN
        return held, at, quote
    if likely < holding.HOLDS:
        return heard, at, quote
    # Substance that the rule did not hear: an answer in other words, or one to another question.
    best = holding.strongest(read)
    text = next(turn.text for turn in answers if turn.i == best.turn)
    return Held.OPEN, best.turn, text[best.start : best.end]


def _telling(answers: Sequence[Turn], read: Sequence[SentenceReading]) -> tuple[int, str] | None:
    """Of the sentences that speak of the matter, the one that carries the answer most, by the model."""
    text = {turn.i: turn.text for turn in answers}
    of_the_matter = [x for x in read if not _OF_THE_TALK.search(text[x.turn][x.start : x.end])]
    if not of_the_matter:
        return None
    best = holding.strongest(of_the_matter)
    said = text[best.turn]
    start, end = trimmed(said, *whole(said, best.start, best.end))
    return best.turn, said[start:end]


def _outcome(
    about: Sequence[tuple[int, Mention]], answers: Sequence[Turn], heard: Mapping[int, Heard]
) -> tuple[Held, int, str]:
    unknown = [x for x in answers if x.i in heard and Act.DONT_KNOW in heard[x.i].acts]
    if unknown[:1] == answers[:1] and len(unknown[0].text.split()) <= _PLAINLY:
        # What comes after a plain "I don't know" belongs to something else.
        return Held.UNKNOWN, unknown[0].i, ""
    for held, depth in ((Held.HELD, Depth.COVERED), (Held.NAMED, Depth.NAMED)):
        for turn, mention in about:
            if mention.depth is depth:
                return held, turn, mention.quote
    if unknown:
        return Held.UNKNOWN, unknown[0].i, ""
    # A question before the answer is not the answer.
    longest = max(answers, key=lambda turn: len(turn.text)).i
    return Held.MISSED, longest, ""
