"""Checks a content folder."""

import sys
from pathlib import Path

from sparring.cli.screen import console, plain


def check(folder: str | None, *, run_code: bool) -> None:
    """Print every problem with its file and line; exit status 1 where there is one."""
    from sparring import bank
    from sparring.coding.exemplars import exemplars

    root = Path(folder) if folder else bank.content_root()
    screen = console()
    report = bank.check(root, run_code=exemplars if run_code else None)
    for problem in report.problems:
        screen.print(plain(str(problem), "red"))
    counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items())
    screen.print(plain(f"{report.files} files ({counts}): {len(report.problems)} problems."))
    sys.exit(1 if report.problems else 0)
