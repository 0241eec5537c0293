"""A running sandbox: one bubblewrap, asked case after case."""

import json
import os
import secrets
import select
import selectors
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Self

from sparring.coding.errors import NoIsolation, SandboxDied
from sparring.coding.isolation import Isolation, tasks_outside, ways
from sparring.coding.limits import LIMITS, Limits
from sparring.coding.seccomp import filter_program

GRACE = 10.0
"""Seconds beyond a case's limit after which the sandbox counts as dead; generous, since machines are busy."""

INSTALL = "Install it (Debian, Ubuntu: `apt-get install bubblewrap`; Fedora: `dnf install bubblewrap`)."
INSTALL_FILTER = "Install it (Debian, Ubuntu: `apt-get install libseccomp2`; Fedora: `dnf install libseccomp`)."
ALLOW = (
    "Allow unprivileged user namespaces (`sysctl kernel.unprivileged_userns_clone=1`, on Ubuntu 24.04 also "
    "`sysctl kernel.apparmor_restrict_unprivileged_userns=0`), or run outside the container."
)

PROBE = """
import ctypes, os, resource, socket

def isolation():
    children = []
    try:
        while len(children) < 200:
            child = os.fork()
            if child == 0:
                os.read(os.pipe()[0], 1)
            children.append(child)
    except OSError:
        pass
    try:
        open("/written", "w")
        wrote = True
    except OSError:
        wrote = False
    return {
        "root": os.geteuid() == 0,
        "forks_forever": len(children) == 200,
        "writes": wrote,
        "makes_namespaces": ctypes.CDLL(None).unshare(0x10000000) == 0,
        "network": [name for _, name in socket.if_nameindex() if name != "lo"],
        "sees": sorted(set(os.listdir("/")) - {"dev", "lib", "lib64", "proc", "python", "usr"}),
    }
"""
ISOLATED: dict[str, object] = {
    "root": False,
    "forks_forever": False,
    "writes": False,
    "makes_namespaces": False,
    "network": [],
    "sees": [],
}


@dataclass(frozen=True, slots=True)
class Report:
    """How one run inside ended; exactly one of `value`, `raised`, `stopped` and `died` says how."""

    value: object = None
    raised: tuple[str, ...] = ()
    """Class names of the exception, from its own up to `object`."""

    message: str = ""
    line: int | None = None
    """Line of the submission the exception came from."""

    loading: bool = False
    """True where it came while the submission was loaded, before the case ran."""

    stopped: str = ""
    """The limit that was passed: `timeout`, `memory` or `output_limit`."""

    died: str = ""
    """How the process ended without a report."""

    printed: str = ""


@cache
def available() -> Isolation:
    """The isolation this machine has, tried once with a run that looks for every way out; NoIsolation if none."""
    tried = list(ways())
    if not tried:
        raise NoIsolation("bubblewrap (`bwrap`) is not installed.", INSTALL)
    try:
        filter_program()
    except OSError as error:
        raise NoIsolation(f"libseccomp does not work here: {error}.", INSTALL_FILTER) from error
    for isolation in tried:
        problem = _leak(isolation)
        if problem is None:
            return isolation
    raise NoIsolation(f"bubblewrap is installed but does not isolate here: {problem}.", ALLOW)


def _leak(isolation: Isolation) -> str | None:
    """What a run inside could do that it must not; None where it is shut in."""
    try:
        with Sandbox(isolation) as sandbox:
            report = sandbox.ask(PROBE, "result = isolation()")
    except SandboxDied as error:
        return str(error)
    if not isinstance(report.value, dict):
        return f"the trial run {report.died or report.stopped or report.message}"
    leaks = [key for key, fine in ISOLATED.items() if report.value.get(key) != fine]
    return f"a trial run inside was not held back ({', '.join(leaks)})" if leaks else None


