"""`python -m evals [MANNER ...]`: play every scripted candidate and print what fails; `-v` prints the dialogues."""

import sys
import tempfile
from pathlib import Path

from evals.candidates import CANDIDATES
from evals.checks import CHECKS
from evals.play import play
from sparring.bank import Bank
from sparring.domain.round import Round
from sparring.store import Store


def main() -> None:
    """Exit status 1 where a check fails."""
    verbose = "-v" in sys.argv
    wanted = [name for name in sys.argv[1:] if not name.startswith("-")]
    failures = 0
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "evals.db") as store:
        bank = Bank()
        for manner in wanted or CANDIDATES:
            for round_ in [r for r in Round if bank.questions(r)]:
                played = play(store, bank, manner, round_)
                if verbose:
                    for turn in played.conductor.transcript.turns:
                        sys.stdout.write(f"[{turn.at:5.0f}] {turn.speaker.value[:1]} ({turn.move}) {turn.text[:400]}\n")
                for name, check in CHECKS.items():
                    for found in check(played):
                        failures += 1
                        sys.stdout.write(f"{played.name}: {name}: {found[:300]}\n")
    sys.stdout.write(f"{failures} failures\n")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
