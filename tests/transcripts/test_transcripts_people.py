"""Who the candidate is: by role, by name, by guess, and said."""

import pytest

from sparring.domain.transcript import Speaker
from sparring.transcripts import read
from sparring.transcripts.errors import NoCandidate, NoSpeakers, NoSuchSpeaker

PANEL = (
    "Dana Cole: Tell me about a time you failed?\nPriya Nair: I broke the billing job, and I was the one on call. I "
    "rolled it back, told the customers and wrote the check that was missing.\nDavid Ito: What changed?\n"
    "Priya Nair: Every release has run that check since.\nDana Cole: Thanks?\n"
)


def one(text, **said):
    (transcript,) = read(text.encode(), **said)
    return transcript


def candidates_words(transcript):
    return " ".join(turn.text for turn in transcript.candidate_turns)


def test_three_people_are_one_candidate_and_interviewers():
    transcript = one(PANEL)
    assert candidates_words(transcript).startswith("I broke the billing job")
    assert (
        "3 people speak; all but the candidate were taken for interviewers: Dana Cole, David Ito." in transcript.notes
    )


@pytest.mark.parametrize("name", ["David Ito", "david ito", "dav", " DAVID ", "Ito"])
def test_the_candidate_can_be_named_in_any_case_and_by_a_beginning(name):
    transcript = one(PANEL, candidate=name)
    assert candidates_words(transcript) == "What changed?"
    assert not any("--candidate" in note for note in transcript.notes)


@pytest.mark.parametrize(
    ("name", "says"), [("Zoe", "Nobody called 'Zoe'"), ("d", "'d' fits 'Dana Cole', 'David Ito'"), ("", "Nobody")]
)
def test_a_name_that_fits_nobody_or_several_lists_the_speakers(name, says):
    with pytest.raises(NoSuchSpeaker) as error:
        one(PANEL, candidate=name)
    assert says in str(error.value)
    assert "'Dana Cole', 'Priya Nair', 'David Ito'" in str(error.value)


def test_an_interviewer_by_role_leaves_the_other_as_candidate():
    transcript = one("Interviewer: Why?\nPriya: Because.\nInterviewer: And?\nPriya: So.\n")
    assert candidates_words(transcript) == "Because. So."


def test_a_list_of_participants_gives_the_roles():
    head = "Candidate: Dana Cole\nInterviewer: Priya Nair\nDate: 2026-01-02\n\n"
    transcript = one(
        head + "Dana: Why would you ask?\nPriya: It was a long story, and it went on for a year.\nDana: Why?\n"
    )
    assert candidates_words(transcript) == "Why would you ask?\n\nWhy?".replace("\n\n", " ")
    assert not any("--candidate" in note for note in transcript.notes)


def test_one_speaker_alone_is_the_candidate_in_paragraphs():
    transcript = one("Priya: I broke it.\n\nPriya: I mended it.\n")
    assert {turn.speaker for turn in transcript.turns} == {Speaker.CANDIDATE}
    assert (
        "There are no interviewer turns: whether something was volunteered or prompted cannot be told."
        in transcript.notes
    )


def test_captions_without_names_are_cut_at_pauses():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nI broke it.\n\n"
    text += "00:02.100 --> 00:03.000\nTwice.\n\n00:09.000 --> 00:10.000\nThen not.\n"
    transcript = one(text)
    assert [turn.text for turn in transcript.turns] == ["I broke it. Twice.", "Then not."]
    assert "The file names no speakers: every word was taken for the candidate's." in transcript.notes


def test_words_before_the_first_name_are_not_the_candidates_and_it_is_said():
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nWelcome, all.\n\n00:03.000 --> 00:04.000\n<v Dana>Why?</v>\n\n"
    text += "00:05.000 --> 00:06.000\n<v Priya>Because.</v>\n"
    transcript = one(text, candidate="Priya")
    assert candidates_words(transcript) == "Because."
    assert transcript.notes[0] == "The words before the first name were taken for an interviewer's."


def test_text_without_speakers_needs_a_question():
    with pytest.raises(NoSpeakers):
        one("I broke the billing job.\n\nThen I mended it.")
    transcript = one("I broke the billing job.\n\nThen I mended it.", question="failure")
    assert [turn.text for turn in transcript.turns] == ["I broke the billing job.", "Then I mended it."]


def test_interviewers_alone_are_no_round():
    with pytest.raises(NoCandidate) as error:
        one("Interviewer: Hello?\nInterviewer: Are you there?\n")
    assert "'Interviewer'" in str(error.value)
