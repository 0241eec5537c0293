"""A hand-made debrief of a design round, with everything a page can show."""

from sparring.domain.debrief import (
    AltitudeCall,
    Check,
    Curveball,
    CurveballKind,
    Debrief,
    Drill,
    FailedCase,
    Held,
    MistakeSeen,
    Moment,
    NotSeen,
    OneLevelUp,
    Rating,
    Reaction,
    Rep,
    VerdictCall,
)
from sparring.domain.evidence import Evidence, Polarity, Source
from sparring.domain.heard import ClaimKind
from sparring.domain.round import Altitude, Round, Verdict
from sparring.domain.rubric import Anchor, Mistake, Rubric, Signal
from sparring.domain.transcript import Speaker, Transcript, Turn

TALK = (
    (0, "interviewer", "Design a rate limiter for our public API. Take it wherever you think it should go."),
    (
        21,
        "candidate",
        "Before I draw anything: is the limit per user, per key or per endpoint, and does a burst above it have to be "
        "refused or may it be delayed? And what happens to a client when the limiter itself is down?",
    ),
    (48, "interviewer", "Per API key. Refuse. The last one is your call."),
    (
        63,
        "candidate",
        "Then I fail open, because a paying customer who is refused by our own outage is worse "
        "than ten minutes of abuse. "
        "One hundred million requests a day is about twelve thousand a second, say thirty-six at peak.",
    ),
    (130, "interviewer", "What did you consider instead of a token bucket?"),
    (
        151,
        "candidate",
        "A sliding log is exact, but it keeps a timestamp per request, "
        "so at thirty-six thousand a second that is memory "
        "I would rather not pay for. Two counters give me an error of a few percent, and nobody disputes that.",
    ),
    (260, "interviewer", "Where do the counters live?"),
    (275, "candidate", "In Redis. Redis handles that, it's very fast."),
    (301, "interviewer", "And when one key takes a third of the traffic?"),
    (322, "candidate", "Hmm. We'd just add more shards, I think that would spread it."),
    (
        2460,
        "candidate",
        "To sum up: the gateway asks the limiter, the limiter counts in Redis per key, refuses with 429 "
        "and a Retry-After, "
        "and fails open with an alarm. That closes per-key limits and the outage case; I did not get to the audit log.",
    ),
)

RATINGS = {
    "requirements": (4, 3.3, 4.0, "Asked for the unit, the burst and the outage before drawing, and used all three."),
    "estimation": (2, 1.6, 2.7, "One estimate, off by a factor of ten, and it ruled out the sliding log."),
    "drive": (3, 2.2, 3.6, "Chose the agenda at the start and summed up unasked."),
    "tradeoffs": (3, 2.7, 3.8, "Named the alternative and its price, though only after a prompt."),
    "depth": (1, 1.0, 1.9, "The hot key was answered with more shards, which does not move one key."),
    "coherence": (3, 2.1, 3.4, "Walked a request end to end and said what was left open."),
}


def _evidence() -> tuple[Evidence, ...]:
    model, rules = Source.LOCAL_MODEL, Source.MEASURED
    rows = (
        (
            1,
            "is the limit per user, per key or per endpoint",
            "requirements",
            "+",
            True,
            rules,
            0.93,
            "asks for scope before a component",
        ),
        (
            1,
            "And what happens to a client when the limiter itself is down?",
            "requirements",
            "+",
            True,
            model,
            0.71,
            "",
        ),
        (
            3,
            "a paying customer who is refused by our own outage is worse than ten minutes of abuse",
            "tradeoffs",
            "+",
            True,
            model,
            0.88,
            "",
        ),
        (
            3,
            "One hundred million requests a day is about twelve thousand a second",
            "estimation",
            "-",
            True,
            rules,
            0.9,
            "off by a factor of ten",
        ),
        (
            5,
            "A sliding log is exact, but it keeps a timestamp per request",
            "tradeoffs",
            "+",
            False,
            model,
            0.82,
            "an alternative and its price",
        ),
        (
            7,
            "Redis handles that, it's very fast.",
            "depth",
            "-",
            False,
            rules,
            0.8,
            "a product where a reason was asked for",
        ),
        (9, "We'd just add more shards, I think that would spread it.", "depth", "-", False, model, 0.77, ""),
        (10, "To sum up: the gateway asks the limiter", "coherence", "+", True, model, 0.69, ""),
        (10, "I did not get to the audit log", "drive", "+", True, model, 0.55, ""),
    )
    return tuple(
        Evidence(t, q, s, Polarity(p), v, source, strength, why) for t, q, s, p, v, source, strength, why in rows
    )


def transcript() -> Transcript:
    """The round itself."""
    turns = tuple(Turn(i, float(at), Speaker(who), text) for i, (at, who, text) in enumerate(TALK))
    return Transcript(
        id="sd-rate-limiter-1",
        round=Round.SYSTEM_DESIGN,
        question="rate_limiter",
        title="Design a rate limiter for a public API",
        turns=turns,
        style="spoken",
        notes=("I took 'Priya' for the candidate, because they say 180 of 230 words; name another with --candidate.",),
    )


