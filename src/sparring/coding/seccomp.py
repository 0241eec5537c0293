"""System calls that candidate code is refused, as the program that the kernel runs before each call.

A sandbox of namespaces leaves the whole kernel to be called. What no solution to a coding question needs, and what bugs
of kernels are mostly reached by, is refused: namespaces of one's own, other processes' memory, memory that no limit
counts. libseccomp knows the numbers of each architecture; a call of another architecture ends the process.
"""

import ctypes
import errno
import os
from functools import cache

REFUSED = (
    # Namespaces and mounts of its own: within one, code is root again.
    *("unshare", "setns", "chroot", "pivot_root", "mount", "umount2", "mount_setattr", "move_mount", "open_tree"),
    *("fsopen", "fsconfig", "fsmount", "fspick", "open_by_handle_at", "name_to_handle_at", "fanotify_init"),
    # Other processes.
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp"),
    # Memory that outlives the process, or is counted nowhere.
    *("shmget", "shmat", "msgget", "semget", "mq_open", "memfd_create", "memfd_secret"),
    # Parts of the kernel that have let people out of sandboxes.
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register"),
    *("add_key", "request_key", "keyctl", "personality", "modify_ldt", "vmsplice"),
    # The machine itself; refused without rights too, and here whoever asks.
    *("init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "acct", "quotactl"),
    *("swapon", "swapoff", "syslog", "settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "iopl", "ioperm"),
)
"""System calls that fail as not permitted."""

_CLONE_NEW = (0x02000000, 0x04000000, 0x08000000, 0x10000000, 0x20000000, 0x40000000, 0x00020000)
"""Flags of `clone` that make a namespace: cgroup, uts, ipc, user, pid, net, mount; from linux/sched.h."""

_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_MASKED_EQ = 7


class _Comparison(ctypes.Structure):
    """`struct scmp_arg_cmp`: argument `arg` and `mask` gives `value`."""

    _fields_ = (
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("mask", ctypes.c_uint64),
        ("value", ctypes.c_uint64),
    )


@cache
def filter_program() -> bytes:
    """The filter as classic BPF, for `bwrap --seccomp`. Raises OSError where libseccomp is missing or refuses."""
    library = ctypes.CDLL("libseccomp.so.2")
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ALLOW)))
    if not context:
        raise OSError(errno.ENOMEM, "libseccomp made no filter")
    try:
        for name in REFUSED:
            _refuse(library, context, name, errno.EPERM)
        for flag in _CLONE_NEW:
            _refuse(library, context, "clone", errno.EPERM, _Comparison(0, _MASKED_EQ, flag, flag))
        # Its flags lie in memory, where no filter looks; the C library then falls back to clone.
        _refuse(library, context, "clone3", errno.ENOSYS)
        return _exported(library, context)
    finally:
        library.seccomp_release(context)


def _refuse(
    library: ctypes.CDLL, context: ctypes.c_void_p, name: str, error: int, when: _Comparison | None = None
) -> None:
    number = library.seccomp_syscall_resolve_name(name.encode("ascii"))
    if number < 0:
        return  # no such call on this architecture, or one younger than the library
    count, compared = (0, None) if when is None else (1, ctypes.byref(when))
    failed = library.seccomp_rule_add_array(
        context, ctypes.c_uint32(_ERRNO | error), number, ctypes.c_uint(count), compared
    )
    if failed:
        raise OSError(-failed, f"libseccomp cannot refuse {name}")


def _exported(library: ctypes.CDLL, context: ctypes.c_void_p) -> bytes:
    file = os.memfd_create("filter")
    try:
        failed = library.seccomp_export_bpf(context, file)
        if failed:
            raise OSError(-failed, "libseccomp cannot write its filter")
        size = os.lseek(file, 0, os.SEEK_CUR)
        return os.pread(file, size, 0)
    finally:
        os.close(file)
