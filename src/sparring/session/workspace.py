"""The candidate's file on disk: written once, watched, never overwritten."""

from pathlib import Path

LARGEST = 200_000
"""Characters of a file that are kept; more is not an interview answer."""


class WatchedFile:
    """Tells what a file holds whenever it has changed since last asked."""

    def __init__(self, path: Path, most: int = LARGEST) -> None:
        """Watch `path`, which need not exist yet; `most` characters of it are kept."""
        self.path = path
        self._most = most
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
            text = self.path.read_bytes()[: 4 * self._most].decode("utf-8", "replace")[: self._most]
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


def prepare(folder: Path, session_id: str, starter: str, latest: str | None = None) -> WatchedFile:
    """The session's file; where it does not exist yet, it begins with the latest code, or else the starter."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{session_id}.py"
    if not path.exists():
        path.write_text(latest or starter, encoding="utf-8")
    watched = WatchedFile(path)
    watched.assume(latest or starter)
    return watched
