"""The first process inside the sandbox: forks one child per case and reports how it ended.

Its text is handed to the interpreter there; nothing imports it. It is process 1 of its namespace, so nothing a child
sends can end it, every orphan comes back to it, and `kill(-1)` between cases leaves no daemon behind. Candidate code
runs in children alone. A request is one line of JSON on standard input, a reply one line on standard output; children
have neither. A child reports over a pipe of its own, behind a number that is new for each request.

Expected values never come here.
"""

import builtins
import contextlib
import ctypes
import json
import math
import os
import resource
import select
import signal
import sys
import time
import types
from collections.abc import Mapping
from typing import Any, NoReturn

POLL = 0.02
PAGE = os.sysconf("SC_PAGE_SIZE")
HEAD = 40
"""A report begins with 32 digits that only this request knows, then its length in 8 digits."""

SPARE = 32 * 1024 * 1024
"""Memory a child gets back to report that it had none left."""

ENCODE = json.JSONEncoder().encode
Json = dict[str, Any]


def main() -> None:
    """Answer requests until there are no more.

    Anywhere but as the first process of a namespace, `kill(-1)` would end the user's own processes: refuse.
    """
    if os.getpid() != 1:
        sys.exit("not isolated: this is not the first process of its namespace")
    ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: children may not look into this process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = os.fdopen(os.dup(0), "rb")
    for line in requests:
        write_all(1, json.dumps(run(json.loads(line))).encode("ascii") + b"\n")


def run(request: Json) -> Json:
    """Run one case in a child of its own; what it reported, or what stopped it."""
    report_out, report_in = os.pipe()
    printed_out, printed_in = os.pipe()
    pid = os.fork()
    if pid == 0:
        be_the_child(request, report_in, printed_in)
    os.close(report_in)
    os.close(printed_in)
    try:
        return Watch(pid, request, report_out, printed_out).until_over()
    finally:
        end_all_children()
        os.close(report_out)
        os.close(printed_out)


class Watch:
    """One child, watched until its report, its end, or a limit, whichever is first."""

    def __init__(self, pid: int, request: Json, report_fd: int, printed_fd: int) -> None:
        self.pid = pid
        self.nonce: bytes = request["nonce"].encode("ascii")
        self.limits: Json = request["limits"]
        self.deadline = time.monotonic() + self.limits["wall_seconds"]
        self.bare = private_memory("self")
        self.report = Pipe(report_fd, HEAD + self.limits["result"])
        self.printed = Pipe(printed_fd, self.limits["printed"] + 1)

    def until_over(self) -> Json:
        """The reply."""
        ended = stop = None
        while ended is None and stop is None and not self.reported():
            open_fds = [pipe.fd for pipe in (self.report, self.printed) if pipe.open]
            select.select(open_fds, [], [], POLL)
            ended = end_of(self.pid)
            self.report.drain()
            self.printed.drain()
            stop = self.over_a_limit()
        text = self.printed.held[: self.limits["printed"]].decode("utf-8", "replace")
        return {"printed": text, **(self.outcome(ended) if stop is None else {"stopped": stop})}

    def reported(self) -> bool:
        """Whether a whole report is there, or something that cannot become one."""
        head = self.report.held[:HEAD]
        if len(head) < HEAD:
            return False
        if head[:32] != self.nonce or not head[32:].isdigit():
            return True
        return len(self.report.held) >= HEAD + int(head[32:])

    def over_a_limit(self) -> str | None:
        """Which limit is passed, if any."""
        if len(self.printed.held) > self.limits["printed"]:
            return "output_limit"
        others = [name for name in os.listdir("/proc") if name.isdigit() and name != "1"]  # noqa: PTH208
        if sum(max(0, private_memory(name) - self.bare) for name in others) > self.limits["memory"]:
            return "memory"
        return "timeout" if time.monotonic() > self.deadline else None

    def outcome(self, ended: tuple[int, float] | None) -> Json:
        """The child's report, or how it ended without one."""
        head, body = self.report.held[:HEAD], self.report.held[HEAD:]
        if head[:32] == self.nonce and self.reported():
            return {"report": body[: int(head[32:])].decode("ascii", "replace")}
        if ended is None or head:
            return {"died": "wrote into the channel of the results"}
        status, seconds = ended
        code = os.waitstatus_to_exitcode(status)
        if code in (-signal.SIGXCPU, -signal.SIGKILL) and seconds > 0.8 * self.limits["seconds"]:
            return {"stopped": "timeout"}
        return {"died": f"ended the process with status {code}" if code >= 0 else f"crashed with signal {-code}"}


