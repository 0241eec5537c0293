"""What travels over a room's WebSocket, both ways."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sparring.domain.round import Round, Verdict

LONGEST_TURN = 60_000
LONGEST_CODE = 200_000
LARGEST_BOARD = 4_000_000
LONGEST_SCRATCH = 20_000
MOST_UNSURE = 2000
"""Stretches of one turn that can be marked as perhaps misheard."""

Stretch = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=2, max_length=2)]
"""Where a piece of a text begins and where it ends, in characters, the end not in it."""


class Model(BaseModel):
    """Strict: a key nobody knows is a mistake of the sender."""

    model_config = ConfigDict(extra="forbid")


# ---- from the browser


class Hello(Model):
    """The first message: send the log from here on."""

    type: Literal["hello"]
    after: int = Field(-1, ge=-1, description="`seq` of the last event the browser has, -1 for none.")


class Say(Model):
    """A turn of the candidate. Sent again after a lost connection, it counts once."""

    type: Literal["say"]
    id: str = Field(max_length=64, description="Made up by the browser; the same when sent again.")
    text: str = Field(min_length=1, max_length=LONGEST_TURN)
    spoken: bool = Field(False, description="Said aloud, and turned into words by the server.")
    unsure: list[Stretch] = Field(
        default_factory=list, max_length=MOST_UNSURE, description="Where it was perhaps misheard, and not corrected."
    )


class Correct(Model):
    """What was said in a spoken turn, where it was misheard; possible until the debrief."""

    type: Literal["correct"]
    turn: int = Field(ge=0, description="`seq` of the turn.")
    text: str = Field(min_length=1, max_length=LONGEST_TURN)


class Typing(Model):
    """A turn is being typed: the interviewer does not speak into it."""

    type: Literal["typing"]


class Think(Model):
    """The candidate wants quiet for a while."""

    type: Literal["think"]


class Code(Model):
    """What the editor holds now."""

    type: Literal["code"]
    text: str = Field(max_length=LONGEST_CODE)


class Run(Model):
    """Run the open cases."""

    type: Literal["run"]


class Scratch(Model):
    """Run statements of one's own after the code."""

    type: Literal["scratch"]
    text: str = Field(max_length=LONGEST_SCRATCH)


class HandIn(Model):
    """Hand the present stage in."""

    type: Literal["hand_in"]


class Draw(Model):
    """What the board holds now, as an Excalidraw scene without its pictures."""

    type: Literal["draw"]
    scene: str = Field(max_length=LARGEST_BOARD)


class Hint(Model):
    """Ask for a hint; it helps, and it costs."""

    type: Literal["hint"]


class End(Model):
    """End the round now."""

    type: Literal["end"]


class Predict(Model):
    """The candidate's own view, before the debrief."""

    type: Literal["predict"]
    verdict: Verdict
    ratings: dict[str, Annotated[int, Field(ge=1, le=4)]] = Field(default_factory=dict, max_length=20)
    text: str = Field("", max_length=LONGEST_TURN)


FromBrowser = Annotated[
    Hello | Say | Correct | Typing | Think | Code | Run | Scratch | HandIn | Draw | Hint | End | Predict,
    Field(discriminator="type"),
]


# ---- to the browser


class PhaseView(Model):
    """A phase with its place on the clock, in seconds."""

    id: str
    title: str
    begins: float
    ends: float


class SignalView(Model):
    """Where a signal stands in the room; never a rating."""

    id: str
    title: str
    standing: Literal["shown", "tried", "not yet asked"]


class Standing(Model):
    """The room at one moment."""

    now: float = Field(description="Seconds since the round began, on the server's clock.")
    running: bool = Field(description="Whether the clock runs; it stands still while nobody is in the room.")
    total: float
    phase: str
    stage: int
    closed: bool
    ended: bool
    ledger: list[SignalView]


