"""What every request passes before a route sees it, and the headers that every answer has.

The Host must be one of ours, or a page elsewhere could make a browser read a server on the
reader's own machine under a name of its choice. Addresses and heads have a length, clients a rate.
Answers may be read from any page (CORS ``*``), never with credentials, and run no script but ours.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection
from math import ceil
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from coopgraph.serve.problems import Problem, problem_response
from coopgraph.serve.rates import Rates, client_name
from coopgraph.serve.settings import Settings

__all__ = ["PAGE_POLICY", "Barriers", "ResponseHeaders", "client_address", "preflight"]

_HOST: Final = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_LOCAL: Final = ("localhost", "127.0.0.1", "[::1]")
_UNLIMITED: Final = ("/health", "/assets/")
_MOST_HEAD: Final = 32 * 1024
_POLICY: Final = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
)
PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
    " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, Coopgraph-Truncated",
}


def client_address(scope: Scope, *, behind_proxy: bool) -> str:
    """Return the address of the client: of the connection, or what the proxy before us saw."""
    if behind_proxy:
        forwarded = Headers(scope=scope).getlist("x-forwarded-for")
        if forwarded:
            return forwarded[-1].rpartition(",")[2].strip() or "-"
    return str(scope["client"][0]) if scope.get("client") else "-"


class ResponseHeaders:
    """Adds the headers that every answer has, unless the route has set its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers added."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


class Barriers:
    """Refuses what must not come further."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = _host_names(settings)
        self._rates = Rates(rate=settings.rate, burst=settings.burst, parallel=settings.parallel)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it with what is wrong."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limited = not scope["path"].startswith(_UNLIMITED)
        client = client_name(client_address(scope, behind_proxy=self._settings.behind_proxy))
        try:
            _check_size(scope, self._settings)
            _check_host(scope, self._hosts)
            if limited:
                _check_rate(self._rates, client)
        except Problem as problem:
            await problem_response(Request(scope), problem)(scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            if limited:
                self._rates.leave(client)


def _host_names(settings: Settings) -> Collection[str]:
    bound = f"[{settings.host}]" if ":" in settings.host else settings.host
    public = settings.public_url.partition("://")[2].partition("/")[0].rpartition(":")
    names = {*_LOCAL, bound, *settings.hosts, public[0] or public[2]}
    return {name.lower() for name in names if name}


def _check_size(scope: Scope, settings: Settings) -> None:
    length = len(scope["raw_path"]) + len(scope["query_string"])
    if length > settings.most_target:
        raise Problem(
            414,
            "address-too-long",
            "The address is too long: send the query by POST.",
            "L’adresse est trop longue : envoyer la requête par POST.",
        )
    if sum(len(name) + len(value) for name, value in scope["headers"]) > _MOST_HEAD:
        raise Problem(
            431, "head-too-large", "The headers are too long.", "Les en-têtes sont trop longs."
        )
    declared = Headers(scope=scope).get("content-length", "0")
    if not declared.isdecimal() or int(declared[:18]) > settings.most_body:
        raise Problem(
            413,
            "too-large",
            f"The body is longer than {settings.most_body} bytes.",
            f"Le corps dépasse {settings.most_body} octets.",
        )


def _check_host(scope: Scope, hosts: Collection[str]) -> None:
    given = [value for name, value in scope["headers"] if name == b"host"]
    match = _HOST.fullmatch(given[0].decode("latin-1").lower()) if len(given) == 1 else None
    if match is None:
        raise Problem(
            400, "wrong-host", "The Host header cannot be read.", "L’en-tête Host est illisible."
        )
    if match[1] not in hosts and "*" not in hosts:
        raise Problem(
            421,
            "unknown-host",
            "This server does not answer to that Host (serve --allow-host NAME).",
            "Ce serveur ne répond pas à cet hôte (serve --allow-host NOM).",
        )


def _check_rate(rates: Rates, client: str) -> None:
    """Count the request; `Rates.leave` has to follow if this does not raise."""
    seconds = rates.wait(client, now=time.monotonic())
    if seconds > 0 or not rates.enter(client):
        retry_after = max(1, ceil(seconds))
        raise Problem(
            429,
            "too-many-requests",
            f"Too many requests from one address: try again in {retry_after} s.",
            f"Trop de requêtes depuis une même adresse : réessayer dans {retry_after} s.",
            retry_after=retry_after,
        )


def preflight(methods: str) -> Response:
    """Return the answer to OPTIONS: what a page elsewhere may send."""
    return Response(
        status_code=204,
        headers={
            "Allow": methods,
            "Access-Control-Allow-Methods": methods,
            "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )
