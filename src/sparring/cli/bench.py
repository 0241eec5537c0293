"""Measures the raters against a labelled corpus."""

import json
import os
import sys
from pathlib import Path


def measure(folder: str, *, as_json: bool, readings: str | None, unseen: bool, rules: bool) -> None:
    """Print agreement, baselines, confusion, the sessions furthest off, time and memory; on every core."""
    from sparring.assessment.bench import bench
    from sparring.cli import rooms

    stored = Path(readings) if readings else None
    report = bench(Path(folder), rooms.open_bank(), os.cpu_count() or 1, readings=stored, unseen=unseen, rules=rules)
    sys.stdout.write(json.dumps(report.as_json(), indent=2) + "\n" if as_json else report.text())
