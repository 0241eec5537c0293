"""Each format reads into the same round."""

import json
import re

import pytest

from sparring.domain.round import Altitude, Round
from sparring.domain.transcript import Speaker
from sparring.transcripts import read
from sparring.transcripts.errors import NoSpeakers
from sparring.transcripts.talk import SHAPES

SAYS = (
    ("interviewer", 3, "Tell me about a time you disagreed with a decision."),
    (
        "candidate",
        14,
        "We were about to buy a second queue. I wrote down what it would cost us, and I proposed to keep the one.",
    ),
    ("interviewer", 45, "And what did they say?"),
    ("candidate", 50, "They pushed back. I ran both for a week."),
)
WHO = {"interviewer": "Dana Cole", "candidate": "Priya Nair"}


def spoken(transcript):
    return [(turn.speaker.value, turn.at, turn.text) for turn in transcript.turns]


def clock(at):
    return f"00:{at // 60:02d}:{at % 60:02d}"


def one(text, **said):
    data = text if isinstance(text, bytes) else text.encode()
    (transcript,) = read(data, **said)
    return transcript


WEBVTT_VOICES = (
    "WEBVTT - made by a meeting\n\nNOTE a note\nof two lines\n\nSTYLE\n::cue { color: red }\n\n"
    + "\n\n".join(
        f"{i}/a-b-c\n{clock(at)}.000 --> {clock(at + 4)}.000 align:start position:0%\n<v.first {WHO[who]}>{text}</v>"
        for i, (who, at, text) in enumerate(SAYS)
    )
)
WEBVTT_NAMES = "WEBVTT\n\n" + "\n\n".join(
    f"{i}\n{clock(at)}.000 --> {clock(at + 4)}.000\n{WHO[who]}: {text}" for i, (who, at, text) in enumerate(SAYS, 1)
)
SRT = "\n\n".join(
    f"{i}\n{clock(at)},000 --> {clock(at + 4)},000\n{WHO[who]}: {text}" for i, (who, at, text) in enumerate(SAYS, 1)
)
ZOOM_SAVED = "\n\n".join(f"[{WHO[who]}] 10:{at // 60:02d}:{at % 60:02d}\n{text}" for who, at, text in SAYS)
ZOOM_CHAT = "\n".join(
    f"10:{at // 60:02d}:{at % 60:02d}\t From  {WHO[who]}  to  Everyone : {text}" for who, at, text in SAYS
)
TEAMS = "\n".join(f"{WHO[who]}   0:{at:02d}\n{text}" for who, at, text in SAYS)
OTTER = (
    "\n\n".join(f"{WHO[who]}  0:{at:02d}  \n{text}" for who, at, text in SAYS) + "\n\nTranscribed by https://otter.ai"
)
STAMPED = "\n".join(f"[{clock(at)}] {WHO[who]}: {text}" for who, at, text in SAYS)
STAMP_AFTER = "\n".join(f"{WHO[who]} ({clock(at)}): {text}" for who, at, text in SAYS)
STAMP_ABOVE = "\n".join(f"{clock(at)} {WHO[who]}\n{text}\n" for who, at, text in SAYS)
SLACK = "\n".join(f"{WHO[who]}  10:0{i} AM\n{text}" for i, (who, at, text) in enumerate(SAYS))

UNTIMED_HEADINGS = "\n".join(f"### {who.title()}\n{text}" for who, _, text in SAYS)
STAMP_BELOW = "\n\n".join(f"{WHO[who]}\n0:{at:02d}\n{text}" for who, at, text in SAYS)
TEAMS_DOCUMENT = f"Interview-20260102_100000-Meeting Recording\nJanuary 2, 2026, 10:00AM\n45m 12s\n\n{TEAMS}"
RECOGNISED = "\n".join(
    f"[{clock(at)[3:]}.000 --> {clock(at + 4)[3:]}.000] [{WHO[who]}]: {text}" for who, at, text in SAYS
)
DAYS = "\n".join(f"{WHO[who]} — Today at 10:0{i} AM\n{text}" for i, (who, _, text) in enumerate(SAYS))

TIMED = {
    "stamp below": STAMP_BELOW,
    "teams document": TEAMS_DOCUMENT,
    "recognised": RECOGNISED,
    "webvtt voices": WEBVTT_VOICES,
    "webvtt names": WEBVTT_NAMES,
    "srt": SRT,
    "teams": TEAMS,
    "stamped": STAMPED,
    "stamp after": STAMP_AFTER,
    "stamp above": STAMP_ABOVE,
}


