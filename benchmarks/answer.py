"""How long the interviewer takes to answer a turn: hearing, deciding, wording, and the event on disk.

    python benchmarks/answer.py [--rounds N]

Prints the median and the 95th percentile of a whole scripted round of each kind, by rules alone and with the model's
ear as a live round has it, as ratios to a single durable append.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from evals.candidates import CANDIDATES  # noqa: E402
from evals.play import play  # noqa: E402

from sparring.bank import Bank  # noqa: E402
from sparring.domain.event import Event  # noqa: E402
from sparring.domain.round import Round  # noqa: E402
from sparring.domain.transcript import Stretch  # noqa: E402
from sparring.session.conductor import Conductor  # noqa: E402
from sparring.session.ear import ModelEar  # noqa: E402
from sparring.store import Store  # noqa: E402


def timed_answers(store: Store, bank: Bank, round_: Round, seed: int, *, ear: bool) -> list[float]:
    """Seconds of every answer in one round of the strong candidate, with the model's ear or by rules alone."""
    took: list[float] = []
    say = Conductor.say

    def measured(self: Conductor, text: str, at: float, unsure: Sequence[Stretch] | None = None) -> list[str]:
        began = time.perf_counter()
        words = say(self, text, at, unsure)
        took.append(time.perf_counter() - began)
        return words

    Conductor.say = measured  # type: ignore[method-assign]
    try:
        play(store, bank, "strong", round_, seed=seed, ear=ModelEar() if ear else None)
    finally:
        Conductor.say = say  # type: ignore[method-assign]
    return took


def append_time(store: Store) -> float:
    """Seconds of one durable append, the median of fifty."""
    from datetime import UTC, datetime

    store.create("bare", datetime(2026, 1, 1, tzinfo=UTC), {})
    took = []
    for seq in range(50):
        began = time.perf_counter()
        store.append("bare", Event(seq, 0.0, "candidate", {"text": "word " * 100}))
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def main() -> None:
    """Print one line a round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1)
    rounds = parser.parse_args().rounds
    assert "strong" in CANDIDATES
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        bank, bare = Bank(), append_time(store)
        sys.stdout.write(f"one durable append: {bare * 1000:.1f} ms\n")
        ModelEar().place("Loaded before anything is timed, as it is while the statement is being read.")
        for round_ in Round:
            for seeds, ear in ((range(rounds), False), (range(rounds, 2 * rounds), True)):
                took = sorted(t for seed in seeds for t in timed_answers(store, bank, round_, seed, ear=ear))
                median, late = statistics.median(took), took[int(0.95 * (len(took) - 1))]
                sys.stdout.write(
                    f"{round_.label}, {'with the ear' if ear else 'by rules'}: {len(took)} answers, median "
                    f"{median * 1000:.0f} ms ({median / bare:.1f} appends), 95 % {late * 1000:.0f} ms\n"
                )


if __name__ == "__main__":
    main()
