"""What a hostile submission may try. None of it may reach the machine, the other cases or the verdict."""

import os
import platform
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from a_coding_question import QUICK, a_case, a_question

from sparring.coding.judge import judge
from sparring.coding.judgement import Judgement, Verdict

Judge = Callable[..., Judgement]
SAFE = "result = 1"

ENDINGS = {
    "loop": ("while True: pass", Verdict.TIMEOUT),
    "sleep": ("import time\ntime.sleep(60)", Verdict.TIMEOUT),
    "deadlock": ("import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()", Verdict.TIMEOUT),
    "loop that ignores its limit": (
        "import signal\nsignal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass",
        Verdict.TIMEOUT,
    ),
    "fork bomb": ("import os\nwhile True: os.fork()", Verdict.ERROR),
    "stubborn fork bomb": (
        "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
        Verdict.TIMEOUT,
    ),
    "thread bomb": (
        "import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(9,)).start()",
        Verdict.ERROR,
    ),
    "growing memory": ("x = []\nwhile True: x.append('a' * 100_000)", Verdict.MEMORY),
    "one big allocation": ("x = bytearray(10**10)", Verdict.MEMORY),
    "memory in many processes": (
        "import os, time\nfor _ in range(4): os.fork()\nx = bytearray(b'x' * 100_000_000)\ntime.sleep(9)",
        Verdict.MEMORY,
    ),
    "output flood": ("while True: print('x' * 1000)", Verdict.OUTPUT_LIMIT),
    "flood of errors": ("import sys\nwhile True: sys.stderr.write('x' * 1000)", Verdict.OUTPUT_LIMIT),
    "flood past python": ("import os\nwhile True: os.write(1, b'x' * 1000)", Verdict.OUTPUT_LIMIT),
    "exit": ("import sys\nsys.exit(0)", Verdict.ERROR),
    "exit at once": ("import os\nos._exit(0)", Verdict.ERROR),
    "end oneself": ("import os\nos.kill(os.getpid(), 9)", Verdict.ERROR),
    "crash": ("import ctypes\nctypes.string_at(0)", Verdict.ERROR),
    "recursion": ("def f(): return f()\nf()", Verdict.ERROR),
    "deep recursion": ("import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f() + 1\nf()", Verdict.ERROR),
    "an exception that cannot be told": (
        "class Odd(Exception):\n    def __str__(self): raise self\nraise Odd",
        Verdict.ERROR,
    ),
    "an exception that is no Exception": ("class Odd(BaseException): pass\nraise Odd", Verdict.ERROR),
    "interrupt": ("raise KeyboardInterrupt", Verdict.ERROR),
    "a result that is no data": ("result = {1, 2}", Verdict.ERROR),
    "a result in a circle": ("result = []\nresult.append(result)", Verdict.ERROR),
    "a huge result": ("result = 'x' * 2_000_000", Verdict.ERROR),
    "a deep result": ("result = []\nfor _ in range(900): result = [result]", Verdict.FAILED),
    "a long number": ("result = 1 << 1_000_000", Verdict.ERROR),
    "a result that equals everything": (
        "class Any(int):\n    def __eq__(self, other): return True\nresult = Any(7)",
        Verdict.FAILED,
    ),
}

EATS_MEMORY_TOO = ("stubborn fork bomb", "deep recursion")
"""Which limit comes first depends on the version of Python and on the load."""


@pytest.mark.parametrize("name", ENDINGS)
def test_each_ends_in_its_verdict_and_the_next_case_is_fine(isolated: None, name: str) -> None:
    attack, wanted = ENDINGS[name]
    judgement = judge(a_question(a_case(attack), a_case(SAFE)), "", limits=QUICK)
    allowed = {wanted, Verdict.MEMORY} if name in EATS_MEMORY_TOO else {wanted}
    assert judgement.cases[0].verdict in allowed, judgement.cases[0].got
    assert judgement.cases[1].verdict is Verdict.PASSED


