"""Interview Sparring: holds interview rounds for senior software engineers and debriefs them truthfully."""

__version__ = "0.1.0"
