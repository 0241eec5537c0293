"""Transcripts that several tests use."""

from sparring.domain.round import Round
from sparring.domain.transcript import Speaker, TestRun, Transcript, Turn

ASKS, SAYS = Speaker.INTERVIEWER, Speaker.CANDIDATE
LED = "Tell me about a time you led a technical initiative."

MID = (
    "I was part of a team that migrated our monolith to microservices. The architecture group had decided that we "
    "should split it, and each of us got a service. I worked on the user service, so I moved the login code and "
    "the profile code out, wrote the endpoints and changed the callers one by one. We had a stand-up every morning "
    "and a planning meeting every two weeks, and we used Docker and Kubernetes, which was new for most of us. "
    "There were some problems with the database at the start, because the tables were shared, but we worked on it "
    "together and found a solution. My manager was happy with how I did my part, and I helped a colleague with the "
    "order service when mine was done. It took about six months and it went well. We have a modern architecture "
    "now, and I learned a lot about microservices during that time."
)
SENIOR = (
    "I noticed our deployment velocity had stalled: we shipped bi-weekly, and a release took two people a full day "
    "because everything sat in one monolith. I analysed three months of releases and saw that four out of five "
    "delays came from the payment and user modules. So I proposed extracting just those two instead of a full "
    "rewrite, wrote the RFC with the options and their costs, and got buy-in from two teams: payments feared "
    "on-call load, so I offered to carry the pager with them for the first quarter. I moved the first two services "
    "myself, behind a flag, so that we could roll back within a minute. After five months we went from bi-weekly "
    "to daily deployments, and failed releases dropped by half. The trade-off was operational overhead: tracing, a "
    "second rota, about ten percent of our time, which was worth it for us. Next time I'd set up tracing before "
    "the first cut, because we debugged blind for weeks."
)
MID_SHORT = (
    "I was part of a team that migrated our monolith to microservices. I worked on the user service: I moved the "
    "code, wrote the new endpoints and the tests, and fixed the bugs that came up. We used Docker and Kubernetes "
    "and had a stand-up every day. It took about six months and it went well, and my manager was happy with my "
    "part of it. I learned a lot."
)
SENIOR_SHORT = (
    "I noticed our deployment velocity had stalled at bi-weekly, because every release waited for two modules. I "
    "proposed extracting just those two, wrote the RFC, and got buy-in from two teams by sharing their on-call. I "
    "moved the first two services myself. We went from bi-weekly to daily deployments in five months. The "
    "trade-off was operational overhead, worth it for us. Next time I'd add tracing first."
)


def answer(text: str, asked: str = LED, round_: Round = Round.BEHAVIORAL, title: str = LED) -> Transcript:
    """A single answer to a question."""
    return Transcript("one", round_, "led", title, (Turn(0, 0, ASKS, asked), Turn(1, 5, SAYS, text)))


def talk(
    round_: Round, title: str, *lines: str, tests: TestRun | None = None, planned: float | None = None
) -> Transcript:
    """A dialogue: `i ...` is the interviewer, `c ...` the candidate, a minute a turn."""
    turns = tuple(Turn(i, 60.0 * i, ASKS if x[0] == "i" else SAYS, x[2:]) for i, x in enumerate(lines))
    return Transcript("talk", round_, "q", title, turns, tests=tests, planned=planned)


DESIGN = talk(
    Round.SYSTEM_DESIGN,
    "Design a rate limiter",
    "i Design a rate limiter for a public API.",
    "c Before I draw anything: is this per user or per key, how many requests a second do we see, and is it "
    "acceptable to let a few too many through when a node is down?",
    "i Per key, about two hundred thousand a second, and yes, a few are fine.",
    "c Then I leave billing quotas out. Two hundred thousand a second with one counter increment each is two Redis "
    "nodes at a hundred thousand each, so I would shard by key and keep a small local bucket on each gateway "
    "instead of asking Redis every time. It costs accuracy, up to one bucket per gateway, and saves a network hop "
    "on every request.",
    "i What happens when a Redis shard dies?",
    "c The gateways fail open on their local bucket for ten seconds, and an alert fires when more than one percent "
    "of checks are local, because then we are blind to a distributed client. I would rather let traffic through "
    "than turn an outage of the limiter into an outage of the API.",
    "i And a hot key?",
    "c One key hotter than a node can count is split over eight sub-counters, summed every hundred milliseconds.",
    "i Okay, we are nearly out of time.",
    "c To sum up: gateway, local bucket, sharded counters, fail open with an alert. What I left open is the rules API.",
)
