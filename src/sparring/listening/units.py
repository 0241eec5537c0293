"""Units of an interview, on Pint, loaded only when a sum has to be checked."""

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from sparring.listening.errors import UnreadableQuantity
from sparring.listening.words import listed

if TYPE_CHECKING:
    from pint import UnitRegistry

_DEFINITIONS = (
    "nano- = 1e-9 = n-",
    "micro- = 1e-6 = µ- = u-",
    "milli- = 1e-3 = m-",
    "kilo- = 1e3 = k- = K-",
    "mega- = 1e6 = M-",
    "giga- = 1e9 = G-",
    "tera- = 1e12 = T-",
    "peta- = 1e15 = P-",
    "exa- = 1e18 = E-",
    "kibi- = 1024 = Ki-",
    "mebi- = 1048576 = Mi-",
    "gibi- = 1073741824 = Gi-",
    "tebi- = 1099511627776 = Ti-",
    "second = [time] = s = sec",
    "minute = 60 * second = min",
    "hour = 60 * minute = h = hr",
    "day = 24 * hour = d",
    "week = 7 * day",
    "month = 30.4 * day",
    "year = 365 * day = yr",
    "bit = [information]",
    "byte = 8 * bit = B = octet",
    "percent = 0.01 = %",
)
_COUNTS = listed(
    """request user message item post event read write notification follower connection node server shard
    replica partition key row record object file document query operation search click view session
    device region tenant account photo image video upload job task lookup entry update delivery"""
)


_MAKING = Lock()


def registry() -> "UnitRegistry[Any]":
    """The registry, made once. The first call imports Pint; a round may call it beforehand so that no answer waits.

    Quantities of two registries do not mix, so two threads that ask at once must get the same one.
    """
    with _MAKING:
        return _made()


@lru_cache(maxsize=1)
def _made() -> "UnitRegistry[Any]":
    from pint import UnitRegistry

    made: UnitRegistry[Any] = UnitRegistry(None, cache_folder=None)
    for definition in _DEFINITIONS:
        made.define(definition)
    for name in sorted(_COUNTS):
        made.define(f"{name} = []")
    return made


def base(expression: str) -> tuple[float, str]:
    """Magnitude and dimension of an expression such as `2.3e5 request/second`, in seconds and bits; counts are pure.

    Raises UnreadableQuantity where it is no number with known units.
    """
    from pint import PintError

    try:
        found: Any = registry().Quantity(expression).to_base_units()
        return float(found.magnitude), dimension(found)
    except (PintError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError, AssertionError) as error:
        # Pint asserts where an operator lacks its operand.
        raise UnreadableQuantity(expression, str(error)) from error


def dimension(quantity: Any) -> str:
    """Dimension of a Pint quantity as text, counts left out: `[information] / [time]`."""
    kept = {name: power for name, power in quantity.dimensionality.items() if power}
    return " ".join(f"{name}^{power:g}" for name, power in sorted(kept.items()))
