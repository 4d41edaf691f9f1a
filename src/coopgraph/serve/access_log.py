r"""One line for each answer, in the Combined Log Format that every log reader knows.

>>> escaped('a"b\n')
'a\\x22b\\x0a'

What a client sends is escaped, so that it can neither end its field nor add a line.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final, TextIO

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coopgraph.serve.barriers import client_address

__all__ = ["AccessLog", "escaped"]

# English whatever the locale: the format has it so
_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_LONGEST: Final = 2000


def escaped(text: str) -> str:
    """Return the text as it may stand in quotes: printable ASCII, no quotes, no backslash."""
    return "".join(c if " " <= c <= "~" and c not in '"\\' else _escape(c) for c in text[:_LONGEST])


def _escape(character: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "replace"))


class AccessLog:
    """The outermost part of the program: sees every answer as it leaves."""

    def __init__(
        self,
        app: ASGIApp,
        stream: TextIO,
        *,
        behind_proxy: bool,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self._app = app
        self._stream = stream
        self._behind_proxy = behind_proxy
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and write the line when the answer has ended, or broken off."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, size = 500, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif scope["method"] != "HEAD":
                size += len(message.get("body", b""))
            await send(message)

        began = self._now()
        try:
            await self._app(scope, receive, counted)
        finally:
            self._stream.write(self._line(scope, status, size, began))
            self._stream.flush()

    def _line(self, scope: Scope, status: int, size: int, began: datetime) -> str:
        headers = Headers(scope=scope)
        target = scope["raw_path"].decode("latin-1")
        if scope["query_string"]:
            target += "?" + scope["query_string"].decode("latin-1")
        day = f"{began:%d}/{_MONTHS[began.month - 1]}/{began:%Y:%H:%M:%S %z}"
        fields = (
            f"{escaped(client_address(scope, behind_proxy=self._behind_proxy))} - - [{day}]",
            f'"{escaped(scope["method"])} {escaped(target)} HTTP/{scope["http_version"]}"',
            f"{status} {size or '-'}",
            f'"{escaped(headers.get("referer", "-"))}"',
            f'"{escaped(headers.get("user-agent", "-"))}"',
        )
        return " ".join(fields) + "\n"
