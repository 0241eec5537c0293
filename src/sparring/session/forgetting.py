"""Forgets a session with everything that was kept for it."""

from pathlib import Path

from sparring.store import Store, default_path


def work_folder() -> Path:
    """Where the files of coding rounds that are held in the terminal lie."""
    return Path(default_path()).parent / "work"


def forget(store: Store, session: str) -> None:
    """Its log, its debrief, its note and its code. Raises UnknownSession."""
    store.delete(session)
    (work_folder() / f"{session}.py").unlink(missing_ok=True)
