"""Run the server until it is told to stop.

SIGTERM and SIGINT stop it cleanly: no new connection is taken, running queries may end within
``Settings.stop_seconds``, then they are killed; the exit code is 0.
"""

from __future__ import annotations

import logging
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import uvicorn
from pyoxigraph import Store

from coopgraph.errors import UsageError
from coopgraph.queries.pool import QueryPool
from coopgraph.serve.app import make_app
from coopgraph.serve.connections import protocol_class
from coopgraph.serve.described import with_descriptions
from coopgraph.serve.engine import Engine
from coopgraph.serve.service import Service, make_service
from coopgraph.serve.settings import Settings

__all__ = ["run_server"]

_BACKLOG = 1024


def run_server(
    store: Store,
    content_hash: str,
    settings: Settings,
    *,
    folder: Path | None = None,
    log: TextIO,
    ready: Callable[[str], None],
) -> None:
    """Serve the graph until a signal stops the process.

    `folder` is where the store lives if it lives on disk; `ready` is called with the address once
    connections are taken (with ``port=0`` the system chooses the port).

    Raises:
        UsageError: the address cannot be listened on.
    """
    with with_descriptions(store, folder) as (store, folder):
        _serve(store, content_hash, settings, folder, log, ready)


def _serve(
    store: Store,
    content_hash: str,
    settings: Settings,
    folder: Path | None,
    log: TextIO,
    ready: Callable[[str], None],
) -> None:
    # before anything makes a thread: the pool then shares the graph in memory by a fork
    pool = QueryPool(
        folder or store,
        workers=settings.workers,
        limits=settings.limits,
        waiting=settings.workers,
        patience=settings.patience,
    )
    try:
        with _listening(settings) as listener:
            engine = Engine(
                pool,
                running=settings.workers,
                waiting=settings.waiting,
                patience=settings.patience,
            )
            service = make_service(store, content_hash, engine, settings)
            with _leaving_on_signals():
                ready(f"http://{_shown(listener)}/")
                try:
                    _run(service, listener, log)
                finally:
                    engine.close()
    finally:
        pool.close()


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # with the protocol named, asyncio sends what it has at once (TCP_NODELAY); else 40 ms are lost
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        where = f"{settings.host}:{settings.port}"
        raise UsageError(
            f"{where} cannot be listened on ({error}): name another --host or --port.",
            f"Impossible d’écouter sur {where} ({error}) : indiquer un autre --host ou --port.",
        ) from error
    return listener


def _shown(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _run(service: Service, listener: socket.socket, log: TextIO) -> None:
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    settings = service.settings
    config = uvicorn.Config(
        make_app(service, log=log),
        http=protocol_class(settings),
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        backlog=_BACKLOG,
        timeout_keep_alive=settings.idle_seconds,
        timeout_graceful_shutdown=settings.stop_seconds,
        h11_max_incomplete_event_size=settings.most_target + 64 * 1024,
    )
    uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def _leaving_on_signals() -> Iterator[None]:
    """Let the signals end the program with exit code 0.

    uvicorn takes them over while it runs, and raises them once more when it has stopped.
    """
    before = {name: signal.signal(name, _leave) for name in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _leave(number: int, frame: object) -> None:
    raise SystemExit(0)
