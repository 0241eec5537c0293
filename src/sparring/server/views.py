"""What the HTTP routes take and give."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from sparring.assessment.render.page import Page
from sparring.domain.round import Altitude, Round, Verdict
from sparring.session.planning import LONGEST, SHORTEST
from sparring.transcripts.plain import plain


class View(BaseModel):
    """A key nobody knows is a mistake of the sender."""

    model_config = ConfigDict(extra="forbid")


class ErrorView(View):
    """What went wrong, as a sentence with its remedy."""

    error: str


class InterviewerView(View):
    """Who asks."""

    id: str
    name: str
    title: str
    about: str


class RoundView(View):
    """A kind of round."""

    id: Round
    title: str
    minutes: float = Field(description="Length where none is asked for.")
    questions: int


class Choices(View):
    """What a round can be set up from."""

    rounds: list[RoundView]
    interviewers: list[InterviewerView]
    levels: list[str]
    shortest: float = SHORTEST
    longest: float = LONGEST


class Setup(View):
    """A round to begin; what is left out is drawn."""

    round: Round
    question: Annotated[str, Field(max_length=100)] | None = None
    minutes: Annotated[float, Field(ge=SHORTEST, le=LONGEST)] | None = None
    level: Altitude = Altitude.SENIOR
    interviewer: Annotated[str, Field(max_length=100)] | None = None
    pressure: int = Field(1, ge=0, le=3)
    fast: bool = Field(False, description="The clock runs by the words said; for demos.")
    loop: bool = Field(False, description="The first round of a loop of all three.")


class Begun(View):
    """The session to go to."""

    id: str


class Moment(View):
    """A moment of a session, in seconds."""

    at: float = Field(gt=0, le=86_400)


class SessionView(View):
    """A session in a list."""

    id: str
    started_at: datetime
    round: Round
    question: str
    title: str
    minutes: float
    level: str
    interviewer: str
    lasted: float
    ended: bool
    imported: bool
    loop: str
    parent: str | None
    forked_at: float | None
    left_at_once: bool = Field(description="Ended before anything could come of it; practice leaves it out.")
    verdict: Verdict | None = Field(description="None until the debrief has been read.")
    verdict_range: str = Field(description="`perhaps no hire`; empty where the verdict is sure.")
    altitude: Altitude | None
    next_in_loop: bool = Field(False, description="The loop it belongs to has a round left to hold.")


class QuestionView(View):
    """A question without what it is after."""

    id: str
    round: Round
    title: str
    statement: str
    family: str
    topics: list[str]
    met: datetime | None = Field(description="When it was last practised.")
    times: int


class GuideView(View):
    """Something to read."""

    id: str
    title: str
    about: str
    minutes: int


class GuideText(GuideView):
    """A guide with its text in Markdown."""

    body: str


class Predicted(View):
    """What the candidate thought of the round before the debrief."""

    verdict: Verdict | None
    ratings: dict[str, int]
    text: str


class DebriefView(View):
    """A debrief with what belongs to it."""

    page: Page
    session: SessionView | None = Field(description="None for the sample.")
    predicted: Predicted | None
    note: str
    takes: list[SessionView] = Field(description="Other takes of the same round, oldest first.")


class SecondRater(View):
    """A language model that can be asked for a second opinion."""

    name: str
    where: str = Field(description="Where a transcript would go: `this machine`, a host or a provider.")
    measured: str = Field(description="How it did on labelled rounds, and what follows; empty if not measured.")
    used: bool = Field(description="False where it was measured and adds nothing: it is not asked then.")
    prompts: int = Field(description="How many prompts it takes to measure it.")


class SecondView(View):
    """How it stands with a second opinion on a session, or with measuring who gives it."""

    state: Literal["none", "asking", "given", "failed"]
    done: int = Field(
        description="Steps that are done, one a signal; of a session one more, for what is said one level up."
    )
    of: int = Field(description="Steps in all; 0 before the first is done.")
    says: str = Field(description="Who gave it, or what was measured, or why it failed.")


class NoteText(View):
    """A note of the candidate's own."""

    text: str = Field(max_length=50_000)


class Heard(View):
    """A transcript as it was understood."""

    round: Round
    title: str
    turns: int
    candidate_words: int
    first: list[tuple[str, str]] = Field(description="(speaker, text) of the first turns.")
    speakers: list[str] = Field(description="Names in the file, to choose the candidate from.")
    notes: list[str]