@pytest.mark.parametrize("text", TIMED.values(), ids=TIMED)
def test_words_speakers_and_times_come_out_whole(text):
    transcript = one(text)
    assert spoken(transcript) == [(who, float(at), words) for who, at, words in SAYS]
    assert transcript.timed
    assert any("I took 'Priya Nair' for the candidate, because" in note for note in transcript.notes)


@pytest.mark.parametrize("text", [ZOOM_SAVED, ZOOM_CHAT], ids=["saved", "chat"])
def test_zoom_shows_the_time_of_day(text):
    transcript = one(text)
    assert spoken(transcript) == [(who, float(at - 3), words) for who, at, words in SAYS]
    assert "The file shows the time of day; times here count from its first one." in transcript.notes


def test_otter_keeps_its_last_line_with_the_last_words():
    transcript = one(OTTER)
    assert [turn.at for turn in transcript.turns] == [3.0, 14.0, 45.0, 50.0]
    assert transcript.turns[1].text == SAYS[1][2]


def test_morning_hours_are_hours():
    for text in (SLACK, DAYS):
        assert [turn.at for turn in one(text).turns] == [0.0, 60.0, 120.0, 180.0]


def test_two_letters_are_people_where_nobody_asks_as_q():
    transcript = one("B: Why did you?\nA: Because it was slow and it cost us a lot.\n")
    assert [turn.speaker for turn in transcript.turns] == [Speaker.INTERVIEWER, Speaker.CANDIDATE]
    assert any("I took 'A' for the candidate" in note for note in transcript.notes)


def test_meet_has_times_only_now_and_then():
    text = (
        "Interview (2026-02-03 10:00 GMT) - Transcript\nAttendees\nDana Cole, Priya Nair\nTranscript\n00:00:00\n \n"
        f"{WHO['interviewer']}: {SAYS[0][2]}\n{WHO['candidate']}: {SAYS[1][2]}\n00:05:00\n \n"
        f"{WHO['interviewer']}: {SAYS[2][2]}\n{WHO['candidate']}: {SAYS[3][2]}\n"
    )
    transcript = one(text)
    assert [turn.text for turn in transcript.turns] == [words for _, _, words in SAYS]
    assert transcript.turns[0].at == 0.0
    assert transcript.turns[2].at == 300.0
    assert 0.0 < transcript.turns[1].at < 300.0
    assert not transcript.timed
    assert any("Only some turns have a time" in note for note in transcript.notes)
    assert any(note == "Lines before the first speaker (up to line 4) were left out." for note in transcript.notes)


UNTIMED = {
    "roles": ("Interviewer: ", "Candidate: "),
    "bold": ("**Interviewer:** ", "**Candidate:** "),
    "bold outside": ("**Interviewer**: ", "**Candidate**: "),
    "names": ("Dana Cole: ", "Priya Nair: "),
    "small letters": ("dana: ", "priya: "),
    "letters": ("Q: ", "A: "),
    "numbered": ("Q1: ", "A1: "),
    "quoted": ("> Interviewer: ", "> Candidate: "),
    "bullets": ("- **Dana:** ", "- **Priya:** "),
    "diarised": ("SPEAKER_00: ", "SPEAKER_01: "),
    "speaker numbers": ("Speaker 1: ", "Speaker 2: "),
    "headings": ("### Interviewer\n", "### Candidate\n"),
    "own line": ("Interviewer:\n", "Candidate:\n"),
    "in brackets": ("Dana (Interviewer): ", "Priya (Candidate): "),
    "chat with a bot": ("ChatGPT said:\n", "You said:\n"),
    "other letters": ("Дана: ", "Прия: "),
    "particles": ("Ludwig van der Berg: ", "María José de la Cruz: "),
}


@pytest.mark.parametrize(("asks", "answers"), UNTIMED.values(), ids=UNTIMED)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
def test_plain_text_with_speakers(asks, answers, gap):
    marks = {"interviewer": asks, "candidate": answers}
    transcript = one(gap.join(marks[who] + words for who, _, words in SAYS))
    assert [(turn.speaker.value, turn.text) for turn in transcript.turns] == [(who, words) for who, _, words in SAYS]
    assert not transcript.timed
    times = [turn.at for turn in transcript.turns]
    assert times == sorted(times) and times[-1] > 10
    assert any("no times" in note and "140 words a minute" in note for note in transcript.notes)


def test_line_ends_encodings_and_marks_make_no_difference():
    text = STAMPED
    plain = one(text)
    for data in (
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
        text.replace("\n", "\r\n", 1).encode(),
        b"\xef\xbb\xbf" + text.encode(),
        text.encode("utf-16"),
        text.encode("utf-16-be"),
        text.encode("utf-16-le"),
        text.encode("utf-32"),
    ):
        assert spoken(one(data)) == spoken(plain)


