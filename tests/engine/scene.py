"""A small round to decide in: a design question with two phases, one topic, three facts."""

from sparring.domain.evidence import Polarity
from sparring.domain.heard import Act, Claim, ClaimKind, Cue, Depth, Heard, Mention
from sparring.domain.interviewer import WORDINGS, Interviewer
from sparring.domain.move import Move
from sparring.domain.question import (
    BehavioralQuestion,
    Change,
    DesignQuestion,
    Fact,
    FactKind,
    Phase,
    Probe,
    Trap,
    WrongHint,
)
from sparring.domain.round import Round
from sparring.domain.rubric import SIGNALS
from sparring.domain.topic import Facet, Topic
from sparring.engine.decide import decide
from sparring.engine.plan import Plan
from sparring.engine.policies import POLICIES
from sparring.engine.state import State
from sparring.listening.clarify import answer

FACTS = (
    Fact("users", ("How many users are there?", "What is the number of users?", "How big is the base?"), ("users",),
         "Ten million a day."),
    Fact("region", ("Is it one region?", "How many regions?", "Where do users live?"), ("region", "regions"),
         "Decide by what outage you can afford.", FactKind.YOUR_CALL),
)  # fmt: skip

PHASES = (
    Phase("requirements", "Requirements", {45: 9, 20: 4}, ("requirements", "estimation"), "What would you pin down?"),
    Phase(
        "deep_dive", "Deep dive", {45: 30, 20: 12}, ("depth", "tradeoffs", "resilience"), "Where does this hurt first?"
    ),
    Phase("wrap_up", "Wrap-up", {45: 6, 20: 4}, ("coherence",), "Walk one request through it, please?"),
)

CACHE = Topic(
    "cache",
    "Caching",
    "Keeping answers close.",
    ("cache", "redis"),
    tuple(
        Facet(
            name,
            name,
            (f"First on {name}?", f"Second on {name}?", f"Third on {name}?"),
            (f"covering {name}",) * 6,
            (name,) * 4,
            (name,),
            "A senior answer.",
        )
        for name in ("eviction", "invalidation", "cold_start")
    ),
)

QUESTION = DesignQuestion(
    id="feed",
    uuid="8d5b7a10-0000-4000-8000-000000000000",
    round=Round.SYSTEM_DESIGN,
    title="Design a feed",
    statement="Design the home feed. Where do you want to begin?",
    facts=FACTS,
    phases=PHASES,
    probes=(
        Probe("tradeoffs", ("What did you reject?", "What does it cost in a year?")),
        Probe("requirements", ("What is out of scope?",)),
        Probe("resilience", ("What breaks first?",)),
    ),
    hints=("Think of readers.", "Think of writers.", "Think of both."),
    guarded=("fan-out on write",),
    topics=("cache",),
    altitudes={},
    exemplars=(),
    family="social_feed",
    quantities=(),
    crux=("cache",),
    changes=(Change("celebrity", "Somebody has a hundred million followers.", "Reworks the push path."),),
    wrong_hints=(WrongHint("Could we not just lock the table?", ("good idea",), "It serialises writers."),),
    board="",
)

STORY = BehavioralQuestion(
    id="story",
    uuid="8d5b7a10-0000-4000-8000-000000000001",
    round=Round.BEHAVIORAL,
    title="A story",
    statement="Tell me about a time.",
    facts=FACTS[:1],
    phases=(Phase("story", "Story", {25: 15}, ("problem", "outcome"), "Go ahead?"),
            Phase("reflection", "Reflection", {25: 10}, ("reflection",), "What would you change?")),
    probes=(Probe("outcome", ("How did it end?", "How would I check that?")),),
    hints=(),
    guarded=(),
    topics=(),
    altitudes={},
    exemplars=(),
    target="problem",
    expects=("problem", "outcome", "reflection"),
    traps=(Trap("And what did your manager think?", "Hides behind approval."),),
)  # fmt: skip


def interviewer(**changes: object) -> Interviewer:
    """One whose templates are the wording's name and its slots."""
    wordings = {
        key: tuple(f"({key} {k}) " + " ".join(f"{{{slot}}}" for slot in slots) for k in range(3))
        for key, slots in WORDINGS.items()
    }
    values: dict[str, object] = {
        "id": "plain",
        "name": "Kim",
        "title": "plain",
        "about": "",
        "wordings": wordings,
        "patience": 20.0,
        "digs": 2,
        "acknowledges": 0.0,
    }
    return Interviewer(**{**values, **changes})  # type: ignore[arg-type]


def plan(question: DesignQuestion | BehavioralQuestion = QUESTION, **changes: object) -> Plan:
    """A 45-minute round."""
    generic = {
        signal: (f"Generic one on {signal}?", f"Generic two on {signal}?")
        for signal in (*SIGNALS[Round.SYSTEM_DESIGN], *SIGNALS[Round.BEHAVIORAL])
    }  # fmt: skip
    values: dict[str, object] = {
        "question": question,
        "interviewer": interviewer(),
        "topics": {"cache": CACHE},
        "generic_probes": generic,
        "minutes": 45,
    }
    return Plan(**{**values, **changes})  # type: ignore[arg-type]


def heard(
    *acts: Act,
    asks: str = "",
    mentions: tuple[tuple[str, str | None, Depth], ...] = (),
    plus: str = "",
    wrong: str = "",
) -> Heard:
    """What a turn contains, spelled out."""
    fact = answer(asks, FACTS) if asks else None
    little = {(topic, facet.id): 0.1 for topic, _, _ in mentions for facet in CACHE.facets}
    claim = Claim(ClaimKind.ARITHMETIC, wrong, wrong, "other", False, "Walk me through that number?", f"claim:{wrong}")
    return Heard(
        acts=frozenset(acts) | (frozenset({Act.ASKS}) if asks else frozenset()),
        questions=(asks,) if asks else (),
        facts=(fact.id if fact else None,) if asks else (),
        mentions=tuple(Mention(topic, facet, depth, "a cache in front") for topic, facet, depth in mentions),
        sides=little | {(topic, facet): 0.3 for topic, facet, _ in mentions if facet},
        claims=(claim,) if wrong else (),
        cues=(Cue(plus, Polarity.PLUS, "words", 0, "rule", 0.9),) if plus else (),
    )


TALK = "I would put a cache in front of the store and read through it, and then look at what happens to writes there"


class Round_:
    """Plays moves and turns by hand."""

    def __init__(self, plan_: Plan | None = None) -> None:
        self.state = State.begin(plan_ or plan())

    def move(self, at: float) -> Move:
        """Decide, and take the move into the state with its slots as text."""
        move = decide(self.state, POLICIES, at)
        text = " ".join([move.wording, *move.slots.values()]).strip()
        self.state = self.state.after_move(move, text, at)
        return move

    def say(self, at: float, text: str = TALK, contains: Heard | None = None) -> Move:
        """The candidate speaks, the interviewer moves."""
        self.state = self.state.after_candidate(text, contains or heard(), at)
        return self.move(at)
