"""Measures the raters against a labelled corpus."""

import json
import sys
from pathlib import Path


def measure(folder: str, *, as_json: bool, readings: str | None) -> None:
    """Print agreement, baselines, time and memory."""
    from sparring.assessment.bench import bench
    from sparring.cli import rooms

    report = bench(Path(folder), rooms.open_bank(), readings=Path(readings) if readings else None)
    sys.stdout.write(json.dumps(report.as_json(), indent=2) + "\n" if as_json else report.text())