def test_windows_letters_are_read_and_said():
    transcript = one("Interviewer: How come?\nCandidate: It’s naïve – I’d say “no”.".encode("cp1252"))
    assert transcript.turns[1].text == "It’s naïve – I’d say “no”."
    assert "The file is not UTF-8; it was read as cp1252." in transcript.notes


def test_another_alphabet_in_an_old_encoding():
    talk = "Интервьюер: Расскажите о случае, когда вы не согласились с решением руководителя.\n" * 2
    talk += "Кандидат: Мы собирались купить вторую очередь, и я предложил сначала посчитать расходы.\n" * 2
    transcript = one(talk.encode("cp1251"))
    assert "вторую очередь" in " ".join(turn.text for turn in transcript.turns)


def test_lines_of_one_speaker_become_one_turn():
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{i}.000 --> 00:0{i}.900\nPriya: part {i}" if i != 3 else "00:03.000 --> 00:03.900\nDana: mm-hm?"
        for i in range(6)
    )
    assert [turn.text for turn in one(text).turns] == ["part 0 part 1 part 2", "mm-hm?", "part 4 part 5"]


def test_wrapped_lines_join_and_lists_and_paragraphs_stay():
    text = "Interviewer: Why?\nCandidate: Because it was\nslow, and\n\nalso:\n- one\n- two\n"
    assert one(text).turns[1].text == "Because it was slow, and\n\nalso:\n- one\n- two"


def test_tags_entities_and_scrolling_captions():
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Is <i>a</i> &lt; b<00:00:01.500><c.red> so</c>?</v>\n\n"
        "00:02.000 --> 00:03.000\n<v Priya>I think\n\n00:03.000 --> 00:04.000\n<v Priya>I think\n<v Priya>it is\n"
    )
    assert [turn.text for turn in one(text).turns] == ["Is a < b so?", "I think it is"]


def test_two_voices_in_one_cue():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dana>Why?</v> <v Priya>Because I measured it twice.</v>\n"
    assert [(turn.speaker, turn.text) for turn in one(text).turns] == [
        (Speaker.INTERVIEWER, "Why?"),
        (Speaker.CANDIDATE, "Because I measured it twice."),
    ]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_number_alone_is_said_unless_the_next_cue_follows_it(end):
    text = "1\n00:00:01,000 --> 00:00:02,000\nInterviewer: How many?\n2\n00:00:03,000 --> 00:00:04,000\n"
    text += f"Candidate: I used exactly\n42{end}"
    assert [turn.text for turn in one(text).turns] == ["How many?", "I used exactly 42"]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_repetition_in_a_shape_of_a_line_is_bounded(shape):
    without_escapes = re.sub(r"\\.", "", shape.pattern.pattern)
    without_classes = re.sub(r"\[[^\]]*\]", "", without_escapes)
    assert not re.search(r"[*+]|,\}", without_classes)


def test_spaces_at_the_end_of_a_line_make_no_difference():
    for text in (ZOOM_SAVED, TEAMS, STAMP_ABOVE, UNTIMED_HEADINGS):
        assert spoken(one(text.replace("\n", " " * 40 + "\n"))) == spoken(one(text))


def test_a_label_in_a_phone_chat_may_stand_above_its_words():
    text = "1/2/26, 10:02 - Dana Cole: \nWhy?\n1/2/26, 10:03 - Priya Nair:\nBecause it was slow, and I knew.\n"
    assert [(turn.at, turn.text) for turn in one(text).turns] == [
        (0.0, "Why?"),
        (60.0, "Because it was slow, and I knew."),
    ]


def test_words_before_a_colon_are_not_always_speakers():
    text = (
        "Interviewer: Design a rate limiter.\nCandidate: Two things first.\nTrade-offs: memory against error.\n"
        "Requirements: per key.\nhttps://example.org is not a name: it is an address.\nInterviewer: Go on.\n"
        "Candidate: We had it done by 10:30\nRedis: fast.\n"
    )
    transcript = one(text)
    assert len(transcript.turns) == 4
    assert "Trade-offs: memory against error." in transcript.turns[1].text
    assert transcript.turns[3].text == "We had it done by 10:30 Redis: fast."