CLONE = {"x86_64": 56, "aarch64": 220}[platform.machine()]
CALL = """
def call(name, *values):
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*values) == -1:
        raise OSError(ctypes.get_errno(), name)
"""
OUT_OF_REACH = {
    "passwd": "open('/etc/passwd')",
    "home": f"os.listdir({str(Path.home())!r})",
    "this test": f"open({__file__!r})",
    "the work folder": f"os.listdir({str(Path.cwd())!r})",
    "the first process's environment": "open('/proc/1/environ')",
    "the first process's memory": "open('/proc/1/mem', 'r+b')",
    "the first process's files": "os.listdir('/proc/1/fd')",
    "write at the root": "open('/x', 'w')",
    "write to tmp": "open('/tmp/x', 'w')",
    "write to shared memory": "open('/dev/shm/x', 'w')",
    "write into the interpreter": "open(os.__file__, 'a')",
    "a program of the machine": "os.execv('/usr/bin/env', ['env'])",
    "memory as a file": "os.write(os.memfd_create('x'), b'x')",
    "internet": "socket.create_connection(('1.1.1.1', 53), 1)",
    "internet, version 6": "socket.create_connection(('2606:4700:4700::1111', 53), 1)",
    "name look-up": "socket.getaddrinfo('example.org', 80)",
    "root": "os.setuid(0)",
    "another root": "os.chroot('/proc')",
    "the devices": "open('/dev/mem', 'rb')",
    "kernel settings": "open('/proc/sys/kernel/hostname', 'w')",
    "a user namespace, where it would be root": "call('unshare', 0x10000000)",
    "a child in a user namespace": f"call('syscall', {CLONE}, 0x10000000 | 17, 0, 0, 0, 0)",
    "a child by the younger call": "call('syscall', 435, 0, 0)",
    "a mount": "call('mount', b'proc', b'/dev', b'proc', 0, None)",
    "a debugger": "call('ptrace', 0, 0, 0, 0)",
    "memory of the first process": "call('process_vm_readv', 1, None, 0, None, 0, 0)",
    "memory that no process holds": "call('shmget', 0, 4096, 0o1600)",
    "messages that no process holds": "call('msgget', 0, 0o1600)",
}


@pytest.mark.parametrize("name", OUT_OF_REACH)
def test_the_machine_is_out_of_reach(run_case: Judge, name: str) -> None:
    source = f"import ctypes, os, socket\n{CALL}\ndef reach():\n    {OUT_OF_REACH[name]}\n"
    case = run_case(source, "reach()", None, raises="OSError").cases[0]
    assert case.verdict is Verdict.PASSED, case.got


def test_threads_and_processes_of_its_own_still_start(run_case: Judge) -> None:
    source = (
        "import os, threading\n"
        "seen = []\n"
        "thread = threading.Thread(target=seen.append, args=(1,))\n"
        "thread.start()\nthread.join()\n"
        "child = os.fork()\nif child == 0: os._exit(3)\n"
        "result = seen + [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])]"
    )
    assert run_case("", source, [1, 3]).cases[0].verdict is Verdict.PASSED


def test_a_service_of_this_machine_is_out_of_reach(run_case: Judge) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        reach = f"import socket\nsocket.create_connection(('127.0.0.1', {listening.getsockname()[1]}), 1)"
        assert run_case("", reach, None, raises="OSError").cases[0].verdict is Verdict.PASSED


def test_the_environment_is_empty(run_case: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "value")
    look = (
        "import os, pathlib\n"
        "seen = str(dict(os.environ))\n"
        "for process in pathlib.Path('/proc').glob('[0-9]*'):\n"
        "    try: seen += (process / 'environ').read_text()\n"
        "    except OSError: pass\n"
        "result = 'A_SECRET' in seen"
    )
    assert run_case("", look, False).cases[0].verdict is Verdict.PASSED


def test_only_the_run_itself_is_seen(run_case: Judge) -> None:
    count = "import os\nresult = sum(name.isdigit() for name in os.listdir('/proc'))"
    assert run_case("", count, 2).cases[0].verdict is Verdict.PASSED


