"""How bubblewrap is asked to isolate: nothing to write on, nothing to read but the interpreter, no network."""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SYSTEM_LIBRARIES = ("/usr/lib", "/usr/lib64", "/lib", "/lib64")
INSIDE = "/python"
UNPRIVILEGED = 61_184
"""First of a range of user ids that no account has."""


@dataclass(frozen=True, slots=True)
class Isolation:
    """A way to isolate that was tried on this machine."""

    bubblewrap: str
    """Path of the program."""

    become: int | None
    """User id that candidate code gets, where we are root; None where a user namespace does it."""

    def command(self, program: str, status_fd: int, filter_fd: int) -> list[str]:
        """What starts `program` (Python source) as the first process of a sandbox.

        bubblewrap writes to `status_fd` which process it started, and reads from `filter_fd` what `seccomp.py` refuses.
        """
        namespaces = ["--unshare-ipc", "--unshare-net", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try"]
        return [
            self.bubblewrap,
            *namespaces,
            *self._rights(),
            *("--as-pid-1", "--die-with-parent", "--new-session", "--json-status-fd", str(status_fd)),
            *("--seccomp", str(filter_fd)),
            *_libraries(),
            *_interpreter(),
            *("--proc", "/proc", "--dir", "/dev"),
            *("--dev-bind", "/dev/null", "/dev/null", "--dev-bind", "/dev/urandom", "/dev/urandom"),
            *("--remount-ro", "/", "--chdir", "/", "--hostname", "sandbox"),
            *_environment(),
            *(f"{INSIDE}/bin/python3", "-P", "-s", "-S", "-B", "-u", "-c", program),
        ]

    def _rights(self) -> list[str]:
        """Root keeps just what it needs to start children as nobody and to end them."""
        if self.become is None:
            return ["--unshare-user", "--cap-drop", "ALL"]
        kept = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL")
        return ["--cap-drop", "ALL", *(part for right in kept for part in ("--cap-add", right))]


def ways() -> Iterator[Isolation]:
    """Every way worth trying here, best first; none where bubblewrap is not installed."""
    program = shutil.which("bwrap")
    if program is None:
        return
    if os.geteuid() == 0:
        # An id of its own for each process of ours, since limits on processes count by id.
        yield Isolation(program, UNPRIVILEGED + os.getpid() % 4000)
    yield Isolation(program, None)


def tasks_outside(isolation: Isolation) -> int:
    """How many tasks the sandbox's user already has: kernels before 5.14 count them against the limit inside."""
    if isolation.become is not None:
        return 0
    count, me = 0, os.geteuid()
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and process.stat().st_uid == me:
                count += sum(1 for _ in (process / "task").iterdir())
        except OSError:
            continue  # it ended meanwhile
    return count


def _libraries() -> Iterator[str]:
    yield from ("--dir", "/usr")
    for folder in SYSTEM_LIBRARIES:
        if Path(folder).exists():
            yield from ("--ro-bind", folder, folder)


def _interpreter() -> Iterator[str]:
    """The interpreter and its standard library, without the packages beside it being of use."""
    standard = sysconfig.get_path("stdlib")
    # bubblewrap makes missing parents for root alone.
    for folder in ("", "/bin", f"/{sys.platlibdir}", "/own"):
        yield from ("--dir", INSIDE + folder)
    yield from ("--ro-bind", os.path.realpath(sys.executable), f"{INSIDE}/bin/python3")
    yield from ("--ro-bind", standard, f"{INSIDE}/{sys.platlibdir}/{Path(standard).name}")
    shared = Path(sysconfig.get_config_var("LIBDIR") or "") / (sysconfig.get_config_var("INSTSONAME") or "")
    if ".so" in shared.name and shared.exists():
        yield from ("--ro-bind", str(shared.resolve()), f"{INSIDE}/own/{shared.name}")


def _environment() -> Iterator[str]:
    settings = {
        "PYTHONHOME": INSIDE,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LD_LIBRARY_PATH": f"{INSIDE}/own",
        # Each arena reserves 64 MiB of addresses, which would count as memory used.
        "MALLOC_ARENA_MAX": "1",
    }
    for name, value in settings.items():
        yield from ("--setenv", name, value)
