"""ETag and 304: an answer stays the same as long as the graph and the question do.

>>> make_etag("hash of the graph", "ASK {}", "json") == make_etag("another graph", "ASK {}", "json")
False

The tags are weak: rows without ORDER BY may come in another order another time.
"""

from __future__ import annotations

import hashlib

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["fresh_response", "headers_with", "make_etag"]


def make_etag(*parts: object) -> str:
    """Return the tag of an answer that depends on these parts and on nothing else."""
    digest = hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass"))
    return f'W/"{digest.hexdigest()[:32]}"'


def headers_with(etag: str, *, vary: str = "Accept", age: int = 0) -> dict[str, str]:
    """Return the headers of an answer that may be kept, and asked about again after `age`."""
    keep = f"public, max-age={age}" if age else "public, no-cache"
    return {"ETag": etag, "Vary": vary, "Cache-Control": keep}


def fresh_response(request: Request, headers: dict[str, str]) -> Response | None:
    """Return 304 if the client has the answer already."""
    known = [
        tag.strip().removeprefix("W/")
        for line in request.headers.getlist("if-none-match")
        for tag in line.split(",")
    ]
    if headers["ETag"].removeprefix("W/") in known or "*" in known:
        return Response(status_code=304, headers=headers)
    return None