class Estimate(View):
    """Lines of sums with units."""

    text: str = Field(max_length=20_000)


class EstimateLine(View):
    """What a line comes to."""

    value: str
    problem: str


class CheckView(View):
    """One thing that is installed or not."""

    name: str
    ok: bool
    says: str


class About(View):
    """This installation."""

    version: str
    store: str
    content: str
    checks: list[CheckView]


class Erase(View):
    """Everything goes; the word is the seat belt."""

    confirm: Literal["delete everything"]


# ---- practice


class LevelView(View):
    """A signal over several rounds, on the scale 1 to 4."""

    mean: float
    low: float
    high: float
    rounds: int
    trend: Literal["up", "down", "unclear"]


class CellView(View):
    """A signal in one round."""

    session: str
    value: int
    low: float
    high: float


class RowView(View):
    """A signal through time."""

    round: Round
    signal: str
    title: str
    level: LevelView | None = Field(description="None where it was never seen.")
    cells: list[CellView | None] = Field(description="One for each of `ProgressView.sessions` of this round, in order.")
    due: datetime | None = Field(description="When it is to be trained again.")


class PointView(View):
    """A round in time."""

    session: str
    at: datetime
    round: Round
    title: str
    altitude: Altitude
    altitude_low: Altitude
    altitude_high: Altitude
    verdict: Verdict
    verdict_range: str = Field(description="`perhaps no hire`; empty where the verdict is sure.")
    predicted: Verdict | None
    retake: bool


class NextView(View):
    """What to train next, and why."""

    round: Round
    question: str
    title: str
    minutes: float
    why: str


class DayView(View):
    """A day of the plan."""

    day: date
    kind: Literal["round", "loop", "rest"]
    round: Round | None
    why: str


class GoalView(View):
    """What is trained for."""

    interview: date | None = None
    per_week: int = Field(4, ge=1, le=7)


class WeekView(View):
    """Time trained in one week."""

    monday: date
    minutes: float


class ProgressView(View):
    """Everything on the page of progress."""

    sessions: list[PointView]
    rows: list[RowView]
    calibration: str
    weeks: list[WeekView]
    minutes: float = Field(description="Trained in all.")
    next: NextView | None
    goal: GoalView
    plan: list[DayView]


class StoryText(View):
    """A story as it is written."""

    title: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=20_000)
    happened: date | None = None

    @field_validator("text")
    @classmethod
    def _has_words(cls, text: str) -> str:
        """Nothing but blanks and control characters is no story, and could not be read as one."""
        if not plain(text).strip():
            raise ValueError("a story has words; write what happened")
        return text


class PartView(View):
    """A part of the frame in a story."""

    name: str
    signal: str
    quote: str = Field(description="The sentence that shows it; empty where it is missing.")
    add: str = Field(description="What would have to be added; empty where it is there.")


class ParsedView(View):
    """What a story contains."""

    parts: list[PartView]
    ratings: dict[str, int]


class StoryView(View):
    """A story with what it contains."""

    id: str
    title: str
    text: str
    happened: date | None
    session: str
    told: int
    stale: bool
    overused: bool
    parsed: ParsedView


class SignalTitle(View):
    """A signal by name."""

    id: str
    title: str


class StoriesView(View):
    """The story bank."""

    stories: list[StoryView]
    signals: list[SignalTitle]
    holes: list[str] = Field(description="Signals that no story shows.")


class FitView(View):
    """How well a story answers a question."""

    id: str
    title: str
    fit: float
    why: str


# ---- the user's own content


class OwnFile(View):
    """A file of the user's own."""

    kind: Literal["behavioral", "system_design", "topic"]
    id: str


class OwnText(View):
    """Its text, as TOML."""

    text: str = Field(max_length=400_000)


class DraftWish(View):
    """What is known of a behavioral question."""

    title: str = Field(min_length=1, max_length=120)
    statement: str = Field(min_length=1, max_length=2_000)
    target: str = Field(max_length=40)
    expects: list[Annotated[str, Field(max_length=40)]] = Field(default=[], max_length=20)


class ProblemView(View):
    """What is wrong with it."""

    line: int
    says: str


class ModelView(View):
    """A shipped file to begin from."""

    id: str
    title: str
