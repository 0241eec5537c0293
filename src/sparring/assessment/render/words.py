"""Small wordings that every page shares."""

from sparring.domain.round import Verdict
from sparring.transcripts.plain import plain


def flat(text: str) -> str:
    """Foreign text on one line, without control characters."""
    return " ".join(plain(text).split())


def heading(ident: str) -> str:
    """An id as a heading: `data_model` becomes `Data model`."""
    return flat(ident.replace("_", " ")).capitalize()


def span(value: str, low: str, high: str) -> str:
    """The interval in words, beside the value; empty where it is the value alone."""
    if low == value == high:
        return ""
    if value in (low, high):
        return f"perhaps {high if value == low else low}"
    return f"anything from {low} to {high}"


def doubt(value: Verdict, low: Verdict, high: Verdict) -> str:
    """What a verdict might be besides, as `perhaps no hire`; empty where it is sure."""
    return span(value.label, low.label, high.label)


def steps_apart(steps: int) -> str:
    """How far a prediction was off: positive where it was too high."""
    size = {1: "one step", 2: "two steps"}.get(abs(steps), "three steps")
    return f"{size} too {'hopeful' if steps > 0 else 'hard on yourself'}"
