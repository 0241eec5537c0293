"""How the server runs, and what it refuses to run as."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from sparring.server.errors import NotServable

PORT = 8722
SHORTEST_PASSWORD = 12
PASSWORD = "SPARRING_PASSWORD"  # noqa: S105  # the variable's name


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is settled before the server begins."""

    place: str | Path
    """The store: a file or a database address."""

    host: str = "127.0.0.1"
    port: int = PORT
    password: str = ""
    """Asked of everybody where it is set; must be set to listen beyond this machine."""

    def __post_init__(self) -> None:
        """Refuse to be reachable from elsewhere without a password. Raises NotServable."""
        if self.password and len(self.password) < SHORTEST_PASSWORD:
            raise NotServable(
                f"{PASSWORD} is too short to keep anybody out; use {SHORTEST_PASSWORD} characters or more."
            )
        if not self.loopback and not self.password:
            raise NotServable(
                f"{self.host} can be reached from other machines, and sessions are private. Set {PASSWORD} to a "
                "password first, or leave --host out to serve this machine alone."
            )

    @property
    def loopback(self) -> bool:
        """Only programs on this machine can connect."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