class Welcome(Model):
    """What does not change during a round."""

    type: Literal["welcome"] = "welcome"
    id: str
    round: Round
    question: str
    title: str
    minutes: float
    level: str
    pressure: int
    interviewer: str
    interviewer_title: str
    fast: bool
    phases: list[PhaseView]
    signals: list[SignalView]
    starter: str = Field(description="Coding: what the editor begins with.")
    last: int = Field(description="`seq` of the newest event; everything up to it follows.")
    no_voice: str = Field(description="Why nothing can be said aloud here, and what to do; empty where it can.")


class Happened(Model):
    """One event of the log, as the candidate may see it."""

    type: Literal["event"] = "event"
    seq: int
    at: float
    kind: str
    text: str = ""
    spoken: bool = Field(False, description="Candidate: said aloud; it can be corrected.")
    unsure: list[Stretch] = Field(default_factory=list, description="Candidate: where it was perhaps misheard.")
    turn: int | None = Field(None, description="Corrected: `seq` of the turn whose words these are.")
    move: str = Field("", description="Kind of an interviewer's move.")
    changes: list[str] = Field(default_factory=list, description="Board: what changed, in words.")
    scene: str = Field("", description="Board: the scene as it was saved.")
    passed: int | None = None
    total: int | None = None
    stage: int | None = None
    failed: list[str] = Field(default_factory=list)
    problem: str = ""
    reason: str = ""
    verdict: str = ""
    ratings: dict[str, int] = Field(default_factory=dict)


class Stands(Model):
    """Sent after every change, and every few seconds."""

    type: Literal["stands"] = "stands"
    standing: Standing


class CaseView(Model):
    """An open case after a run."""

    title: str
    passed: bool
    after: str
    expected: str
    came: str
    printed: str


class Results(Model):
    """What came of running the open cases."""

    type: Literal["results"] = "results"
    cases: list[CaseView]
    problem: str


class Printed(Model):
    """What came of the candidate's own statements."""

    type: Literal["printed"] = "printed"
    printed: str
    problem: str


class ComponentView(Model):
    """A component as the interviewer reads it off the board."""

    id: str
    label: str
    kind: str


class ConnectionView(Model):
    """A connection as the interviewer reads it off the board."""

    source: str
    target: str
    label: str


class Drawn(Model):
    """How the board was read."""

    type: Literal["drawn"] = "drawn"
    components: list[ComponentView]
    connections: list[ConnectionView]
    problem: str = ""


class Busy(Model):
    """Something that takes a moment has begun or ended."""

    type: Literal["busy"] = "busy"
    what: Literal["", "running", "handing_in"]


class Trouble(Model):
    """Something could not be done; nothing is lost."""

    type: Literal["trouble"] = "trouble"
    message: str
    gone: bool = Field(False, description="The room will not work again; leave it.")


ToBrowser = Annotated[
    Welcome | Happened | Stands | Results | Printed | Drawn | Busy | Trouble, Field(discriminator="type")
]


# ---- what travels while somebody speaks, over a WebSocket of its own
#
# From the browser come frames of sound (binary: 16 kHz, one channel, 16-bit little-endian), and `finish`.


class Finish(Model):
    """The candidate is done: what has not been put into words yet is, without waiting for a pause."""

    type: Literal["finish"]


class Ready(Model):
    """Sound is listened to from here on."""

    type: Literal["ready"] = "ready"


class Speaking(Model):
    """Somebody has begun to speak, or has stopped."""

    type: Literal["speaking"] = "speaking"
    now: bool


class Phrase(Model):
    """What was said up to a pause."""

    type: Literal["phrase"] = "phrase"
    text: str = Field(description="Empty where it was no speech after all.")
    unsure: list[Stretch] = Field(description="Words that were perhaps misheard.")


class Finished(Model):
    """Everything that had come when `finish` did has been put into words."""

    type: Literal["finished"] = "finished"


FromSpeaker = Finish
ToSpeaker = Annotated[Ready | Speaking | Phrase | Finished | Trouble, Field(discriminator="type")]


def as_message(model: BaseModel) -> dict[str, Any]:
    """Plain values."""
    return model.model_dump(mode="json")