def debrief() -> Debrief:
    """What was made of it."""
    pieces = _evidence()
    scores: list[Rating | NotSeen] = []
    for signal in (
        "requirements",
        "estimation",
        "drive",
        "tradeoffs",
        "depth",
        "data_model",
        "resilience",
        "coherence",
    ):
        if signal not in RATINGS:
            scores.append(NotSeen(signal, "Nobody asked for it, and the round ended before it could come up."))
            continue
        value, low, high, reason = RATINGS[signal]
        own = tuple(i for i, piece in enumerate(pieces) if piece.signal == signal)
        met = ("Asks about scope before the first component", "Uses an answer later") if value > 2 else ()
        missed = ("Cuts scope with a reason",) if value < 4 else ()
        scores.append(Rating(signal, value, low, high, own, met, missed, reason, Source.LOCAL_MODEL))
    return Debrief(
        id="sd-rate-limiter-1",
        rater="sparring-0.1.0/rules+minilm-1",
        round=Round.SYSTEM_DESIGN,
        question="rate_limiter",
        title="Design a rate limiter for a public API",
        target_level=Altitude.SENIOR,
        verdict=VerdictCall(
            Verdict.NO_HIRE, Verdict.NO_HIRE, Verdict.HIRE, True, "Depth decides a design round, and it was rated 1."
        ),
        altitude=AltitudeCall(
            Altitude.SENIOR, Altitude.MID, Altitude.SENIOR, "Four of six signals at the senior bar; the drill went mid."
        ),
        scores=tuple(scores),
        evidence=pieces,
        mistakes=(
            MistakeSeen(
                "bluff", 7, "Redis handles that, it's very fast.", "It collapsed under one question about a hot key."
            ),
            MistakeSeen("silent_coding", None, "", "Thirty-five minutes lie between turn 9 and turn 10."),
        ),
        one_level_up=(
            OneLevelUp(
                9,
                "We'd just add more shards, I think that would spread it.",
                "depth",
                Altitude.MID,
                "Why one key stays on one shard however many there are, and what splits it: local counters that settle "
                "every second, and the error that costs.",
            ),
        ),
        moments=(
            Moment(
                1,
                21.0,
                "what happens to a client when the limiter itself is down?",
                "Found the hardest requirement unasked.",
                True,
            ),
            Moment(
                9,
                322.0,
                "We'd just add more shards",
                "The hot key was the round's deepest question, and it was lost.",
                False,
            ),
        ),
        checks=(
            Check(
                ClaimKind.ARITHMETIC,
                3,
                "One hundred million requests a day is about twelve thousand a second",
                "12 000 / s",
                "1 157 / s",
                False,
                "A day has 86 400 seconds: it is off by a factor of ten.",
            ),
        ),
        reps=(
            Rep(
                "depth",
                "Survive the hot key",
                "Take the limiter again from the drill.",
                "sparring retake sd-rate-limiter-1 --from 05:01",
            ),
            Rep(
                "tradeoffs",
                "Say the price first",
                "For three designs you know, say what each costs before what it gives.",
                "",
            ),
        ),
        caveats=("Resilience was never asked for.",),
        prediction=Verdict.HIRE,
        failed_cases=(FailedCase("an empty bucket refuses", 1, "b = Bucket(0)\nresult = b.take()", "False"),),
        drills=(
            Drill(
                4,
                "What did you consider instead of a token bucket?",
                "Rate limiting",
                "Which algorithm",
                Held.NAMED,
                5,
                "A sliding log is exact",
                "Names what a burst costs in each.",
            ),
            Drill(
                8, "Which key is hot?", "Sharding", "Hot keys", Held.MISSED, 9, "", "Names the skew, and a split key."
            ),
        ),
        levels=((Altitude.MID, "Counts in Redis."), (Altitude.SENIOR, "Splits the hot key and says what that costs.")),
        curveballs=(
            Curveball(
                CurveballKind.WRONG_HINT,
                8,
                "Could every server not count for itself?",
                Reaction.TOOK_IT,
                9,
                "We'd just add more shards",
                "Each then lets the whole limit through.",
            ),
            Curveball(
                CurveballKind.CHANGE,
                6,
                "Limits may now change within a second.",
                Reaction.OPEN,
                7,
                "Redis handles that, it's very fast.",
                "A strong reaction asks who changes them.",
            ),
        ),
    )


def rubric() -> Rubric:
    """Titles and questions as the real rubric would have them, one signal left unknown."""
    named = {
        "requirements": ("Requirements", "Did they scope before they drew?"),
        "estimation": ("Estimation", "Did a number decide something?"),
        "drive": ("Drive", "Who held the agenda?"),
        "tradeoffs": ("Trade-offs", "What was weighed, and at what price?"),
        "depth": ("Depth", "Did it survive the drill?"),
        "data_model": ("Data model", "Does it fit the access pattern?"),
        "coherence": ("Coherence", "Do the parts close the requirements?"),
    }
    anchors = tuple(Anchor(rating, f"What a {rating} looks like.") for rating in (1, 2, 3, 4))
    signals = tuple(
        Signal(id_, Round.SYSTEM_DESIGN, title, question, anchors, {}, {}, "", ())
        for id_, (title, question) in named.items()
    )
    mistake = Mistake(
        "bluff", "Bluff", tuple(Round), "confident and wrong", "It costs trust.", "Say what you know and where it ends."
    )
    return Rubric({Round.SYSTEM_DESIGN: signals}, (mistake,), {})
