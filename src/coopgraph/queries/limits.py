"""How much one query may take: seconds, memory, rows, bytes, length and depth of its text.

>>> Limits().seconds, Limits(seconds=2).rows
(60.0, 100000)

The text limits are fixed: 5,000 nested braces kill the engine's process, 40 are more than anyone
needs. Memory is limited where the system lets a process limit itself and say how much it holds
(Linux); elsewhere only the time limit holds.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["MOST_NESTED", "MOST_TEXT", "Limits", "limit_this_process"]

MOST_TEXT: Final = 64 * 1024
MOST_NESTED: Final = 40
_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one query; `memory` is what it may take beyond what the graph takes."""

    seconds: float = 60.0
    rows: int = 100_000
    memory: int = 1024 * _MIB
    most_bytes: int = 256 * _MIB


def limit_this_process(limits: Limits) -> None:
    """Limit the process that calls this (a child, never the program itself)."""
    import resource  # not on Windows, where no child is forked either

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # a second wall: the parent stops the child by the clock, this one holds if the parent dies
    seconds = int(limits.seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    held = _held_bytes()
    if held is not None:
        most = held + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _held_bytes() -> int | None:
    """Return the size of this process's address space; None where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return None
    return pages * mmap.PAGESIZE
