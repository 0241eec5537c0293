from dataclasses import replace

import pytest

from sparring.assessment.assess import assess
from sparring.assessment.calibration import SHIPPED
from sparring.assessment.drilling import depth_cap, depth_evidence, drills
from sparring.assessment.hearing import hear
from sparring.bank import Bank
from sparring.domain.debrief import Drill, Held, Rating
from sparring.domain.evidence import Polarity
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS, Rubric
from sparring.domain.topic import Facet
from sparring.domain.transcript import Speaker, Transcript, Turn
from sparring.listening.model import SignalModel
from sparring.listening.model.reading import ModelReading, SentenceReading
from tests.assessment.scene import talk

TOPICS = Bank().topics()
CACHING = TOPICS["cache"]
FACETS = CACHING.facets[:3]
ELSEWHERE = "I would rather speak about the rollout: we did it country by country, beginning with the smallest one."


def drilled(*exchanges: tuple[Facet, str]) -> Transcript:
    """A design round in which facets of caching were drilled."""
    lines = ["i Design a news feed.", "c Who reads it, and how often? I would put a cache in front of the feed store."]
    for facet, said in exchanges:
        lines += [f"i {facet.drills[0]}", f"c {said}"]
    round_ = talk(Round.SYSTEM_DESIGN, "Design a news feed", *lines)
    turns = list(round_.turns)
    for k, (facet, _) in enumerate(exchanges):
        asked = turns[2 + 2 * k]
        turns[2 + 2 * k] = replace(asked, asks="depth", move="drill", drilled=(CACHING.id, facet.id))
    return replace(round_, turns=tuple(turns))


def found(transcript: Transcript) -> tuple[Drill, ...]:
    return drills(transcript, hear(transcript, None, TOPICS), TOPICS)


def test_an_answer_that_covers_the_facet_held() -> None:
    first, *_ = found(drilled((FACETS[0], FACETS[0].covers[0])))
    assert first.held is Held.HELD and first.quote
    assert (first.turn, first.answer, first.facet) == (2, 3, FACETS[0].title)
    assert first.asked == FACETS[0].drills[0] and first.senior == FACETS[0].senior


@pytest.mark.parametrize(
    ("said", "held"),
    [
        (FACETS[1].names_only[0], Held.NAMED),
        ("Honestly, I don't know.", Held.UNKNOWN),
        (ELSEWHERE, Held.MISSED),
    ],
)
def test_an_answer_that_does_not_cover_it_did_not_hold(said: str, held: Held) -> None:
    (drill,) = found(drilled((FACETS[1], said)))
    assert drill.held is held
    assert bool(drill.quote) is (held is Held.NAMED)


def test_what_is_said_after_a_plain_i_dont_know_is_no_answer_to_it() -> None:
    round_ = drilled((FACETS[1], "Honestly, I don't know."))
    said = (*round_.turns, Turn(4, 200, Speaker.INTERVIEWER, "There's something I could show you.", move="acknowledge"))
    said = (*said, Turn(5, 210, Speaker.CANDIDATE, f"No, thanks. {FACETS[1].covers[0]}"))
    (drill,) = found(replace(round_, turns=said))
    assert (drill.held, drill.answer) == (Held.UNKNOWN, 3)


def test_an_answer_may_come_in_two_parts() -> None:
    transcript = drilled((FACETS[0], ELSEWHERE))
    nod = replace(transcript.turns[2], i=4, text="Mhm.", move="acknowledge", drilled=None)
    more = replace(transcript.turns[3], i=5, text=FACETS[0].covers[0])
    (drill,) = found(replace(transcript, turns=(*transcript.turns, nod, more)))
    assert drill.held is Held.HELD and drill.answer == 5


def test_a_question_before_the_answer_is_not_the_answer() -> None:
    transcript = drilled((FACETS[0], "Can I assume that phones try again?"))
    told = replace(transcript.turns[2], i=4, text="Yes. Anything else?", move="answer_clarification", drilled=None)
    missed = replace(transcript.turns[3], i=5, text=ELSEWHERE)
    (drill,) = found(replace(transcript, turns=(*transcript.turns, told, missed)))
    assert drill.held is Held.MISSED and drill.answer == 5
    held = replace(missed, text=FACETS[0].covers[0])
    (drill,) = found(replace(transcript, turns=(*transcript.turns, told, held)))
    assert drill.held is Held.HELD and drill.answer == 5


def test_without_a_log_nothing_is_said_of_drills() -> None:
    transcript = drilled((FACETS[0], ELSEWHERE))
    turns = tuple(replace(turn, drilled=None) for turn in transcript.turns)
    assert found(replace(transcript, turns=turns)) == ()
    unanswered = replace(transcript, turns=transcript.turns[:3])
    assert found(unanswered) == ()


def test_depth_is_limited_by_what_did_not_hold() -> None:
    good = [(facet, facet.covers[0]) for facet in FACETS]
    bad = [(facet, ELSEWHERE) for facet in FACETS]
    assert depth_cap(found(drilled(*good)), SHIPPED.cuts) is None
    assert depth_cap(found(drilled(*bad[:2])), SHIPPED.cuts) is None
    none = depth_cap(found(drilled(*bad)), SHIPPED.cuts)
    some = depth_cap(found(drilled(good[0], bad[0], bad[1])), SHIPPED.cuts)
    assert none is not None and none[1] == "none of 3 drills held, 3 not heard"
    # What nobody heard may hold in other words; what the candidate does not know does not.
    unheard = depth_cap(found(drilled(*bad, *bad)), SHIPPED.cuts)
    unknown = [(facet, "I don't know.") for facet in FACETS]
    hardly = depth_cap(found(drilled(*unknown, *unknown)), SHIPPED.cuts)
    assert none is not None and unheard is not None and hardly is not None and hardly[0] < 1.5 < none[0]
    assert unheard[0] == none[0]
    assert some is not None and some[1] == "1 of 3 drills held, 2 not heard" and some[0] > none[0]


