"""A tiny content folder, whole and valid, for tests to break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.domain.interviewer import WORDINGS
from sparring.domain.round import Altitude, Round
from sparring.domain.rubric import MISTAKES, SIGNALS


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The folder."""
    root = tmp_path / "content"
    for name, text in tree().items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def change(content: Path) -> Callable[[str, str, str], Path]:
    """Replaces one stretch of one file, which must be there."""

    def changed(name: str, old: str, new: str) -> Path:
        file = content / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return file

    return changed


def tree() -> dict[str, str]:
    """Name to text of every file."""
    return {
        "rubric/system_design.toml": signals(Round.SYSTEM_DESIGN),
        "rubric/behavioral.toml": signals(Round.BEHAVIORAL),
        "rubric/coding.toml": signals(Round.CODING),
        "rubric/mistakes.toml": mistakes(),
        "rubric/altitudes.toml": altitudes(),
        "topics/cache.toml": topic("Caching"),
        "topics/queues.toml": topic("Queues"),
        "questions/system_design/limiter.toml": design(),
        "questions/behavioral/unclear_goal.toml": behavioral(),
        "questions/coding/counter/question.toml": coding(),
        "questions/coding/counter/cases.toml": CASES,
        "questions/coding/counter/starter.py": "def count(items):\n    ...\n",
        "questions/coding/counter/reference.py": "def count(items):\n    return len(items)\n",
        "questions/coding/counter/stage2.py": "def count(items):\n    return len(items)\n",
        "questions/coding/counter/stage3.py": "def count(items):\n    return len(items)\n",
        **{f"questions/coding/counter/flawed/{name}.py": "def count(items):\n    return 0\n" for name in FLAWED},
        "interviewers/warm.toml": interviewer(),
        "guides/altitude.md": '+++\ntitle = "Altitude"\nabout = "How levels sound."\n+++\n\n# Altitude\n\nText.\n',
    }


FLAWED = ("always_zero", "off_by_one", "forgets_last")


def common(uuid: str, signal: str) -> str:
    exemplars = "".join(
        f"""
[[exemplars]]
altitude = "{altitude}"
turns = [
  {{ speaker = "interviewer", text = "Where do you start?" }},
  {{ speaker = "candidate", text = "With the {altitude} answer." }},
]
"""
        for altitude in ("mid", "senior", "staff")
    )
    return f"""
[[facts]]
id = "traffic"
asked_as = ["How much?", "What rate?", "Is that peak?"]
cues = ["traffic", "rate"]
says = "Two hundred thousand a second."
kind = "fact"

[[facts]]
id = "regions"
asked_as = ["How many regions?", "One region?", "Is it global?"]
cues = ["region"]
says = "That is open; decide by latency."
kind = "your_call"

[[phases]]
id = "first"
title = "First"
minutes = {{ 45 = 20, 20 = 7.5 }}
signals = ["{signal}"]
opens_with = "What do you want to pin down?"

[[phases]]
id = "second"
title = "Second"
minutes = {{ 45 = 25, 20 = 12.5 }}
signals = ["{signal}"]
opens_with = "What would you do next?"

[altitudes]
mid = "Answers."
senior = "Drives."
staff = "Changes how others work."
{exemplars}"""


def probes(names: tuple[str, ...]) -> str:
    return "".join(
        f'\n[[probes]]\nsignal = "{name}"\nlayers = [\n  "What about {name}?",\n  "And at what price?",\n]\n'
        for name in names
    )


def design() -> str:
    return f'''uuid = "3c6d1b9e-5e5c-4c6f-9a53-0d2a4f0b7c11"
title = "Design a limiter"
statement = """Our public interface is being hammered.
Design something that protects it."""
guarded = ["token bucket"]
topics = ["cache", "queues"]
hints = ["Look at bursts.", "Think of a token bucket.", "Refill it over time."]
family = "rate_limiter"
crux = ["cache"]
{common("3", "requirements")}{probes(SIGNALS[Round.SYSTEM_DESIGN])}
[[quantities]]
id = "average_rate"
name = "Requests a second"
value = "200e3 request/second"
formula = ""
heard_as = ["average qps"]

[[quantities]]
id = "daily"
name = "Requests a day"
value = "17e9 request/day"
formula = "average_rate"
heard_as = ["requests a day"]

[[quantities]]
id = "log"
name = "Log a day"
value = "1.7 terabyte"
formula = "(daily + 2 * daily) / 3 * 100 * byte * day * 1.0**2"
heard_as = ["log volume"]

[drills]
heart = ["cache:facet_0:1"]
natural = ["cache:facet_1", "queues"]

[[changes]]
id = "region"
says = "We open a second region."
tests = "Asks what must be exact."

[[changes]]
id = "burst"
says = "A partner sends bursts."
tests = "Separates burst from rate."

[[changes]]
id = "price"
says = "It must cost half."
tests = "Names what to give up."

[[wrong_hints]]
says = "Could we not keep one number in one place?"
taken_when = ["good idea"]
truth = "It is a bottleneck."

[[wrong_hints]]
says = "Could every machine count alone?"
taken_when = ["yes"]
truth = "Limits multiply."

[board]
mermaid = """flowchart LR
  client[Client] --> lb[Load balancer]
"""
'''


