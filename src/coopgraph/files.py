"""Files that are whole or not there: written beside the target, then renamed.

>>> import tempfile
>>> from pathlib import Path
>>> target = Path(tempfile.mkdtemp()) / "a.txt"
>>> with replacing(target) as stream:
...     _ = stream.write(b"whole")
>>> target.read_bytes()
b'whole'

A crash, a full disk or `kill -9` leaves the old file as it was. Leftovers of a killed run have
names that begin with a dot and end in ``.partial``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from coopgraph.errors import CoopgraphError, WriteError
from coopgraph.os_reasons import explain_os_error

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path, *, check: Callable[[Path], None] | None = None) -> Iterator[BinaryIO]:
    """Open a stream whose bytes become the file `path` when the block ends without an error.

    `check` sees the finished file before it gets its name and may refuse it by raising.

    Raises:
        WriteError: the folder is missing or read-only, or the disk is full.
    """
    partial: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent)
        partial = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if check is not None:
            check(partial)
        partial.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        partial.replace(path)
        partial = None
    except CoopgraphError:
        raise
    except OSError as error:
        why_en, why_fr = explain_os_error(error)
        raise WriteError(
            f"{path} could not be written: {why_en}. "
            "Choose a folder that exists, that you may write to and that has room.",
            f"Impossible d’écrire {path} : {why_fr}. "
            "Choisir un dossier qui existe, où vous pouvez écrire et qui a de la place.",
        ) from error
    finally:
        if partial is not None:
            with suppress(OSError):
                partial.unlink()


def _umask() -> int:
    """Return the mask for new files; the system offers no way to read it without setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