def test_the_debrief_says_what_became_of_each_drill(rubric: Rubric, model: SignalModel) -> None:
    transcript = drilled(*((facet, ELSEWHERE) for facet in FACETS))
    debrief = assess(transcript, rubric=rubric, question=None, topics=TOPICS, model=model)
    assert [drill.held for drill in debrief.drills] == [Held.MISSED] * 3
    (depth,) = [x for x in debrief.scores if x.signal == "depth"]
    assert not isinstance(depth, Rating) or depth.value <= 2


def test_answers_that_held_are_evidence_of_depth_where_nothing_else_is() -> None:
    transcript = drilled(*((facet, facet.covers[0]) for facet in FACETS))
    text = {turn.i: turn.text for turn in transcript.turns}
    cited = depth_evidence(found(transcript), ())
    assert [x.turn for x in cited] == [3, 5]
    assert all(x.quote in text[x.turn] and x.why.startswith("held when asked about ") for x in cited)
    assert depth_evidence(found(transcript), cited) == ()


def test_where_few_answers_held_none_of_them_is_evidence() -> None:
    transcript = drilled((FACETS[0], FACETS[0].covers[0]), (FACETS[1], ELSEWHERE), (FACETS[2], ELSEWHERE))
    assert depth_evidence(found(transcript), ()) == ()


def weighed(said: str, plus: float, minus: float) -> Drill:
    """The drill of a facet answered so, where the model reads depth in it for better and for worse as given."""
    transcript = drilled((FACETS[0], said))
    probability = {(s, p): 0.02 for s in SIGNALS[Round.SYSTEM_DESIGN] for p in Polarity}
    read = SentenceReading(
        3, 0, len(said), {**probability, ("depth", Polarity.PLUS): plus, ("depth", Polarity.MINUS): minus}
    )
    reading = ModelReading("made up", (read,), {})
    (drill,) = drills(transcript, hear(transcript, None, TOPICS), TOPICS, reading)
    return drill


@pytest.mark.parametrize(
    ("said", "plus", "minus", "held"),
    [
        (FACETS[0].covers[0], 0.8, 0.01, Held.HELD),
        (FACETS[0].covers[0], 0.03, 0.9, Held.SHORT),
        (ELSEWHERE, 0.9, 0.01, Held.OPEN),
        (ELSEWHERE, 0.02, 0.5, Held.MISSED),
        ("Honestly, I don't know.", 0.9, 0.01, Held.UNKNOWN),
    ],
)
def test_what_the_rule_heard_is_weighed_with_what_the_model_reads(
    said: str, plus: float, minus: float, held: Held
) -> None:
    drill = weighed(said, plus, minus)
    assert drill.held is held
    assert drill.quote in said and bool(drill.quote) is (held not in (Held.MISSED, Held.UNKNOWN))


def test_what_may_have_held_is_held_against_nobody() -> None:
    held, short = weighed(FACETS[0].covers[0], 0.8, 0.01), weighed(FACETS[0].covers[0], 0.03, 0.9)
    maybe = weighed(ELSEWHERE, 0.9, 0.01)
    assert depth_cap((held, held, maybe), SHIPPED.cuts) is None
    cap = depth_cap((held, short, maybe, short), SHIPPED.cuts)
    assert cap is not None and cap[1] == "1 of 4 drills held"


def test_a_word_on_the_question_is_not_quoted_for_an_answer_that_held() -> None:
    lost, telling = "No to what, I wasn't refusing the cache in process.", FACETS[0].covers[0]
    transcript = drilled((FACETS[0], f"{lost} {telling}"))
    said = transcript.turns[3].text
    probability = {(s, p): 0.02 for s in SIGNALS[Round.SYSTEM_DESIGN] for p in Polarity}
    spans = ((0, len(lost), 0.5), (len(lost) + 1, len(said), 0.9))
    read = tuple(SentenceReading(3, a, b, {**probability, ("depth", Polarity.PLUS): p}) for a, b, p in spans)
    (drill,) = drills(transcript, hear(transcript, None, TOPICS), TOPICS, ModelReading("made up", read, {}))
    assert drill.held is Held.HELD and drill.quote in telling


def test_of_an_answer_the_sentence_is_quoted_that_says_most() -> None:
    telling = FACETS[0].covers[0]
    drill = weighed(f"So, two things. {telling} Does that answer it, or do you want more of it?", 0.8, 0.01)
    assert drill.held is Held.HELD and drill.quote in telling and drill.quote[-1] not in ",;"


def test_an_answer_that_was_hardly_understood_is_not_called_missing() -> None:
    clear = drilled((FACETS[0], ELSEWHERE))
    (asked, missed) = clear.turns[-2:]
    garbled = replace(missed, unsure=((2, 7), (15, 20)))
    assert [x.held for x in found(clear)] == [Held.MISSED]
    assert [x.held for x in found(replace(clear, turns=(*clear.turns[:-2], asked, garbled)))] == [Held.OPEN]
