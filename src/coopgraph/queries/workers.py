"""The processes behind `coopgraph.queries.pool`: one that forks workers, and the workers.

The forker holds the store in memory (or, for a store on disk, only the programs) and does nothing
but wait for orders. It has one thread, so a fork of it copies no lock that somebody holds, whatever
the program at the other end does. A worker answers one query after another; where it is killed, the
forker makes the next in a few milliseconds, since memory is shared until somebody writes to it.

A store on disk is opened by each worker for itself, after the fork: the database has threads of its
own, and those do not survive a fork.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import signal
import socket
import struct
import sys
from contextlib import suppress
from io import BytesIO
from typing import Any, Final, NoReturn

from pyoxigraph import RdfFormat, Store

from coopgraph.queries.guard import CheckedText
from coopgraph.queries.limits import (
    Limits,
    held_bytes,
    leave_network,
    limit_this_process,
    seal_this_process,
)
from coopgraph.queries.wire import Dataset, write_answer

__all__ = ["HEAD", "ORDER", "Source", "keep_workers", "main", "task_text"]

Source = Store | str
"""A store in memory, or the folder of one on disk."""

ORDER: Final = struct.Struct(">i?")
"""The number of a worker, and whether to hold it back; without, kill it and make a new one."""
HEAD: Final = struct.Struct(">Q?")  # length of an answer, and whether the worker wants to go

_HELD_BACK: Final = 10  # niceness
_TIRED: Final = 64 * 1024 * 1024
"""Bytes that a worker may keep after a query; then a fresh one costs less than what it holds."""


def task_text(checked: CheckedText, limits: Limits, dataset: Dataset) -> bytes:
    """Return what a worker is sent."""
    task = {
        "checked": [checked.text, checked.form, [], checked.names_graphs],
        "limits": [limits.seconds, limits.rows, limits.memory, limits.most_bytes],
        "dataset": [list(dataset.default_graphs), list(dataset.named_graphs)],
    }
    data = json.dumps(task).encode()
    return HEAD.pack(len(data), False) + data


# what follows runs in processes that leave by _exit and so are seen by no coverage


def main() -> None:  # pragma: no cover
    """Be the forker in a fresh interpreter: ``argv`` is paths, control, folder or dump."""
    control, folder, dump = int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    source: Source = folder
    if not folder:
        source = Store()
        with os.fdopen(dump, "rb") as stream:
            source.bulk_load(stream, RdfFormat.N_QUADS)
    keep_workers(socket.socket(fileno=control), source)


def keep_workers(control: socket.socket, source: Source) -> NoReturn:  # pragma: no cover
    """Make workers as ordered until the other end of `control` is closed; never return.

    The process must have a single thread and be a copy that nobody else needs.
    """
    workers: dict[int, int] = {}
    try:
        _forget_parent(control)
        _warm_up()
        while True:
            order, files, _, _ = socket.recv_fds(control, ORDER.size, 1)
            if len(order) < ORDER.size:
                break
            number, hold_back = ORDER.unpack(order)
            if hold_back:
                _hold_back(workers.get(number))
                continue
            _kill(workers.pop(number, None))
            workers[number] = os.fork()
            if workers[number] == 0:
                control.close()
                _work(socket.socket(fileno=files[0]), source)
            os.close(files[0])
    finally:
        for worker in workers.values():
            _kill(worker)
        os._exit(0)


def _forget_parent(control: socket.socket) -> None:  # pragma: no cover
    """Close all files of the program whose copy this is, and be deaf to its signals."""
    faulthandler.disable()  # a child that dies is an answer, no crash of the program
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all; the program closes us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    most = os.sysconf("SC_OPEN_MAX")
    os.closerange(3, control.fileno())
    os.closerange(control.fileno() + 1, min(most, 1 << 20))
    leave_network()


def _warm_up() -> None:  # pragma: no cover
    """Load what a worker needs to place a syntax error: it can open no file later."""
    checked = CheckedText("SELECT", "SELECT", (), False)
    write_answer(Store(), checked, Limits(), BytesIO())
    gc.collect()
    gc.freeze()  # what is there stays shared between the processes


def _hold_back(worker: int | None) -> None:  # pragma: no cover
    """Let every other process go first: a long query must not make short ones wait."""
    if worker:
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, worker, _HELD_BACK)


def _kill(worker: int | None) -> None:  # pragma: no cover
    if worker:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def _work(link: socket.socket, source: Source) -> NoReturn:  # pragma: no cover
    """Answer queries until the other end is closed; never return."""
    status = 1
    try:
        statm = _statm()
        store = source if isinstance(source, Store) else Store.read_only(source)
        if isinstance(source, Store):
            seal_this_process()  # a store on disk opens its files when a query needs them
        held = held_bytes(statm)
        link.sendall(b"+")
        while (task := _next_task(link)) is not None:
            limits = Limits(*task["limits"])
            limit_this_process(limits, held=held)
            answer = BytesIO()
            write_answer(
                store,
                CheckedText(*task["checked"]),
                limits,
                answer,
                dataset=Dataset(*map(tuple, task["dataset"])),
            )
            tired = held is not None and (held_bytes(statm) or 0) > held + _TIRED
            link.sendall(HEAD.pack(answer.tell(), tired))
            link.sendall(answer.getbuffer())
        status = 0
    except OSError as problem:  # a store that cannot be opened: said instead of the sign of life
        with suppress(OSError):
            link.sendall(b"-" + str(problem).encode())
    finally:
        os._exit(status)


def _statm() -> int | None:  # pragma: no cover
    try:
        return os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return None


# Any: JSON that the program itself wrote
def _next_task(link: socket.socket) -> dict[str, Any] | None:  # pragma: no cover
    head = _exactly(link, HEAD.size)
    data = _exactly(link, HEAD.unpack(head)[0]) if head else b""
    return json.loads(data) if data else None


def _exactly(link: socket.socket, size: int) -> bytes:  # pragma: no cover
    """Return as many bytes, or nothing if the other end was closed before."""
    data = b""
    while len(data) < size:
        part = link.recv(size - len(data))
        if not part:
            return b""
        data += part
    return data
