"""Run strangers' queries one after another in warm processes that can be killed.

::

    with QueryPool(store, workers=2) as pool:  # or a folder on disk
        answer = pool.run("ASK { ?s ?p ?o }")
        answer = await asyncio.to_thread(pool.run, text)  # from asyncio

A child process for each query costs milliseconds that grow with the graph; a worker of the pool is
already there and holds the opened graph, so a query costs one millisecond beyond its own time.
A worker that passes a limit is killed, and `coopgraph.queries.workers` makes another at once; the
program and the other queries notice nothing. A query that takes long gives way to the others: its
process gets a low priority, and its successor is a fresh one. Behind the guard stand two more
walls: a worker can open no file and no connection, and on most Linux systems it has no network at
all. So a query that may use SERVICE runs in a child of its own (`coopgraph.queries.child`).

How workers come to the graph: a store on disk is opened by each. A store in memory is shared by
``fork`` if this process has a single thread (on Linux, where that can be known: make the pool
before the threads); otherwise a fork could copy a lock in the hands of a thread that the copy does
not have, so the graph is handed over to a fresh process once, which takes about a second, and
forked from there. The pool sees the graph as it was when the pool was made.

Without ``fork`` (Windows), and for a remote endpoint, each query runs as it does without a pool.
"""

from __future__ import annotations

import os
import queue
import socket
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from select import select as wait_for
from typing import Final

from pyoxigraph import Store

from coopgraph.errors import QueryBusy, StoreError
from coopgraph.queries.child import run_guarded, stopped
from coopgraph.queries.forker import Forker, generation_of
from coopgraph.queries.guard import check_text
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import Answered
from coopgraph.queries.wire import Dataset, read_answer
from coopgraph.queries.workers import HEAD, task_text
from coopgraph.sparql import Queryable

__all__ = ["QueryPool"]

_BLOCK: Final = 1 << 18
_SLICE: Final = 0.1  # seconds between two looks at `stop`
_SHORT: Final = 0.25  # seconds after which a query gives way to all others
_WARM: Final = 60.0  # seconds that a worker may take to begin


class _Gone(Exception):
    """The worker at the other end is dead."""


