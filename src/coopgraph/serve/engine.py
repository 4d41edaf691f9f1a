"""A bounded queue before the workers that run queries, and what is said when it is full.

Only so many queries run at once, only so many wait, and none waits for ever: whoever comes on top
of that is told at once when to come again. The workers are child processes that can be stopped
(`coopgraph.queries.pool`); a thread here waits for each of them, so that no query, however slow,
holds up the loop that talks to the clients.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Final, Protocol, TypeVar

from starlette.requests import Request

from coopgraph.queries.result import Answered
from coopgraph.serve.problems import Problem

__all__ = ["Engine", "Runner"]

_Done = TypeVar("_Done")
_RETRY_AFTER: Final = 2


class Runner(Protocol):
    """What runs a text; `coopgraph.queries.pool.QueryPool` does."""

    def run(
        self,
        text: str,
        *,
        allow: Collection[str] = (),
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        stop: threading.Event | None = None,
    ) -> Answered:
        """Run the text within limits; end it when `stop` is set."""

    def close(self) -> None:
        """Stop what runs."""


class Engine:
    """Runs pieces of work in threads: `running` at once, `waiting` more in a queue.

    It belongs to the event loop in which it is first used.
    """

    def __init__(self, runner: Runner, *, running: int, waiting: int, patience: float) -> None:
        self.runner = runner
        self._free = asyncio.Semaphore(running)
        self._threads = ThreadPoolExecutor(running, thread_name_prefix="query")
        self._most_waiting = waiting
        self._patience = patience
        self.waiting = 0
        self.running = 0

    async def do(self, work: Callable[[threading.Event], _Done], *, request: Request) -> _Done:
        """Do the work when its turn comes; when the client leaves, set the event and forget it.

        Raises:
            Problem: the queue is full, the turn did not come in time, or the client has left.
        """
        stop = threading.Event()
        task = asyncio.ensure_future(self._in_turn(partial(work, stop)))
        gone = asyncio.ensure_future(_disconnected(request))
        try:
            await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
            if task.done():
                return task.result()
            raise Problem(499, "client-left", "The client has left.", "Le client est parti.")
        finally:
            stop.set()
            task.cancel()
            gone.cancel()

    async def _in_turn(self, work: Callable[[], _Done]) -> _Done:
        await self._take_turn()
        loop = asyncio.get_running_loop()

        def free(_: Future[_Done]) -> None:
            with suppress(RuntimeError):  # the loop has ended before the work
                loop.call_soon_threadsafe(self._release)

        future = self._threads.submit(work)
        # not when this task ends: it may be forgotten while its work still runs
        future.add_done_callback(free)
        return await asyncio.wrap_future(future)

    async def _take_turn(self) -> None:
        if self._free.locked() and self.waiting >= self._most_waiting:
            raise _busy()
        self.waiting += 1
        try:
            async with asyncio.timeout(self._patience):
                await self._free.acquire()
        except TimeoutError as error:
            raise _busy() from error
        finally:
            self.waiting -= 1
        self.running += 1

    def _release(self) -> None:
        self.running -= 1
        self._free.release()

    def close(self) -> None:
        """Stop the queries that run, and the threads that wait for them."""
        self.runner.close()
        self._threads.shutdown(wait=False, cancel_futures=True)


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _busy() -> Problem:
    return Problem(
        503,
        "busy",
        f"Too many queries at once: try again in {_RETRY_AFTER} s.",
        f"Trop de requêtes à la fois : réessayer dans {_RETRY_AFTER} s.",
        retry_after=_RETRY_AFTER,
    )
