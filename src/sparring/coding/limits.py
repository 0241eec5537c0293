"""How much a case may use."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one case may use before it is stopped."""

    seconds: float = 2.0
    """Processor time, so that a busy machine does not fail a candidate."""

    wall_seconds: float = 6.0
    """Time on the clock, for what sleeps or waits on itself."""

    memory: int = 256 * MEBIBYTE
    """Bytes, over all processes of the case, beyond the bare interpreter."""

    processes: int = 32
    """Processes and threads together."""

    printed: int = 64 * 1024
    """Bytes of standard output and standard error together."""

    result: int = MEBIBYTE
    """Bytes of the result as JSON."""

    source: int = MEBIBYTE
    """Characters of the submission."""

    timeouts: int = 4
    """After so many cases out of time the rest of a submission is not run."""


LIMITS = Limits()