class QueryPool:
    """Warm workers that answer strangers' queries on one graph, safe to use from many threads.

    At most `waiting` queries wait for a worker, each at most `patience` seconds.

    Raises:
        StoreError: no process can be made.
    """

    def __init__(
        self,
        graph_or_folder: Queryable | Path,
        *,
        workers: int = 2,
        limits: Limits | None = None,
        waiting: int = 32,
        patience: float = 10.0,
    ) -> None:
        self._source = graph_or_folder
        self._limits = limits or Limits()
        self._most_waiting, self._patience = waiting, patience
        self._waiting = 0
        self._closed = False
        self._counting = threading.Lock()
        self._idle: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._workers = [_Worker(number) for number in range(workers)]
        self._forker: Forker | None = None
        if hasattr(os, "fork") and isinstance(graph_or_folder, Store | Path):
            self._forker = Forker(graph_or_folder)
        for worker in self._workers:
            if self._forker is not None:
                self._forker.renew(worker)
            self._idle.put(worker)

    def __enter__(self) -> QueryPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Kill the workers; running queries end as if they had been stopped."""
        self._closed = True
        if self._forker is not None:
            self._forker.close()
        for worker in self._workers:
            worker.hang_up()

    def run(
        self,
        text: str,
        *,
        allow: Collection[str] = (),
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
        stop: threading.Event | None = None,
    ) -> Answered:
        """Run a reader's own SPARQL within limits; wait for a worker if all are busy.

        `allow` is that of `coopgraph.queries.run.run_text`. `default_graphs` and `named_graphs` are
        the SPARQL protocol's and name graphs of the store; ``"default"`` names the facts. `stop` is
        an event that ends the query when nobody wants the answer any more.

        Raises:
            QueryBusy: no worker was free in time.
            QuerySyntaxError: the text does not parse; line and column.
            QueryRefused: it asks for what is switched off, is too large or deep, or a graph is
                named that the store does not have.
            QueryTimeout: it was stopped at a limit.
            StoreError: the store cannot be read, or the pool is closed.
        """
        checked = check_text(text, allow=allow)
        limits = limits or self._limits
        dataset = Dataset(tuple(default_graphs), tuple(named_graphs))
        with self._free_worker() as worker:
            if self._forker is None or "service" in allow:
                graph, folder = _graph_of(self._source)
                return run_guarded(graph, checked, folder=folder, limits=limits, dataset=dataset)
            data = self._ask(worker, task_text(checked, limits, dataset), limits, stop)
        return replace(read_answer(checked.text, data), warnings=checked.warnings)

    @contextmanager
    def _free_worker(self) -> Iterator[_Worker]:
        with self._counting:
            if self._waiting >= self._most_waiting and self._idle.empty():
                raise _busy(self._most_waiting)
            self._waiting += 1
        try:
            worker = self._idle.get(timeout=self._patience)
        except queue.Empty:
            raise _busy(self._most_waiting) from None
        finally:
            with self._counting:
                self._waiting -= 1
        try:
            if self._closed:
                raise _closed()
            yield worker
        finally:
            self._idle.put(worker)

    def _ask(
        self, worker: _Worker, task: bytes, limits: Limits, stop: threading.Event | None
    ) -> bytes:
        """Return what the worker answers; whatever happens, leave a worker that is well."""
        forker = self._forker
        if forker is None:  # pragma: no cover — asked before
            raise _closed()
        if not worker.is_well():
            forker.renew(worker)
        worker.await_begin()
        is_well = False
        deadline = time.monotonic() + limits.seconds
        try:
            worker.send(task)
            answers_soon = worker.has_answer_within(min(_SHORT, limits.seconds))
            if not answers_soon:
                forker.hold_back(worker)
            data, is_well = worker.receive(deadline, stop)
            is_well = is_well and answers_soon
        except TimeoutError:
            raise stopped(limits, late=True) from None
        except _Gone:
            raise (_closed() if self._closed else stopped(limits)) from None
        finally:
            if not is_well and not self._closed:
                forker.renew(worker)
        return data


class _Worker:
    """This end of the link to a worker; the process at the other end changes."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._link: socket.socket | None = None
        self._has_begun = False

    def connect(self, link: socket.socket) -> None:
        self.hang_up()
        self._link, self._has_begun = link, False

    def hang_up(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None

    def is_well(self) -> bool:
        """Tell whether the process is there; it says nothing unasked but that it begins."""
        if self._link is None:
            return False
        try:
            return bool(self._link.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def await_begin(self) -> None:
        """Wait until the worker has opened the graph.

        Raises:
            StoreError: it could not.
        """
        if self._has_begun:
            return
        try:
            sign = self._some(time.monotonic() + _WARM, 1)
            why = "" if sign == b"+" else self._some(time.monotonic() + 1, _BLOCK).decode()
        except (_Gone, TimeoutError) as problem:
            why = type(problem).__name__.strip("_").lower()
        if why:
            self.hang_up()
            raise StoreError(
                f"The graph could not be opened for queries: {why}.",
                f"Le graphe n’a pas pu être ouvert pour les requêtes : {why}.",
            )
        self._has_begun = True

    def send(self, data: bytes) -> None:
        try:
            if self._link is None:
                raise _Gone
            self._link.sendall(data)
        except OSError:
            raise _Gone from None

    def has_answer_within(self, seconds: float) -> bool:
        """Wait so long for the begin of an answer, and tell whether there is one."""
        try:
            return self._link is None or bool(wait_for([self._link], [], [], seconds)[0])
        except (OSError, ValueError):  # closed meanwhile by another thread
            return True

    def receive(self, deadline: float, stop: threading.Event | None) -> tuple[bytes, bool]:
        """Return an answer, and whether the worker can go on.

        Raises:
            TimeoutError: there was none in time.
            _Gone: the worker is dead.
        """
        head = b""
        while len(head) < HEAD.size:
            head += self._some(deadline, HEAD.size - len(head), stop)
        size, tired = HEAD.unpack(head)
        parts = []
        while size:
            parts.append(self._some(deadline, min(size, _BLOCK), stop))
            size -= len(parts[-1])
        return b"".join(parts), not tired

    def _some(self, deadline: float, most: int, stop: threading.Event | None = None) -> bytes:
        while (left := deadline - time.monotonic()) > 0:
            if stop is not None and stop.is_set():
                break
            try:
                if self._link is None:
                    raise _Gone
                if not wait_for([self._link], [], [], left if stop is None else min(left, _SLICE))[
                    0
                ]:
                    continue
                part = self._link.recv(most)
            except (OSError, ValueError):  # closed meanwhile by another thread
                raise _Gone from None
            if not part:
                raise _Gone
            return part
        raise TimeoutError


def _graph_of(source: Queryable | Path) -> tuple[Queryable, Path | None]:
    """Return graph and folder as `run_guarded` wants them."""
    if not isinstance(source, Path):
        return source, None
    folder = generation_of(source)
    return Store.read_only(str(folder)), folder


def _busy(waiting: int) -> QueryBusy:
    return QueryBusy(
        f"Too many queries at once ({waiting} may wait): try again in a moment.",
        f"Trop de requêtes à la fois ({waiting} peuvent attendre) : réessayer dans un instant.",
    )


def _closed() -> StoreError:
    return StoreError("The query pool is closed.", "Le service de requêtes est fermé.")