def test_code_of_a_coding_round_becomes_versions():
    text = (
        "Interviewer: Write two sum.\n```python\nnote: not code of the candidate\n```\n"
        "Candidate: First the slow one, O(n^2).\n```python\ndef f(a):\n    x: int = 1\n    return a\n```\nNow faster.\n"
        "Interviewer: Can you?\nCandidate:\n```\ndef f(a):\n    return {}\n```\n"
    )
    transcript = one(text, round=Round.CODING)
    assert [(shot.language, shot.text) for shot in transcript.code] == [
        ("python", "def f(a):\n    x: int = 1\n    return a\n"),
        ("python", "def f(a):\n    return {}\n"),
    ]
    assert [turn.i for turn in transcript.turns] == [0, 1, 2]
    assert transcript.turns[1].text == "First the slow one, O(n^2).\nNow faster."
    assert "2 code blocks" in " ".join(transcript.notes)


def test_code_in_other_rounds_stays_in_the_talk():
    text = "Interviewer: Tell me about a time.\nCandidate: I wrote\n```\nx = 1\n```\n"
    transcript = one(text, round=Round.BEHAVIORAL)
    assert transcript.code == ()
    assert "x = 1" in transcript.turns[1].text


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        ("Given an array of integers, return two indices.", "A hash map gives O(n) time complexity.", Round.CODING),
        ("Design a notification system.", "How many requests per second? I would shard by user.", Round.SYSTEM_DESIGN),
        ("Tell me about a time you failed.", "My manager and I disagreed.", Round.BEHAVIORAL),
    ],
)
def test_the_round_is_guessed_and_said(asked, answered, expected):
    transcript = one(f"Interviewer: {asked}\nCandidate: {answered}")
    assert transcript.round is expected
    assert any(f"I took it for {expected.label}; say another with --round." in note for note in transcript.notes)


def test_what_the_caller_says_wins_and_is_not_a_guess():
    transcript = one(
        TEAMS, name="my rounds/Mock 1.txt", round=Round.CODING, question="lru_cache", title="LRU", level=Altitude.STAFF
    )
    assert (transcript.id, transcript.round, transcript.question, transcript.title, transcript.target_level) == (
        "Mock-1",
        Round.CODING,
        "lru_cache",
        "LRU",
        Altitude.STAFF,
    )
    assert not any("--round" in note for note in transcript.notes)


def test_what_the_caller_says_of_json_wins_over_a_guess():
    said = {"round": Round.CODING, "title": "LRU", "level": Altitude.STAFF}
    bare = one(json.dumps({"turns": CORPUS["turns"]}), **said)
    assert (bare.round, bare.title, bare.question, bare.target_level) == (Round.CODING, "LRU", "LRU", Altitude.STAFF)
    assert bare.notes == ()
    full = one(json.dumps({**CORPUS, "target_level": "mid"}), question="lru_cache", **said)
    assert (full.title, full.question, full.target_level) == ("LRU", "lru_cache", Altitude.MID)


def test_what_was_guessed_of_the_bytes_of_json_is_said():
    data = json.dumps({**CORPUS, "title": "Café"}, ensure_ascii=False).encode("cp1252")
    assert one(data).notes == ("The file is not UTF-8; it was read as cp1252.",)


def test_a_heading_is_the_title_and_else_the_question_is():
    assert one("# Mock with Dana\n\n" + TEAMS).title == "Mock with Dana"
    assert one(TEAMS).title == "Tell me about a time you disagreed with a decision"
    asks_back = (
        "Interviewer: Tasks and what they wait for.\nAnna: Sorted?\nInterviewer: Actually, you tell me about that.\n"
    )
    assert one(asks_back + "Anna: def order(tasks): pass\n" * 2).title.endswith(" round")


@pytest.mark.parametrize(
    ("talk", "style"),
    [
        ("so i was uh thinking that we should just go and ask the other team about it because they knew " * 3, "asr"),
        ("So, um, I asked them, you know, and they said no. Um, I, uh, went on.", "spoken"),
        ("I asked them. They said no, so I went on and measured it first.", "typed"),
    ],
)
def test_how_it_was_written_down_is_told_from_the_words(talk, style):
    assert one(f"Interviewer: Why?\nCandidate: {talk}").style == style


def test_captions_are_spoken():
    assert one(SRT).style == "spoken"


CORPUS = {
    "id": "x-1",
    "round": "coding",
    "question": "two_sum",
    "title": "Two sum",
    "target_level": "staff",
    "style": "typed",
    "turns": [
        {"i": 0, "t": 0, "speaker": "interviewer", "text": "Two sum."},
        {"i": 1, "t": 9, "speaker": "candidate", "text": "Sure."},
        {"i": 2, "t": 30, "speaker": "candidate", "text": "  Done. \n"},
    ],
    "code": [{"t": 20, "language": "python", "text": "x = 1\n"}],
    "tests": {"passed": 9, "total": 10},
}


