"""Writes content/subjects.toml, the words that tell one question from another; `--check` only compares.

The words of a question are the stems of its title, statement and facts that seldom occur elsewhere: neither in more
than three in ten of the questions nor in more than one in eight of the exemplars' answers.
"""

import sys
from collections import Counter

from sparring.bank import Bank
from sparring.bank.location import content_root
from sparring.domain.question import AnyQuestion
from sparring.domain.round import Round
from sparring.listening.words import content

ROUNDS = (Round.CODING, Round.SYSTEM_DESIGN)
"""Rounds whose questions are about different things; a story may answer many a behavioral question."""

STATED = 0.3
"""Share of questions in which a common word occurs."""

ANSWERED = 0.12
"""Share of exemplars in which a common word occurs."""


def stems(question: AnyQuestion) -> set[str]:
    """All stems of a question's own text."""
    return set(content(" ".join((question.title, question.statement, *(fact.says for fact in question.facts)))))


def answers(question: AnyQuestion) -> list[set[str]]:
    """Stems of what each exemplar's candidate says."""
    return [
        set(content(" ".join(text for who, text in exemplar.turns if who == "candidate")))
        for exemplar in question.exemplars
    ]


def document() -> str:
    """The whole file."""
    bank = Bank()
    lines = ["# Words that tell one question from another, by round; written by scripts/subjects.py."]
    questions = [bank.question(id_) for round_ in ROUNDS for id_ in bank.questions(round_)]
    stated = Counter(word for question in questions for word in stems(question))
    said = [words for question in questions for words in answers(question)]
    answered = Counter(word for words in said for word in words)
    common = {x for x in stated if stated[x] > STATED * len(questions)}
    common |= {x for x in answered if answered[x] > ANSWERED * len(said)}
    for round_ in ROUNDS:
        lines.append(f"\n[{round_}]")
        lines += [f'{q.id} = "{" ".join(sorted(stems(q) - common))}"' for q in questions if q.round is round_]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Exit status 1 where --check finds a difference."""
    path, text = content_root() / "subjects.toml", document()
    if "--check" not in sys.argv:
        path.write_text(text, encoding="utf-8")
        return 0
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("content/subjects.toml is not what the questions give; run: python scripts/subjects.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
