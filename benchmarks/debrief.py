"""How long a debrief takes, and how much memory.

    python benchmarks/debrief.py [--runs 5]

Builds a 45-minute design round out of the exemplars in content/, some seventy sentences of a candidate, and debriefs it
in a fresh process (cold, imports and loading included) and after the turns were heard as they came (live). Prints
medians, and each as a ratio to importing numpy in a fresh process, which moves with the machine. A first run that does
not count leaves the bytecode behind that an installed package has.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

SENTENCES = 70


def measured() -> dict[str, float]:
    """Seconds cold and live, and peak memory in MB, of this process."""
    start = time.perf_counter()
    from sparring.assessment.assess import assess
    from sparring.bank import Bank
    from sparring.domain.round import Round
    from sparring.domain.transcript import Speaker, Transcript, Turn
    from sparring.listening.model import SignalModel
    from sparring.listening.model.sentences import sentences

    bank = Bank()
    # Of as many questions as it takes: to read the whole bank is no part of a debrief.
    texts = (
        turn
        for id_ in bank.questions(Round.SYSTEM_DESIGN)
        for exemplar in bank.question(id_).exemplars
        for turn in exemplar.turns
    )
    said: list[tuple[str, str]] = []
    while sum(len(sentences(text)) for who, text in said if who == "candidate") < SENTENCES:
        said.append(next(texts))
    step = 2700 / len(said)
    turns = tuple(Turn(i, round(i * step), Speaker(who), text) for i, (who, text) in enumerate(said))
    transcript = Transcript(
        "bench", Round.SYSTEM_DESIGN, "rate_limiter", "Design a rate limiter", turns, planned=2700.0
    )

    def debrief(model: SignalModel) -> None:
        assess(transcript, rubric=bank.rubric(), question=None, topics=bank.topics(), model=model)

    model = SignalModel.load()
    debrief(model)
    cold = time.perf_counter() - start
    fresh = SignalModel.load()
    for n in range(1, len(turns) + 1):
        fresh.hear_turn(replace(transcript, turns=turns[:n]))
    live = _timed(lambda: debrief(fresh))
    words = sum(len(turn.text.split()) for turn in transcript.candidate_turns)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return {"cold": cold, "live": live, "peak_mb": peak, "turns": len(turns), "words": words}


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def once() -> dict[str, float]:
    """What `measured` finds in a fresh process."""
    out = subprocess.run([sys.executable, __file__, "--once"], check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(out)
    return found


def yardstick() -> float:
    """Seconds to import numpy in a fresh process."""
    return _timed(lambda: subprocess.run([sys.executable, "-c", "import numpy"], check=True))


def main() -> None:
    """Runs every measurement in fresh processes and prints medians."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("--runs", type=int, default=5)
    arg.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    a = arg.parse_args()
    if a.once:
        print(json.dumps(measured()))
        return
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    once()
    runs = []
    for _ in range(a.runs):
        unit = yardstick()
        runs.append({**once(), "unit": unit})
    print(f"{runs[0]['turns']:.0f} turns, {runs[0]['words']:.0f} words of the candidate, {a.runs} runs")
    for name in ("cold", "live"):
        seconds = statistics.median(run[name] for run in runs)
        ratio = statistics.median(run[name] / run["unit"] for run in runs)
        print(f"{name:6} {seconds:6.2f} s   {ratio:5.1f} x import numpy")
    print(f"memory {max(run['peak_mb'] for run in runs):6.0f} MB at the peak")


if __name__ == "__main__":
    main()
