"""A real server on loopback, in a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

STARTS_WITHIN = 60.0


@dataclass(frozen=True)
class Served:
    """Where it answers."""

    address: str
    process: subprocess.Popen[str]

    @property
    def rooms(self) -> str:
        """The address for WebSockets."""
        return self.address.replace("http", "ws", 1)


@contextmanager
def serving(home: Path, *options: str, **environment: str) -> Iterator[Served]:
    """`sparring serve` with a data folder of its own, on any free port; ended when the block is left."""
    command = [sys.executable, "-m", "sparring.cli", "serve", "--no-browser", "--port", "0", *options]
    variables = os.environ | {"SPARRING_HOME": str(home), "PYTHONUNBUFFERED": "1"} | environment
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=variables
    ) as process:
        try:
            yield Served(_address(process), process)
        finally:
            process.terminate()
            process.communicate(timeout=20)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = process.stdout.readline()
    found = re.search(r"is at (http://\S+)", said)
    assert found, said + process.stdout.read()
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            httpx.get(found[1] + "/api/choices", timeout=5)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return found[1]
    raise AssertionError(f"{found[1]} does not answer")
