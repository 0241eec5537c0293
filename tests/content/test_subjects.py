"""The words that tell one question from another, as the shipped exemplars show."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from sparring.assessment.swapping import answers_another
from sparring.bank import Bank
from sparring.domain.question import AnyQuestion
from sparring.domain.round import Round

ROOT = Path(__file__).parent.parent.parent
BANK = Bank()
ROUNDS = (Round.CODING, Round.SYSTEM_DESIGN)


def answers(question: AnyQuestion) -> list[str]:
    """What the candidate of each exemplar says."""
    return [" ".join(text for who, text in x.turns if who == "candidate") for x in question.exemplars]


def test_the_file_is_what_the_questions_give() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "subjects.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_question_has_words_of_its_own() -> None:
    for round_ in ROUNDS:
        subjects = BANK.subjects(round_)
        assert set(subjects) == set(BANK.questions(round_))
        assert min(len(words) for words in subjects.values()) >= 15
    assert BANK.subjects(Round.BEHAVIORAL) == {}


@pytest.mark.parametrize("round_", ROUNDS)
def test_an_answer_is_seldom_taken_for_that_to_another_question(round_: Round) -> None:
    subjects, rng = BANK.subjects(round_), random.Random(3)
    right = wrong = found = tried = 0
    for id_ in BANK.questions(round_):
        for said in answers(BANK.question(id_)):
            right += 1
            wrong += answers_another(said, id_, subjects) is not None
            others = rng.sample([x for x in subjects if x != id_], 5)
            tried += len(others)
            found += sum(answers_another(said, other, subjects) is not None for other in others)
    assert wrong <= 0.01 * right
    assert found >= 0.55 * tried


def test_too_little_is_not_judged() -> None:
    question, other = BANK.questions(Round.SYSTEM_DESIGN)[:2]
    few = " ".join(answers(BANK.question(other))[0].split()[:30])
    assert answers_another(few, question, BANK.subjects(Round.SYSTEM_DESIGN)) is None
    assert answers_another(few * 5, "not_in_the_bank", BANK.subjects(Round.SYSTEM_DESIGN)) is None