class Pipe:
    """The reading end of a pipe from a child, read up to a limit."""

    def __init__(self, fd: int, limit: int) -> None:
        os.set_blocking(fd, False)
        self.fd = fd
        self.limit = limit
        self.held = b""
        self.open = True

    def drain(self) -> None:
        """Take what is there."""
        while self.open and len(self.held) < self.limit:
            try:
                chunk = os.read(self.fd, self.limit - len(self.held))
            except BlockingIOError:
                return
            self.held += chunk
            self.open = bool(chunk)
        self.open = False


def end_of(pid: int) -> tuple[int, float] | None:
    """A child's wait status and processor seconds, once it has ended."""
    ended, status, usage = os.wait4(pid, os.WNOHANG)
    return (status, usage.ru_utime + usage.ru_stime) if ended else None


def end_all_children() -> None:
    """End every other process of the namespace, and wait until none is left."""
    while True:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def private_memory(process: str) -> int:
    """Bytes a process holds besides files: its own, and what it shares; 0 once it is gone."""
    held = 0
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - starts bare
            for line in status:
                if line.startswith(("RssAnon:", "RssShmem:")):
                    held += int(line.split()[1]) * 1024
    except OSError:
        return 0
    return held


def write_all(fd: int, data: bytes) -> None:
    """Write everything."""
    while data:
        data = data[os.write(fd, data) :]


def be_the_child(request: Json, report_fd: int, printed_fd: int) -> NoReturn:
    """Give up everything, run the candidate's code and the case, report, and end."""
    try:
        take_only(report_fd, printed_fd)
        confine(request)
        me = os.getpid()
        report = attempt(request)
        if os.getpid() == me:
            body = encoded(report, request["limits"]["result"])
            write_all(report_fd, request["nonce"].encode("ascii") + b"%08d" % len(body) + body)
    finally:
        os._exit(70)


def take_only(report_fd: int, printed_fd: int) -> None:
    """Close everything the child was born with but its two pipes."""
    nothing = os.open("/dev/null", os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(printed_fd, 1)
    os.dup2(printed_fd, 2)
    os.closerange(3, report_fd)
    os.closerange(report_fd + 1, 256)


def confine(request: Json) -> None:
    """Set the limits, then become nobody."""
    limits = request["limits"]
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        memory = int(statm.read().split()[0]) * PAGE + limits["memory"]
    seconds = math.ceil(limits["seconds"])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory + SPARE))
    resource.setrlimit(resource.RLIMIT_NPROC, (limits["processes"], limits["processes"]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if request["become"] is not None:
        os.setgroups([])
        os.setresgid(*[request["become"]] * 3)
        os.setresuid(*[request["become"]] * 3)


def attempt(request: Json) -> Json:
    """Load the submission and run the case; the result, or the exception."""
    loading = True
    try:
        module = types.ModuleType("submission")
        sys.modules["submission"] = module
        exec(compile(request["source"], "submission.py", "exec"), module.__dict__)  # noqa: S102
        loading = False
        names = {name: value for name, value in vars(module).items() if not name.startswith("_")}
        names["__builtins__"] = builtins
        exec(compile(request["run"], "case.py", "exec"), names)  # noqa: S102
        return {"value": names.get("result")}
    except BaseException as error:
        resource.setrlimit(resource.RLIMIT_AS, (resource.getrlimit(resource.RLIMIT_AS)[1],) * 2)
        return {"loading": loading, **described(error)}


def described(error: BaseException) -> Json:
    """An exception as data: its class and bases, what it says, and the submission's line it came from."""
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == "submission.py" else None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "submission.py":
            line = trace.tb_lineno
        trace = trace.tb_next
    error.__traceback__ = None
    try:
        message = (error.msg if isinstance(error, SyntaxError) else str(error))[:500]
    except BaseException:
        message = ""
    return {"raised": [kind.__name__ for kind in type(error).__mro__], "message": message, "line": line}


def encoded(report: Mapping[str, Any], limit: int) -> bytes:
    """The report as JSON; one that cannot be, or is too large, becomes the error that says so."""
    try:
        body: bytes = ENCODE(report).encode("ascii")
        if len(body) <= limit:
            return body
        problem = f"the result has {len(body)} bytes, at most {limit} are allowed"
    except BaseException as error:
        problem = f"the result is no plain data: {type(error).__name__}"
    return ENCODE({"loading": False, "raised": ["NotPlainData"], "message": problem, "line": None}).encode("ascii")


if __name__ == "__main__":
    main()
