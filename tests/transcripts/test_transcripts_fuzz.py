"""Whatever comes in, a transcript or a TranscriptError comes out."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.domain.transcript import Speaker
from sparring.transcripts import TranscriptError, read, single_answer

FEW = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

TALK = (
    "# Mock\n\nInterviewer: Design a rate limiter?\nCandidate: Per key. 10:30 is late.\n- one\n```py\nx: 1\n```\n\n"
    "[00:01:02] Dana Cole: Why?\nPriya Nair   0:03\nBecause.\n[Sam] 10:02:03\nHm.\n00:05:00\n"
)
VTT = "WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 align:start\n<v Dana>Why?</v>\n\n"
VTT += "00:03.000 --> 00:04.000\nPriya: <i>So</i>.\n"
SRT = "1\n00:00:01,000 --> 00:00:02,000\nDana: Why?\n\n2\n00:00:03,000 --> 00:00:04,000\nPriya: So.\n"
JSON = json.dumps(
    {
        "id": "a",
        "round": "coding",
        "title": "t",
        "turns": [{"i": 0, "t": 0, "speaker": "candidate", "text": "hi"}],
        "code": [{"t": 1, "language": "python", "text": "x"}],
        "tests": {"passed": 1, "total": 2},
    },
    indent=1,
)
PIECES = [
    *(
        "Interviewer: ",
        "Candidate:",
        "**Priya:** ",
        "Q: ",
        "A: ",
        "Speaker 1 ",
        "<v Dana>",
        "</v>",
        "From  A  to  Everyone:",
    ),
    *("\n", "\n\n", "\t", "\r", ": ", ":", "# ", "> ", "- ", "1\n", "```", "```py\n", "so we sharded it", "why?", "é"),
    *("00:01 ", "[00:00:03]", "99:99:99", "10:02 AM", " --> ", "WEBVTT\n", "{", "}", "[", '"turns":', "NaN", "1e999"),
    *("\x1b[31m", "\x00", "\ud83d", "\u202e"),
]


def sound(transcripts):
    """What every transcript keeps to, wherever it comes from."""
    assert transcripts
    for transcript in transcripts:
        times = [turn.at for turn in transcript.turns]
        assert [turn.i for turn in transcript.turns] == list(range(len(times)))
        assert times == sorted(times) and all(0 <= at < 1e9 for at in times)
        assert any(turn.speaker is Speaker.CANDIDATE for turn in transcript.turns)
        assert transcript.id and transcript.title and transcript.style in ("spoken", "typed", "asr")
        assert "\n" not in transcript.id + transcript.title
        everything = "".join(
            [transcript.id, transcript.title, *(turn.text for turn in transcript.turns), *transcript.notes]
        )
        everything.encode("utf-8")
        assert not {char for char in everything if char not in "\n\t" and (char < " " or "\x7f" <= char <= "\x9f")}


def reads_or_says(data, **said):
    try:
        transcripts = read(data, **said)
    except TranscriptError as error:
        assert error.remedy and str(error).isprintable() and len(str(error)) < 1500
        return
    sound(transcripts)
    assert read(data, **said) == transcripts


@FEW
@given(st.binary(max_size=400))
def test_any_bytes(data):
    reads_or_says(data)


@FEW
@given(st.text(max_size=300), st.sampled_from(["", "a.vtt", "b.srt", "c.md", "d.jsonl", "\x00/..", "é.txt"]))
def test_any_text_under_any_name(text, name):
    reads_or_says(text.encode("utf-8", "surrogatepass"), name=name, question="anything")


@FEW
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_pieces_of_the_formats_put_together(pieces, encoding):
    reads_or_says("".join(pieces).encode(encoding, "replace"))


@FEW
@given(st.sampled_from([TALK, VTT, SRT, JSON, JSON.replace("\n", "")]), st.data())
def test_valid_files_cut_doubled_and_overwritten(text, data):
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        put = data.draw(st.sampled_from(["", text[start:end] * 2, *PIECES, "9" * 400]))
        text = text[:start] + put + text[end:]
    reads_or_says(text.encode("utf-8", "surrogatepass"), candidate=data.draw(st.sampled_from([None, "priya", "z"])))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["candidate", "coding"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PARTS = ["id", "round", "question", "title", "target_level", "style", "turns", "code", "tests"]


@FEW
@given(
    st.dictionaries(st.sampled_from(PARTS), VALUES),
    st.dictionaries(st.sampled_from(["i", "t", "speaker", "text"]), VALUES),
)
def test_sessions_with_any_value_in_any_field(top, turn):
    session = {**json.loads(JSON), **top}
    if isinstance(session["turns"], list):
        session["turns"] = [*session["turns"], {"i": 1, "t": 1, "speaker": "candidate", "text": "x", **turn}]
    reads_or_says(json.dumps(session).encode())


@FEW
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_single_answer(answer, asked):
    try:
        transcript = single_answer(answer, asked)
    except TranscriptError:
        return
    sound([transcript])


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="`~:#*_-+>•"),
    min_size=1,
    max_size=20,
)


@FEW
@given(
    st.lists(
        st.tuples(st.sampled_from(["Interviewer", "Candidate"]), st.lists(LINES, min_size=1, max_size=5)),
        min_size=2,
        max_size=8,
    )
)
def test_what_was_said_comes_out_as_it_was_said(talk):
    talk = [("Interviewer", ["Why?"]), ("Candidate", ["So."]), *talk]
    data = "\n".join(f"{who}: {' '.join(words)}" for who, words in talk).encode()
    (transcript,) = read(data)
    told = [word for turn in transcript.turns for word in turn.text.split()]
    assert told == [word for _, words in talk for word in words]