class Sandbox:
    """One bubblewrap with the runner inside. Use it as a context; it ends with everything in it."""

    def __init__(self, isolation: Isolation, limits: Limits = LIMITS) -> None:
        """A sandbox for cases with these limits; nothing runs before the first request."""
        self._isolation = isolation
        self._limits = replace(limits, processes=limits.processes + tasks_outside(isolation))
        self._process: subprocess.Popen[bytes] | None = None
        self._inside: int | None = None

    def __enter__(self) -> Self:
        """Start it."""
        program = Path(__file__).with_name("runner.py").read_text(encoding="utf-8")
        status_out, status_in = os.pipe()
        refused = _file_of(filter_program())
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own command line
                self._isolation.command(program, status_in, refused),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={},
                pass_fds=(status_in, refused),
                start_new_session=True,
            )
        finally:
            os.close(status_in)
            os.close(refused)
        with os.fdopen(status_out, "rb") as status:
            ready, _, _ = select.select([status], [], [], GRACE)
            self._inside = _pid_in(status.readline()) if ready else None
        return self

    def __exit__(self, *error: object) -> None:
        """End it: first by saying that no more requests come, then by force."""
        process = self._running()
        try:
            process.communicate(timeout=2)
        except subprocess.TimeoutExpired:
            self._kill_inside()
            process.kill()
            process.communicate()

    def ask(self, source: str, run: str) -> Report:
        """Load `source` in a fresh process and run the statements `run`; SandboxDied if there is no answer."""
        request = {
            "source": source,
            "run": run,
            "nonce": secrets.token_hex(16),
            "limits": asdict(self._limits),
            "become": self._isolation.become,
        }
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError as error:
            raise SandboxDied(self._last_words()) from error
        return _report(json.loads(self._line()))

    def _line(self) -> bytes:
        """The next line from inside."""
        process, held = self._running(), b""
        assert process.stdout is not None
        deadline = time.monotonic() + self._limits.wall_seconds + GRACE
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while not held.endswith(b"\n"):
                if not selector.select(deadline - time.monotonic()):
                    self._kill_inside()
                    raise SandboxDied("it did not answer in time")
                chunk = os.read(process.stdout.fileno(), 1 << 16)
                if not chunk:
                    raise SandboxDied(self._last_words())
                held += chunk
        return held

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise SandboxDied("it was never started")
        return self._process

    def _kill_inside(self) -> None:
        """End the first process inside, and so all of them. While bubblewrap waits for it, its id is nobody else's."""
        if self._inside is not None and self._running().poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self._inside, signal.SIGKILL)

    def _last_words(self) -> str:
        """What bubblewrap said when it ended."""
        self._kill_inside()
        assert self._process is not None and self._process.stderr is not None
        said = self._process.stderr.read().decode("utf-8", "replace").strip().splitlines()
        return said[-1] if said else "it ended without a word"


def _file_of(data: bytes) -> int:
    """A file in memory that holds the data, to be read from its start."""
    file = os.memfd_create("filter")
    os.write(file, data)
    os.lseek(file, 0, os.SEEK_SET)
    return file


def _pid_in(line: bytes) -> int | None:
    try:
        return int(json.loads(line)["child-pid"])
    except (ValueError, KeyError):
        return None


def _report(reply: dict[str, Any]) -> Report:
    """A reply of the runner as a report; what the child itself wrote is looked at with suspicion."""
    printed = str(reply.get("printed", ""))
    if "report" not in reply:
        return Report(stopped=reply.get("stopped", ""), died=reply.get("died", ""), printed=printed)
    try:
        said = json.loads(reply["report"])
        if "value" in said:
            return Report(value=said["value"], printed=printed)
        line = said["line"] if isinstance(said["line"], int) else None
        raised = tuple(str(name) for name in said["raised"])
        return Report(
            raised=raised or ("Exception",),
            message=str(said["message"]),
            line=line,
            loading=said["loading"] is True,
            printed=printed,
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return Report(died="gave a result that cannot be read", printed=printed)
