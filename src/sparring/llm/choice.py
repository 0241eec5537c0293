"""Which language model the user has chosen, by three variables of the environment."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sparring.llm.errors import Refused

NAME, URL, KEY = "SPARRING_MODEL", "SPARRING_MODEL_URL", "SPARRING_MODEL_KEY"
"""Variables of the environment: a key is nowhere else, and never written down."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A language model of the user's choice."""

    name: str
    """With `url`, as the server there calls it; without, `provider:model`."""

    url: str = ""
    """Where a server speaks the OpenAI protocol, e.g. `http://127.0.0.1:11434/v1`; empty for a provider's own."""

    key: str = ""
    """Empty where the server wants none, or the provider's own variable holds it."""

    def __repr__(self) -> str:
        # A key must not get into a log or a traceback.
        return f"Choice({self.name!r}, {self.url!r})"

    @property
    def where(self) -> str:
        """Where a transcript goes: `this machine`, the name of a host, or that of a provider."""
        if not self.url:
            return self.name.partition(":")[0]
        host = urlsplit(self.url).hostname or self.url
        return "this machine" if _here(host) else host


def choice_of(environ: Mapping[str, str] = os.environ) -> Choice | None:
    """The model that the environment names; None where it names none. Raises Refused where it cannot be one."""
    name, url = environ.get(NAME, "").strip(), environ.get(URL, "").strip()
    if not name:
        return None
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise Refused(f"{URL} is {url!r}, which is no address; write http://127.0.0.1:11434/v1, for instance.")
    if not url and ":" not in name:
        raise Refused(
            f"{NAME} is {name!r}. Without {URL} it needs its provider before it, as in openai:{name}; a model on this "
            f"machine needs {URL}, such as http://127.0.0.1:11434/v1."
        )
    return Choice(name, url, environ.get(KEY, "").strip())


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
