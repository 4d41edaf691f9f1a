"""A lock between processes that the system releases when its holder ends, however it ends.

>>> import pathlib, tempfile
>>> path = pathlib.Path(tempfile.mkdtemp(), "lock")
>>> with held_lock(path):
...     try:
...         with held_lock(path):
...             pass
...     except StoreError:
...         print("another build is running")
another build is running
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from coopgraph.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["held_lock"]


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; it is removed in the end.

    Raises:
        StoreError: another process holds it.
    """
    with path.open("ab") as stream:
        if not _take(stream) or not _is_the_file(stream, path):
            raise StoreError(
                f"Another build is running in {path.parent}: wait until it has ended.",
                f"Une autre construction est en cours dans {path.parent} : attendre sa fin.",
            )
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _take(stream: IO[bytes]) -> bool:
    """Lock the open file; tell whether it was free."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_the_file(stream: IO[bytes], path: Path) -> bool:
    """Tell whether the locked file still bears its name: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(stream.fileno()), path.stat())
    except FileNotFoundError:
        return False
