"""How long the command takes to start.

    python benchmarks/start.py [--runs 11]

Runs `sparring --help` in fresh processes and prints the median, and its ratio to a bare interpreter.
"""

import argparse
import statistics
import subprocess
import sys
import time


def seconds(*command: str) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Alternates both commands, so that a busy machine slows both."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("--runs", type=int, default=11)
    runs = arg.parse_args().runs
    pairs = [
        (seconds(sys.executable, "-m", "sparring.cli", "--help"), seconds(sys.executable, "-c", "pass"))
        for _ in range(runs)
    ]
    start, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"sparring --help {start:.3f} s, bare interpreter {bare:.3f} s, ratio {start / bare:.1f}")


if __name__ == "__main__":
    main()
