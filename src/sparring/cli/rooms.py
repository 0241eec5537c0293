"""Opens what the commands work with: the bank and the store."""

from datetime import UTC, datetime

from sparring.bank import Bank
from sparring.domain.round import Altitude, Round
from sparring.session import own
from sparring.session.errors import UnknownChoice
from sparring.store import Store, default_path


def open_bank() -> Bank:
    """The shipped bank, with the user's own questions beside it."""
    return own.open_bank()


def open_store() -> Store:
    """The sessions of this machine."""
    return Store.open(default_path())


def now() -> datetime:
    """The wall clock, which only the edge may read."""
    return datetime.now(UTC)


def round_named(name: str) -> Round:
    """The round of that name; spaces and hyphens are forgiven."""
    wanted = name.strip().lower().replace("-", "_").replace(" ", "_")
    for round_ in Round:
        if wanted in (round_.value, round_.value.replace("_", "")) or (wanted == "design" and "design" in round_.value):
            return round_
    raise UnknownChoice(f"There is no '{name}' round. Choose coding, system_design, behavioral or loop.")


def level_named(name: str) -> Altitude:
    """The target level of that name."""
    wanted = name.strip().lower()
    if wanted not in ("mid", "senior", "staff"):
        raise UnknownChoice(f"There is no level '{name}'. Choose mid, senior or staff.")
    return Altitude(wanted)
