"""Questions about the interviewer's own place, and those that only sound so."""

import pytest

from sparring.listening.place import of_the_job, of_the_place


@pytest.mark.parametrize(
    "question",
    [
        "What would my first months look like?",
        "is it a remote role",
        "How long have you worked there?",
        "What do you like about working here?",
        "When will I hear back from you?",
    ],
)
def test_the_job_is_asked_about_in_any_round(question: str) -> None:
    assert of_the_job(question)
    assert of_the_place(question)


@pytest.mark.parametrize(
    "question",
    [
        "What does your team own?",
        "how do teams here share when something has gone wrong",
        "What's the culture like?",
        "how is on call organised here",
        "What does success look like in this role?",
    ],
)
def test_the_place_is_asked_about_in_a_story(question: str) -> None:
    assert of_the_place(question)
    assert not of_the_job(question)


@pytest.mark.parametrize(
    "question",
    [
        "Does it have to be recent?",
        "Should it be about my team or me?",
        "Can I take the role I had before?",
        "So I asked him, what does your team need?",
        "Is it fine to talk about my first months at Palmgate?",
        "Do you want the whole incident?",
    ],
)
def test_other_questions_are_not_about_the_place(question: str) -> None:
    assert not of_the_place(question)
