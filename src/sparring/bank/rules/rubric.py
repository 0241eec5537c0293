"""Rules on a round's signals."""

from collections.abc import Iterator

from sparring.bank.problem import Finding
from sparring.bank.rules.wording import one_question
from sparring.domain.rubric import Signal


def probes_are_questions(signals: tuple[Signal, ...], order: tuple[str, ...]) -> Iterator[Finding]:
    """Generic probes and what goes deeper are asked as they stand; `order` is that of the file."""
    for signal in signals:
        for key, asked in (("probes", signal.probes), ("deeper", [each.ask for each in signal.deeper])):
            for j, ask in enumerate(asked):
                yield from one_question(("signals", order.index(signal.id), key, j), ask)
