"""How the server is set: where it listens, for whom, and how much one client may take.

>>> Settings().host, Settings(rate=0).limits.rows
('127.0.0.1', 50000)

The numbers are for a small machine that faces the public; ``coopgraph serve`` offers those that
people change. ``rate=0`` switches the limits of each client off, for a network that one trusts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coopgraph.queries.limits import Limits

__all__ = ["Settings"]

_MIB: Final = 1024 * 1024
_LIMITS: Final = Limits(seconds=30, rows=50_000, memory=512 * _MIB, most_bytes=32 * _MIB)


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; times are in seconds."""

    host: str = "127.0.0.1"
    port: int = 7878
    hosts: tuple[str, ...] = ()  # names of this server beside localhost; "*" admits any
    public_url: str = ""  # how the world calls the server, if not by the Host of the request
    behind_proxy: bool = False  # then the last X-Forwarded-For is the client
    limits: Limits = _LIMITS
    workers: int = 2
    waiting: int = 256  # queries that may wait for a worker
    patience: float = 15  # how long they wait
    rate: float = 20  # requests in a second that a client may send for long; 0: any number
    burst: float = 100  # and at once
    parallel: int = 8  # requests of one client that are answered at the same time
    most_body: int = _MIB
    most_target: int = 32 * 1024  # of the path with its query
    read_seconds: float = 10  # for the head of a request, and for its body
    write_seconds: float = 60  # for the client to take what was written
    idle_seconds: int = 5  # that a connection stays open between two requests
    connections: int = 1000
    stop_seconds: int = 10  # for running queries to end after SIGTERM
