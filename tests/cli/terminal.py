"""Runs the real command in a home of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TURNS = (
    "At my last company deploys had slipped from daily to every second week. I noticed because I kept the calendar.",
    "I proposed splitting out billing first and wrote the RFC, and I moved the cut-over to a weekend for payments.",
    "We went from fortnightly to daily within a quarter. On-call grew by one rotation, which was the price.",
    "Next time I would bring the on-call people in before the RFC, not after it.",
)


@dataclass(frozen=True)
class Terminal:
    """A machine with nothing on it yet."""

    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables the command sees."""
        return {**os.environ, "SPARRING_HOME": str(self.home), "COLUMNS": "100", "NO_COLOR": "1"}

    def run(self, *arguments: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
        """The command, run to its end."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "sparring.cli", *arguments],
            input=given,
            capture_output=True,
            env=self.environment,
            timeout=240,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """The command, left running with its standard input open."""
        return subprocess.Popen(
            [sys.executable, "-m", "sparring.cli", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
        )
