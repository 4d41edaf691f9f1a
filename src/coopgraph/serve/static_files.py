"""Files that pages need, read once and served by name: ``/assets/NAME``.

Only what lies in the folders when the server starts is served, by looking its name up among them: a
path with ``..``, a link that leads out of the folder or a file that is put there later is unknown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.serve.barriers import preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.problems import Problem
from coopgraph.serve.service import READ

__all__ = ["StaticFile", "asset_routes", "read_files"]

_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file in memory."""

    content: bytes
    media_type: str
    etag: str


def read_files(*folders: Path) -> dict[str, StaticFile]:
    """Return the files of the folders by their path below them; of equal names the first counts.

    Files of other types than a page needs are left out, and links that lead out of the folder.
    """
    found: dict[str, StaticFile] = {}
    for folder in folders:
        root = folder.resolve()
        for path in sorted(folder.rglob("*")):
            real = path.resolve()
            if real.is_file() and real.is_relative_to(root) and path.suffix in _TYPES:
                content = real.read_bytes()
                etag = make_etag(hashlib.sha256(content).hexdigest())
                name = path.relative_to(folder).as_posix()
                found.setdefault(name, StaticFile(content, _TYPES[path.suffix], etag))
    return found


def asset_routes(files: Mapping[str, StaticFile]) -> list[Route]:
    """Return the route of the files."""
    return [Route("/assets/{name:path}", partial(_asset, files), methods=READ)]


async def _asset(files: Mapping[str, StaticFile], request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    file = files.get(request.path_params["name"])
    if file is None:
        raise Problem(404, "not-found", "There is nothing here.", "Il n’y a rien ici.")
    headers = {
        **headers_with(file.etag, vary="Origin", age=3600),
        "Content-Type": file.media_type,
    }
    return fresh_response(request, headers) or Response(file.content, headers=headers)
