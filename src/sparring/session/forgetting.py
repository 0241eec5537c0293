"""Forgets a session with everything that was kept for it."""

from pathlib import Path

from sparring.store import Store


def work_folder(store: Store) -> Path:
    """Where the files of coding rounds that are held in the terminal lie: beside the store's own file."""
    return Path(store.where).parent / "work"


def forget(store: Store, session: str) -> None:
    """Its log, its debrief, its note, the second opinion on it and its code. Raises UnknownSession."""
    store.delete(session)
    (work_folder(store) / f"{session}.py").unlink(missing_ok=True)