def behavioral() -> str:
    expects = ("ambiguity", "ownership")
    return f"""uuid = "7b1f6d0a-93b2-4a4e-8f6b-2f5d8c1e9a22"
title = "An unclear goal"
statement = "Tell me about a time when the goal was unclear."
guarded = []
topics = []
hints = []
target = "ambiguity"
expects = ["ambiguity", "ownership"]
{common("7", "ambiguity")}{probes(expects)}
[[traps]]
says = "And what did your manager think of that?"
watch_for = "Hides behind the manager."
"""


def coding() -> str:
    flawed = "".join(f'\n[[flawed]]\nname = "{name}"\nflaw = "Counts wrong."\nstage = 1\n' for name in FLAWED)
    return f"""uuid = "e2a9c4d7-1f3b-4b8e-a6d5-6c7b8a9d0e33"
title = "Count"
statement = "Count what is in a list."
guarded = ["running total"]
topics = []
hints = ["One.", "Two.", "Three."]
language = "python"
{common("e", "clarify")}{probes(("clarify",))}
[good]
time = "O(1)"
space = "O(1)"
why = "The list knows."
also = ["constant"]

[naive]
time = "O(n)"
space = "O(1)"
why = "Counts one by one."

[review]
mid = "Works."
senior = "Reads well."
staff = "Could be an interface."

[[stages]]
number = 2
says = "Now count only the even ones."

[[stages]]
number = 3
says = "Now it is a stream."
{flawed}"""


CASES = '''[[cases]]
id = "none"
stage = 1
category = "edge"
open = true
why = "An empty list holds nothing."
run = """
result = count([])
"""
expect = 0

[[cases]]
id = "no_list"
stage = 1
category = "adversarial"
open = false
why = "None is no list."
run = "count(None)"
raises = "TypeError"

[[cases]]
id = "nothing"
stage = 2
category = "happy"
open = false
why = "There is no null in TOML."
run = "result = None"
expect_json = "null"
'''


def topic(title: str) -> str:
    facets = "".join(
        f"""
[[facets]]
id = "facet_{i}"
title = "Facet {i}"
cues = ["cue {i}"]
drills = [
  "Which one, and why?",
  "What happens when it is full?",
  "How do you know that it works?",
]
covers = ["a", "b", "c", "d", "e", "f"]
names_only = ["a", "b", "c", "d"]
senior = "Names the price."
[facets.misbelief]
belief = "It is free."
says = ["it costs nothing"]
exposed_by = "What does it cost?"
truth = "It costs memory."
"""
        for i in range(6)
    )
    return f'title = "{title}"\nsummary = "What it is."\nheard_as = ["{title.lower()}"]\n{facets}'


def signals(round_: Round) -> str:
    anchors = "".join(
        f'[[signals.anchors]]\nrating = {rating}\ntext = "What {rating} looks like."\nmet_when = ["seen"]\n'
        for rating in (1, 2, 3, 4)
    )
    return "".join(
        f"""
[[signals]]
id = "{id_}"
title = "{id_.title()}"
question = "Did they show {id_}?"
sounds_like = {{ junior = "Er.", mid = "Yes.", senior = "Because.", staff = "For all of us." }}
one_level_up = {{ 1 = "Say it.", 2 = "Say why.", 3 = "Say what it changed." }}
rep = "Do it again."
probes = ["What?", "Why?", "How?", "When?", "Who?"]
{anchors}"""
        for id_ in SIGNALS[round_]
    )


def mistakes() -> str:
    return "".join(
        f'[[mistakes]]\nid = "{id_}"\ntitle = "T"\nrounds = ["coding"]\npattern = "P"\ncosts = "C"\ninstead = "I"\n\n'
        for id_ in MISTAKES
    )


def altitudes() -> str:
    return "".join(f'[{altitude}]\nsystem_design = "S"\nbehavioral = "B"\ncoding = "C"\n\n' for altitude in Altitude)


def interviewer() -> str:
    lines = []
    for key, needed in WORDINGS.items():
        said = " ".join(f"{{{name}}}" for name in needed)
        templates = ", ".join(
            f'"{word} {said}"'.replace(' "', '"') for word in ("So:", "Now:", "Then:", "Next:", "Well:", "And:")
        )
        lines.append(f"{key} = [{templates}]")
    body = "\n".join(lines)
    return f"""name = "Priya"
title = "the warm prober"
about = "Asks kindly."
patience = 8
digs = 2
acknowledges = 0.5
specialty = ["cache"]

[wordings]
{body}
"""
