"""Several tables replaced at once: all of them or none, whenever the machine stops.

New texts are written into ``.import/`` inside the folder; once all are on the disk, the file
``ready`` there says so and tells the old and the new digest of each. From then on the change counts
as made: `finish_interrupted` completes it after a crash. Without ``ready`` nothing has happened,
and the leftovers are removed:

>>> import tempfile
>>> folder = Path(tempfile.mkdtemp())
>>> replace_tables(folder, {"themes.csv": b"id", "ids.lock": b"themes mer"})
>>> sorted(path.name for path in folder.iterdir())
['ids.lock', 'themes.csv']
>>> (folder / ".import").mkdir()
>>> finish_interrupted(folder)
False

Who only reads a folder asks `refuse_interrupted`. The caller holds a lock against other writers.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from coopgraph.errors import DataError, WriteError
from coopgraph.os_reasons import explain_os_error

__all__ = ["PENDING", "finish_interrupted", "refuse_interrupted", "replace_tables"]

PENDING: Final = ".import"
_READY: Final = "ready"


def replace_tables(folder: Path, texts: Mapping[str, bytes]) -> None:
    """Replace the files of these names, all of them or none.

    Raises:
        WriteError: the folder cannot be written to; either nothing is replaced, or the replacement
            is ready and the next `finish_interrupted` completes it.
    """
    if not texts:
        return
    try:
        _write_pending(folder, texts)
        _replace_all(folder)
    except OSError as error:
        english, french = explain_os_error(error)
        if not (folder / PENDING / _READY).exists():
            shutil.rmtree(folder / PENDING, ignore_errors=True)
        raise WriteError(
            f"{folder} could not be written: {english}.",
            f"Impossible d’écrire dans {folder}\N{NO-BREAK SPACE}: {french}.",
        ) from error


def finish_interrupted(folder: Path) -> bool:
    """Complete a replacement that was interrupted, or remove what is left of one that never began.

    Tell whether tables were replaced.

    Raises:
        DataError: a table was changed by hand since.
        WriteError: the folder cannot be written to.
    """
    if not (folder / PENDING).is_dir():
        return False
    ready = (folder / PENDING / _READY).exists()
    try:
        if ready:
            _replace_all(folder)
        else:
            shutil.rmtree(folder / PENDING)
    except OSError as error:
        english, french = explain_os_error(error)
        raise WriteError(
            f"{folder} could not be written: {english}.",
            f"Impossible d’écrire dans {folder}\N{NO-BREAK SPACE}: {french}.",
        ) from error
    return ready


def refuse_interrupted(folder: Path) -> None:
    """Refuse a folder whose tables are being replaced, or were not all replaced.

    Raises:
        DataError: they are.
    """
    if (folder / PENDING / _READY).exists():
        raise DataError(
            f"An import into {folder} was interrupted: complete it with"
            f" “coopgraph fmt --data {folder}”.",
            f"Une importation dans {folder} a été interrompue\N{NO-BREAK SPACE}: la terminer par"
            f" «\N{NO-BREAK SPACE}coopgraph fmt --data {folder}\N{NO-BREAK SPACE}».",
        )


def _write_pending(folder: Path, texts: Mapping[str, bytes]) -> None:
    pending = folder / PENDING
    pending.mkdir(exist_ok=True)
    digests = {}
    for name, text in texts.items():
        _write_through(pending / name, text)
        digests[name] = [_digest(folder / name), sha256(text).hexdigest()]
    _write_through(pending / f"{_READY}.partial", json.dumps(digests).encode())
    _settle(pending)
    (pending / f"{_READY}.partial").replace(pending / _READY)
    _settle(pending)


def _replace_all(folder: Path) -> None:
    """Give every pending file its name, once no table was changed by anybody else."""
    pending = folder / PENDING
    digests = json.loads((pending / _READY).read_text("utf-8"))
    waiting = [name for name in sorted(digests) if (pending / name).exists()]
    for name in waiting:
        if _digest(folder / name) not in digests[name]:
            raise DataError(
                f"{folder / name} was changed while an import was interrupted: keep your version"
                f" elsewhere, remove {pending}, and import again.",
                f"{folder / name} a été modifié alors qu’une importation était interrompue"
                f"\N{NO-BREAK SPACE}: mettre votre version de côté, supprimer {pending}, puis"
                " importer de nouveau.",
            )
    for name in waiting:
        target = (folder / name).resolve()  # a link stays a link
        if target.exists():
            (pending / name).chmod(target.stat().st_mode & 0o777)
        (pending / name).replace(target)
    _settle(folder)
    shutil.rmtree(pending)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _write_through(path: Path, text: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Have the names of a folder written to the disk, where the system can."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
