"""A connection of the server that does not wait for ever, for a client's head or for its reading.

uvicorn waits as long as a client likes: one that sends a byte now and then, or never reads what it
asked for, keeps a connection (and the answer in memory) to itself. Here both have a limit, and so
has the number of connections.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from coopgraph.serve.settings import Settings

__all__ = ["protocol_class"]

_SLOW = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n"
    b"Content-Length: 0\r\n\r\n"
)


def protocol_class(settings: Settings) -> type[H11Protocol]:
    """Return the class of connections with these limits, for uvicorn to make them from."""
    return type("Connection", (_LimitedProtocol,), {"limits": settings})


class _LimitedProtocol(H11Protocol):
    """One connection."""

    limits: Settings
    _reading: asyncio.TimerHandle | None = None
    _writing: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            transport.write(_FULL)
            transport.close()
        else:
            self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        for timer in (self._reading, self._writing):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._writing = self.loop.call_later(self.limits.write_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()
        super().resume_writing()

    def _waits_for_head(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _watch(self) -> None:
        """Start the clock when a head begins to come, stop it when it is there."""
        if not self._waits_for_head():
            if self._reading is not None:
                self._reading.cancel()
                self._reading = None
        elif self._reading is None:
            self._reading = self.loop.call_later(self.limits.read_seconds, self._too_slow)

    def _too_slow(self) -> None:
        self._reading = None
        if self._waits_for_head() and not self.transport.is_closing():
            self.transport.write(_SLOW)
            self.transport.close()