def test_nothing_is_written_outside(run_case: Judge, tmp_path: Path) -> None:
    target = tmp_path / "written"
    run_case("", f"import pathlib\npathlib.Path({str(tmp_path)!r}).mkdir(parents=True)\nopen({str(target)!r}, 'w')")
    assert not target.exists()


FORGERIES = {
    "print": "print('{\"value\": 1}')",
    "print like the runner": 'print(\'{"printed": "", "report": "{\\\\"value\\\\": 1}"}\')',
    "write to every channel": (
        "import os\nfor fd in range(3, 64):\n    try: os.write(fd, b'0' * 32 + b'0000000a' + b'{\"value\":1}')\n"
        "    except OSError: pass"
    ),
    "close every channel": "import os\nos.closerange(0, 64)",
    "patch json": "import json\njson.JSONEncoder.encode = lambda *a: '{\"value\": 1}'",
    "patch builtins": "import builtins\nbuiltins.len = lambda *a: 0\nbuiltins.isinstance = lambda *a: True",
    "take everything away": "import builtins\nvars(builtins).clear()",
    "patch os": "import os\nos.write = os.getpid = lambda *a: 0",
    "patch the runner": "import __main__\n__main__.attempt = __main__.encoded = lambda *a: b'{\"value\": 1}'",
    "hunt for the answer": (
        "import gc\nresult = [o for o in gc.get_objects() if isinstance(o, dict) and 'expect' in o][:1] or 7"
    ),
    "exit hook": "import atexit\natexit.register(lambda: print(1))",
}


@pytest.mark.parametrize("name", [name for name in FORGERIES if name != "patch json"])
def test_a_forgery_does_not_pass(isolated: None, name: str) -> None:
    source = f"{FORGERIES[name]}\n"
    judgement = judge(a_question(a_case("result = 7", 12345), a_case("result = 7", 12345)), source, limits=QUICK)
    assert judgement.passed == 0
    assert judgement.unjudged == 0


def test_the_expected_value_never_enters(isolated: None) -> None:
    hunt = (
        "import gc, sys\n"
        "frame, found = sys._getframe(), []\n"
        "while frame: found.append(repr(frame.f_locals) + repr(frame.f_globals)); frame = frame.f_back\n"
        "found.extend(repr(o) for o in gc.get_objects() if isinstance(o, (dict, list, tuple, str, bytes)))\n"
        "result = any(' '.join(['open', 'sesame']) in text for text in found)"
    )
    judgement = judge(a_question(a_case(hunt, "open sesame")), "")
    assert (judgement.cases[0].verdict, judgement.cases[0].got) == (Verdict.FAILED, "False")


def test_a_daemon_does_not_outlive_its_case(isolated: None) -> None:
    daemon = (
        "import os, time\n"
        "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)\n    os._exit(0)\n"
        "result = 1"
    )
    count = "import os\nresult = sum(name.isdigit() for name in os.listdir('/proc'))"
    assert judge(a_question(a_case(daemon), a_case(count, 2)), "").passed == 2


def test_no_process_is_left_behind(isolated: None) -> None:
    judge(a_question(a_case("while True: pass")), "", limits=QUICK)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_killing_everything_within_reach_is_the_submissions_own_error(run_case: Judge) -> None:
    attack = "import os\nfor pid in (-1, 1):\n    try: os.kill(pid, 9)\n    except OSError: pass\nos._exit(1)"
    judgement = run_case("", attack)
    assert judgement.cases[0].verdict is Verdict.ERROR


def test_what_is_printed_cannot_drive_a_terminal(run_case: Judge) -> None:
    case = run_case("", "print('\\x1b[2Jhello\\x07\\u202e')\nresult = '\\x1b[31m'", 0).cases[0]
    assert "hello" in case.printed
    assert not set("\x1b\x07\u202e") & set(case.printed + case.got)


def test_a_long_value_is_shown_short(run_case: Judge) -> None:
    assert len(run_case("", "result = 'x' * 10_000").cases[0].got) == 200
