"""How much one query may take: seconds, memory, rows, bytes, length and depth of its text.

>>> Limits().seconds, Limits(seconds=2).rows
(60.0, 100000)

The text limits are fixed: 5,000 nested braces kill the engine's process, 40 are more than anyone
needs. Memory is limited where the system lets a process limit itself and say how much it holds
(Linux); elsewhere only the time limit holds.

`leave_network` and `seal_this_process` are second walls behind the guard. To disable ``socket`` in
Python would not help: the engine is not written in Python and calls the system itself.
"""

from __future__ import annotations

import mmap
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = [
    "MOST_NESTED",
    "MOST_TEXT",
    "Limits",
    "held_bytes",
    "leave_network",
    "limit_this_process",
    "seal_this_process",
]

MOST_TEXT: Final = 64 * 1024
MOST_NESTED: Final = 40
_MIB: Final = 1024 * 1024
_STATM: Final = "/proc/self/statm"
_NEW_USER: Final = 0x10000000  # CLONE_NEWUSER and CLONE_NEWNET of unshare(2)
_NEW_NET: Final = 0x40000000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one query; `memory` is what it may take beyond what the graph takes."""

    seconds: float = 60.0
    rows: int = 100_000
    memory: int = 1024 * _MIB
    most_bytes: int = 256 * _MIB


def limit_this_process(limits: Limits, *, held: int | None = None) -> None:
    """Limit the process that calls this (a child, never the program itself), from now on.

    `held` is how much it holds before any query, if it was asked before.
    """
    import resource  # not on Windows, where no child is forked either

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    used = resource.getrusage(resource.RUSAGE_SELF)
    # a second wall: the parent stops the child by the clock, this one holds if the parent dies
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    hardest = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hardest == resource.RLIM_INFINITY or seconds < hardest:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, hardest))
    held = held_bytes() if held is None else held
    if held is not None:
        hardest = resource.getrlimit(resource.RLIMIT_AS)[1]
        most = held + limits.memory
        if hardest == resource.RLIM_INFINITY or most < hardest:
            resource.setrlimit(resource.RLIMIT_AS, (most, hardest))


def held_bytes(file: int | None = None) -> int | None:
    """Return the size of this process's address space; None where the system does not say.

    `file` is ``/proc/self/statm``, opened before the process was sealed.
    """
    try:
        said = Path(_STATM).read_bytes() if file is None else os.pread(file, 200, 0)
        return int(said.split()[0]) * mmap.PAGESIZE
    except OSError:
        return None


def leave_network() -> bool:
    """Put this process and those that it forks where there is no network, not even loopback.

    Only Linux has this, and not every container allows it; return whether it was done. The process
    must have a single thread.
    """
    if not sys.platform.startswith("linux"):  # pragma: no cover — elsewhere
        return False
    import ctypes

    try:
        unshare = ctypes.CDLL(None).unshare
    except (OSError, AttributeError):  # pragma: no cover — a C library without it
        return False
    return any(int(unshare(flags)) == 0 for flags in (_NEW_NET, _NEW_USER | _NEW_NET))


def seal_this_process() -> None:
    """Let this process open no file and no connection any more; what is open stays open."""
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
