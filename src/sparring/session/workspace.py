"""The candidate's file on disk: written once, watched, never overwritten."""

from pathlib import Path

LARGEST = 200_000
"""Characters of a file that are kept; more is not an interview answer."""


class WatchedFile:
    """Tells what a file holds whenever it has changed since last asked."""

    def __init__(self, path: Path) -> None:
        """Watch `path`, which need not exist yet."""
        self.path = path
        self._seen: tuple[int, int] | None = None
        self._text: str | None = None

    def changed(self) -> str | None:
        """The text where it differs from the last one returned, else None."""
        try:
            stat = self.path.stat()
        except OSError:
            return None
        stamp = (stat.st_mtime_ns, stat.st_size)
        if stamp == self._seen:
            return None
        try:
            text = self.path.read_bytes()[: 4 * LARGEST].decode("utf-8", "replace")[:LARGEST]
        except OSError:
            return None
        self._seen = stamp
        if text == self._text or not text.strip():
            return None
        self._text = text
        return text

    def assume(self, text: str) -> None:
        """What the file is known to hold already, so that it is not reported as a change."""
        self._text = text


def prepare(folder: Path, session_id: str, starter: str) -> WatchedFile:
    """The session's file, with the starter in it where it does not exist yet."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{session_id}.py"
    if not path.exists():
        path.write_text(starter, encoding="utf-8")
    watched = WatchedFile(path)
    watched.assume(starter)
    return watched