def test_a_corpus_session_keeps_every_turn_as_it_is():
    for data in (json.dumps(CORPUS), json.dumps(CORPUS, indent=2), json.dumps([CORPUS]), f"\n{json.dumps(CORPUS)}\n\n"):
        session = one(data)
        assert spoken(session) == [(t["speaker"], float(t["t"]), t["text"]) for t in CORPUS["turns"]]
        assert (session.id, session.round, session.target_level, session.style) == ("x-1", "coding", "staff", "typed")
        assert (session.tests.passed, session.tests.total, session.code[0].text) == (9, 10, "x = 1\n")
        assert session.notes == ()


def test_many_sessions_one_a_line():
    lines = "\n".join(json.dumps({**CORPUS, "id": f"x-{i}"}) for i in range(3))
    assert [session.id for session in read(lines.encode(), name="c.jsonl")] == ["x-0", "x-1", "x-2"]


def test_sessions_without_an_id_are_numbered_however_the_lines_fall():
    pair = [{"turns": CORPUS["turns"]}] * 2
    whole, indented = json.dumps(pair), json.dumps(pair, indent=2)
    apart = "\n\n".join(json.dumps(session) for session in pair)
    for text in (whole, indented, apart):
        assert [session.id for session in read(text.encode())] == ["session-1", "session-2"]


def test_the_same_bytes_give_the_same_transcript():
    for text in TIMED.values():
        assert read(text.encode()) == read(text.encode())


def test_code_keeps_its_indentation_across_a_blank_line():
    code = "def f(x):\n    y = x\n\n    return y"
    text = f"Interviewer: Write it.\nCandidate: Like so:\n```python\n{code}\n```\nInterviewer: Good."
    assert [shot.text.strip() for shot in one(text, round=Round.CODING).code] == [code]


def test_a_sentence_above_a_time_is_no_speaker():
    text = "0:00\nTell me about a time you led.\n0:05\nSure.\n0:07\nAt my last company I led the move to one queue."
    with pytest.raises(NoSpeakers):
        one(text)
    transcript = one(text, question="A time you led")
    assert "At my last company" in " ".join(turn.text for turn in transcript.turns)
    assert "Tell me about a time you led." in " ".join(turn.text for turn in transcript.turns)


def captions(*cues):
    """A WebVTT file of these payloads, three seconds each."""
    times = (f"{clock(3 * k)}.000 --> {clock(3 * k + 3)}.000" for k in range(len(cues)))
    return "WEBVTT\n\n" + "\n\n".join(f"{time}\n{cue}" for time, cue in zip(times, cues, strict=True))


@pytest.mark.parametrize("name", ["April Jones", "June Reed", "Mark Case"])
def test_people_may_be_called_like_a_month_or_a_heading(name):
    asks, says = (f"{name}: Tell me.", f"{name}: And then?"), ("Sam Hill: I broke prod.", "Sam Hill: Fixed it.")
    transcript = one(captions(asks[0], says[0], asks[1], says[1]), candidate="Sam Hill")
    assert [turn.text for turn in transcript.candidate_turns] == ["I broke prod.", "Fixed it."]


def test_names_in_small_letters_are_names_beside_a_time():
    asks = "[dana cole] 00:00:03\nTell me about a failure.", "[dana cole] 00:00:20\nAnd then?"
    text = f"{asks[0]}\n\n[priya nair] 00:00:09\nI broke prod.\n\n{asks[1]}"
    assert [turn.text for turn in one(text, candidate="priya nair").candidate_turns] == ["I broke prod."]


def test_two_people_in_one_caption_are_two():
    text = captions("Interviewer: Ready?\nCandidate: Yes, I am.", "Interviewer: Go.")
    assert [(turn.speaker.value, turn.text) for turn in one(text).turns] == [
        ("interviewer", "Ready?"),
        ("candidate", "Yes, I am."),
        ("interviewer", "Go."),
    ]


def test_a_line_end_that_was_translated_twice_is_one():
    text = "WEBVTT\r\r\n\r\r\n00:00:01.000 --> 00:00:04.000\r\r\nCandidate: hello\r\r\nthere friend\r\r\n"
    assert [turn.text for turn in one(text).turns] == ["hello there friend"]


def session(**changes):
    turns = [{"speaker": "interviewer", "text": "Tell me."}, {"speaker": "candidate", "text": "I led\u2028it. " * 40}]
    return json.dumps({"round": "behavioral", "turns": turns, **changes}, ensure_ascii=False)


def test_json_may_hold_line_separators_and_no_times():
    transcript = one(session(target_level=None))
    assert transcript.target_level is Altitude.SENIOR and not transcript.timed
    assert transcript.turns[1].at > 0 and any("no times" in note for note in transcript.notes)
