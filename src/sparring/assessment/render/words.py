"""Small wordings that every page shares."""

from sparring.domain.round import Seconds
from sparring.transcripts.plain import plain


def flat(text: str) -> str:
    """Foreign text on one line, without control characters."""
    return " ".join(plain(text).split())


def clock(at: Seconds, timed: bool = True) -> str:
    """`12:03`, or `1:02:03` after an hour; with `~` where the time is an estimate."""
    whole = max(0, int(at))
    hours, rest = divmod(whole, 3600)
    text = f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"
    return text if timed else f"~{text}"


def heading(ident: str) -> str:
    """An id as a heading: `data_model` becomes `Data model`."""
    return flat(ident.replace("_", " ")).capitalize()


def span(value: str, low: str, high: str) -> str:
    """The interval in words; empty where it is the value alone."""
    return "" if low == value == high else f"between {low} and {high}"


def steps_apart(steps: int) -> str:
    """How far a prediction was off: positive where it was too high."""
    size = {1: "one step", 2: "two steps"}.get(abs(steps), "three steps")
    return f"{size} too {'hopeful' if steps > 0 else 'hard on yourself'}"
