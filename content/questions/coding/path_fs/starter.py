"""A file system in memory."""


class QuotaExceeded(Exception):
    """A directory would hold more than it may."""


class FileSystem:
    """Directories and files."""

    def make_dir(self, path):
        """Make a directory."""

    def write(self, path, data):
        """Set the contents of a file."""

    def read(self, path):
        """The contents of a file."""

    def names(self, path):
        """The names in a directory."""

    def remove(self, path):
        """Remove what is at a path."""

    def move(self, source, target):
        """Give what is at `source` the path `target`."""

    def used(self, path):
        """How many bytes there are."""

    def set_quota(self, path, limit):
        """Let a directory hold at most `limit` bytes."""
