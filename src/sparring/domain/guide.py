"""Something to read between reps."""

from dataclasses import dataclass

WORDS_PER_MINUTE = 220


@dataclass(frozen=True, slots=True)
class Guide:
    """A text for candidates, in Markdown."""

    id: str
    title: str
    about: str
    body: str

    @property
    def minutes(self) -> int:
        """Reading time in minutes, at least one."""
        return max(1, round(len(self.body.split()) / WORDS_PER_MINUTE))
