"""Checks content: the shipped, the user's own, or one file of it."""

import sys
from pathlib import Path

from sparring.cli.screen import console, place, plain
from sparring.session.errors import UnknownChoice

PARTS = ("questions", "topics", "interviewers", "guides")
"""What a content folder may have, beside the rubric that only the shipped one has."""


def check(path: str | None, *, run_code: bool) -> None:
    """Print every problem with its file and line; exit status 1 where there is one."""
    from sparring import bank
    from sparring.coding.exemplars import exemplars
    from sparring.session.own import own_root
    from sparring.whiteboard.exemplars import exemplar

    root, own, only = _places(place(path)) if path else (bank.content_root(), own_root(), None)
    screen = console()
    report = bank.check(root, exemplars if run_code else None, own, only, exemplar)
    if report.files == 0 and only is not None:
        raise UnknownChoice(
            f"Nothing at {only} is content. Questions lie in questions/<round>/, the rest in topics/, interviewers/ or "
            "guides/."
        )
    for problem in report.problems:
        screen.print(plain(str(problem), "red"))
    counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items())
    screen.print(plain(f"{report.files} files ({counts}): {len(report.problems)} problems."))
    sys.exit(1 if report.problems else 0)


def _places(path: Path) -> tuple[Path, Path | None, Path | None]:
    """The shipped content (or another complete one), the user's own, and what of it to check."""
    from sparring import bank

    path = path.absolute()
    if (path / "rubric").is_dir():
        return path, None, None
    if not path.exists():
        raise UnknownChoice(f"There is nothing at {path}. Name a content folder, or one file in it.")
    for folder in (path, *path.parents):
        if any((folder / part).is_dir() for part in PARTS):
            complete = (folder / "rubric").is_dir()
            return (folder, None, path) if complete else (bank.content_root(), folder, path)
    raise UnknownChoice(
        f"{path} is in no content folder. Put it under questions/<round>/, topics/, interviewers/ or guides/ "
        "of a folder of your own, and name that folder in SPARRING_OWN_CONTENT."
    )
