"""Where the log lives."""

import os
from pathlib import Path

FILE = "sparring.db"


def default_path() -> Path:
    """The store's file: in SPARRING_HOME where that is set, else in the user's data folder."""
    home = os.environ.get("SPARRING_HOME")
    if home:
        return Path(home).expanduser() / FILE
    import platformdirs

    return Path(platformdirs.user_data_dir("sparring", appauthor=False)) / FILE


def prepare(file: Path) -> None:
    """Make the folder (0700) and the file (0600) if they are missing: what is said in a round is private.

    Raises OSError where that is not possible.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
