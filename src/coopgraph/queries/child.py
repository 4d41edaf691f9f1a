"""Run a stranger's query in a process of its own that can be stopped.

The engine cannot stop a query: a runaway one holds its process until it ends. So the query runs in
a child, the answer comes through a pipe, and at a limit the child is killed; if the child dies, it
costs that query alone. A store in memory is shared with the child by ``fork``; a store in a folder
is opened by a fresh interpreter, for reading, since a fork must not use another's open database.

Where there is no ``fork`` (Windows), a store in memory is asked in this process, without limits of
time and memory, and the result says so. A remote endpoint has limits of its own.
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import subprocess
import sys
import time
import warnings
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from select import select as wait_for
from typing import BinaryIO, Final, NoReturn

from pyoxigraph import Store

from coopgraph.errors import QueryRefused, QueryTimeout
from coopgraph.queries.guard import CheckedText
from coopgraph.queries.header import Bilingual
from coopgraph.queries.limits import Limits, limit_this_process
from coopgraph.queries.result import Answered
from coopgraph.queries.wire import WHOLE, Dataset, read_answer, remote_answer, write_answer
from coopgraph.sparql import Queryable

__all__ = ["main", "run_guarded", "stopped"]

_BLOCK: Final = 1 << 16
_NO_LIMIT: Final = Bilingual(
    "Ce système ne permet pas d’arrêter une requête : elle a tourné sans limite de temps.",
    "This system offers no way to stop a query: it ran without a time limit.",
)
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " from coopgraph.queries.child import main; main()"
)


def run_guarded(
    graph: Queryable,
    checked: CheckedText,
    *,
    folder: Path | None,
    limits: Limits,
    dataset: Dataset = WHOLE,
) -> Answered:
    """Run a checked text within limits, on the graphs of `dataset`.

    Raises:
        QuerySyntaxError: the text does not parse.
        QueryRefused: a graph is named that is not there, or a remote endpoint is to choose graphs.
        QueryTimeout: it was stopped at a limit.
        StoreError: the store cannot be read.
    """
    if not isinstance(graph, Store):
        if dataset != WHOLE:
            raise QueryRefused(
                "A remote endpoint chooses its graphs itself: name none.",
                "Un point d’accès distant choisit lui-même ses graphes : n’en nommer aucun.",
            )
        answered = remote_answer(graph, checked, limits)
    elif folder is not None:
        answered = read_answer(checked.text, _from_interpreter(folder, checked, limits, dataset))
    elif hasattr(os, "fork"):
        answered = read_answer(checked.text, _from_fork(graph, checked, limits, dataset))
    else:  # pragma: no cover — no such system runs the tests
        from io import BytesIO

        stream = BytesIO()
        write_answer(graph, checked, limits, stream, dataset=dataset)
        answered = read_answer(checked.text, stream.getvalue())
        return replace(answered, warnings=(*checked.warnings, _NO_LIMIT))
    return replace(answered, warnings=checked.warnings)


def _from_fork(store: Store, checked: CheckedText, limits: Limits, dataset: Dataset) -> bytes:
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns that a fork of a process with threads may hang; then the limit ends it
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _be_the_child(store, checked, limits, dataset, reader, writer)
    os.close(writer)
    try:
        return _collect(reader, child, limits)
    finally:
        os.close(reader)


def _be_the_child(
    store: Store,
    checked: CheckedText,
    limits: Limits,
    dataset: Dataset,
    reader: int,
    writer: int,
) -> NoReturn:  # pragma: no cover — runs in a process that leaves by _exit
    status = 1
    try:
        os.close(reader)
        faulthandler.disable()  # a child that dies is an answer, no crash of the program
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        limit_this_process(limits)
        with os.fdopen(writer, "wb") as stream:
            write_answer(store, checked, limits, stream, dataset=dataset)
        status = 0
    finally:
        os._exit(status)  # never back into the program whose copy this is


def _from_interpreter(
    folder: Path, checked: CheckedText, limits: Limits, dataset: Dataset
) -> bytes:
    task = json.dumps(
        {
            "folder": str(folder),
            "checked": [checked.text, checked.form, [], checked.names_graphs],
            "limits": [limits.seconds, limits.rows, limits.memory, limits.most_bytes],
            "dataset": dataset,
        }
    )
    with subprocess.Popen(  # noqa: S603 — our own interpreter, our own module
        [sys.executable, "-c", _START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        if child.stdin is None or child.stdout is None:  # pragma: no cover — both are PIPE
            raise TypeError(child)
        with suppress(BrokenPipeError):
            child.stdin.write(task.encode())
        child.stdin.close()
        answer = _collect(child.stdout.fileno(), child.pid, limits, reap=False)
        if child.wait() != 0:
            raise stopped(limits)
        return answer


def main() -> None:  # pragma: no cover — the child of _from_interpreter
    """Run the query that comes on standard input on a store in a folder; write the answer."""
    task = json.load(sys.stdin)
    limits = Limits(*task["limits"])
    stream: BinaryIO = sys.stdout.buffer
    checked = CheckedText(*task["checked"])
    try:
        store = Store.read_only(task["folder"])
    except OSError as problem:
        stream.write(json.dumps({"form": "store", "message": str(problem)}).encode() + b"\n")
        return
    limit_this_process(limits)
    write_answer(store, checked, limits, stream, dataset=Dataset(*map(tuple, task["dataset"])))


def _collect(reader: int, child: int, limits: Limits, *, reap: bool = True) -> bytes:
    """Return all that the child writes; kill it at a limit."""
    deadline = time.monotonic() + limits.seconds
    most = limits.most_bytes + _BLOCK  # the child cuts the answer; this is the second wall
    parts: list[bytes] = []
    size = 0
    ended = False
    try:
        while (left := deadline - time.monotonic()) > 0 and size <= most:
            if not wait_for([reader], [], [], left)[0]:
                continue
            part = os.read(reader, _BLOCK)
            if not part:
                ended = True
                break
            parts.append(part)
            size += len(part)
    finally:
        if not ended:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1] if reap else 0
    if size > most:
        raise _too_long(limits)
    if not ended or status != 0:
        raise stopped(limits, late=not ended)
    return b"".join(parts)


def _too_long(limits: Limits) -> QueryTimeout:
    most = limits.most_bytes // (1024 * 1024)
    return QueryTimeout(
        f"The answer is longer than {most} MiB: ask for less, for example with LIMIT.",
        f"La réponse dépasse {most} Mio : demander moins, par exemple avec LIMIT.",
    )


def stopped(limits: Limits, *, late: bool = False) -> QueryTimeout:
    """Return the error for a query that was stopped: by the clock, or because its process died."""
    if late:
        return QueryTimeout(
            f"The query was stopped after {limits.seconds:g} s: make it more precise, or give it"
            " more time.",
            f"La requête a été arrêtée au bout de {limits.seconds:g} s : la préciser, ou lui"
            " laisser plus de temps.",
        )
    most = limits.memory // (1024 * 1024)
    return QueryTimeout(
        f"The query was stopped: it needs more than {most} MiB of memory, or is too complex.",
        f"La requête a été arrêtée : il lui faut plus de {most} Mio de mémoire, ou elle est trop"
        " complexe.",
    )
