"""The program's end of the process that makes workers (see `coopgraph.queries.workers`).

It is a fork of the program where that is safe, which shares the store in memory and takes
milliseconds; else a fresh interpreter that the store is handed to. A fork is safe if this process
has one thread: no other can then hold a lock that the copy would wait for in vain.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from pyoxigraph import RdfFormat, Store

from coopgraph.errors import StoreError
from coopgraph.queries.workers import ORDER, keep_workers

__all__ = ["Forker", "generation_of"]

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from coopgraph.queries.workers import main; main()"
)


class _Renewable(Protocol):
    """What is needed of a worker here."""

    number: int

    def connect(self, link: socket.socket) -> None: ...  # pragma: no cover


class Forker:
    """The process that makes workers; if somebody kills it, the next order starts another."""

    def __init__(self, source: Store | Path) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | int | None = None
        self._control = self._started()

    def renew(self, worker: _Renewable) -> None:
        """Kill the process of the worker, if there is one, and have another made."""
        mine, theirs = socket.socketpair()
        with self._lock, theirs:
            order = ORDER.pack(worker.number, False)
            try:
                socket.send_fds(self._control, [order], [theirs.fileno()])
            except OSError:
                self._end()
                self._control = self._started()
                socket.send_fds(self._control, [order], [theirs.fileno()])
        worker.connect(mine)

    def hold_back(self, worker: _Renewable) -> None:
        """Let the process of the worker run only where no other wants to; it stays so."""
        with self._lock, suppress(OSError):
            self._control.send(ORDER.pack(worker.number, True))

    def close(self) -> None:
        """End the process, and with it all workers."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        self._control.close()
        process, self._process = self._process, None
        if isinstance(process, int):
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
        elif process is not None:
            process.wait()

    def _started(self) -> socket.socket:
        mine, theirs = socket.socketpair()
        try:
            with theirs:
                self._process = self._forked(theirs) or self._interpreter(theirs)
        except OSError as problem:  # pragma: no cover — a system without room for a process
            mine.close()
            raise StoreError(
                f"No process can be started for queries: {problem}.",
                f"Aucun processus ne peut être lancé pour les requêtes : {problem}.",
            ) from problem
        return mine

    def _forked(self, control: socket.socket) -> int | None:
        """Fork this process if that is safe and saves something."""
        if isinstance(self._source, Path) or not _has_one_thread():
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # it has just been made sure
            process = os.fork()
        if process == 0:  # pragma: no cover — runs in a process that leaves by _exit
            keep_workers(control, self._source)
        return process

    def _interpreter(self, control: socket.socket) -> subprocess.Popen[bytes]:
        """Start a fresh process, and hand it the graph if that is in memory."""
        folder = str(generation_of(self._source)) if isinstance(self._source, Path) else ""
        with tempfile.TemporaryFile() as dump:
            if isinstance(self._source, Store):
                self._source.dump(dump, RdfFormat.N_QUADS)
                dump.seek(0)
            files = [control.fileno(), dump.fileno()]
            arguments = [str(files[0]), folder, str(files[1])]
            return subprocess.Popen(  # noqa: S603 — our own interpreter, our own module
                [sys.executable, "-c", _START, json.dumps(sys.path), *arguments],
                pass_fds=files,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )


def _has_one_thread() -> bool:
    """Tell whether this process certainly has no thread but this one."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # no Linux: it cannot be known, libraries have threads of their own
        return False


def generation_of(folder: Path) -> Path:
    """Return where the files of the store are: in the folder, or where ``current.json`` says."""
    from coopgraph.store import read_summary  # reads tables, which a pool in memory never needs

    if (folder / "current.json").is_file():
        return folder / read_summary(folder).generation
    return folder
