"""Which language model the user has chosen, by three variables of the environment."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sparring.llm.errors import NotChosen, Refused

NAME, URL, KEY = "SPARRING_MODEL", "SPARRING_MODEL_URL", "SPARRING_MODEL_KEY"
"""Variables of the environment: a key is nowhere else, and never written down."""

OPENAI = "OPENAI_BASE_URL"
"""Where the library of that provider goes in place of its usual address, where it is set."""

EXAMPLE = "http://127.0.0.1:11434/v1"


@dataclass(frozen=True, slots=True)
class Choice:
    """A language model of the user's choice."""

    name: str
    """With `url`, as the server there calls it; without, `provider:model`."""

    url: str = ""
    """Where a server speaks the OpenAI protocol, e.g. `http://127.0.0.1:11434/v1`; empty for a provider's own."""

    key: str = ""
    """Empty where the server wants none, or the provider's own variable holds it."""

    base: str = ""
    """Where a provider's own library goes by its own variable, in place of its usual address."""

    def __repr__(self) -> str:
        # A key, or a name and password in an address, must not get into a log or a traceback.
        return f"Choice({self.name!r}, {self.address!r})"

    @property
    def address(self) -> str:
        """The address as it may be shown: without name, password and query."""
        parts = urlsplit(self.url or self.base)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{host}{port}{parts.path}" if host else ""

    @property
    def where(self) -> str:
        """Where a transcript goes: `this machine`, the name of a host, or that of a provider."""
        host = urlsplit(self.url or self.base).hostname
        if host is None:
            return self.name.partition(":")[0]
        return "this machine" if _here(host) else host


def choice_of(environ: Mapping[str, str] = os.environ) -> Choice | None:
    """The model that the environment names; None where it names none. Raises Refused where it cannot be one."""
    name, url = environ.get(NAME, "").strip(), environ.get(URL, "").strip()
    if not name:
        return None
    if not url and ":" not in name:
        raise Refused(
            f"{NAME} is {name!r}. Without {URL} it needs its provider before it, as in openai:{name}; a model on this "
            f"machine needs {URL}, such as {EXAMPLE}."
        )
    base = environ.get(OPENAI, "").strip() if not url and name.startswith("openai:") else ""
    for variable, address in ((URL, url), (OPENAI, base)):
        if address and not _reachable(address):
            raise Refused(f"{variable} is no address that can be asked; write it like {EXAMPLE}.")
    return Choice(name, url, environ.get(KEY, "").strip(), base)


def chosen() -> Choice:
    """As `choice_of` the environment, for whoever cannot do without. Raises NotChosen, Refused."""
    choice = choice_of()
    if choice is None:
        raise NotChosen
    return choice


def _reachable(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
