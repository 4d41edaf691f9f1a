"""``/query``: the editor where it is built, else (and at ``/query?plain``) a page without script.

The plain page lists the questions with a form each and has a form for SPARQL; it is made once for
each language. The editor is what the folder ``editor/built`` holds: ``query.fr.html`` and
``query.en.html`` (or one ``query.html``), and whatever those fetch from ``/assets/``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.queries.catalogue import Question
from coopgraph.serve.barriers import PAGE_POLICY, preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.negotiation import language_of
from coopgraph.serve.page_words import WORDS
from coopgraph.serve.service import READ, Service
from coopgraph.serve.static_files import asset_routes, read_files

__all__ = ["page_routes", "render_plain"]

_HERE: Final = Path(__file__).resolve().parent
_EDITOR: Final = _HERE / "editor" / "built"


def page_routes(service: Service, *, editor: Path = _EDITOR) -> list[Route]:
    """Return the routes of the pages and of the files that they fetch."""
    plain = {name: render_plain(service.catalogue, name) for name in ("fr", "en")}
    pages = {name: _editor_page(editor, name) or plain[name] for name in plain}
    return [
        Route("/query", partial(_page, pages, plain), methods=READ),
        *asset_routes(read_files(_HERE / "assets", editor)),
    ]


def _editor_page(editor: Path, language: str) -> bytes | None:
    for name in (f"query.{language}.html", "query.html"):
        if (editor / name).is_file():
            return (editor / name).read_bytes()
    return None


def render_plain(catalogue: Mapping[str, Question], language: str) -> bytes:
    """Return the page without script."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template("query.html")
    return template.render(
        lang=language, words=WORDS[language], questions=catalogue.values()
    ).encode()


async def _page(
    pages: Mapping[str, bytes], plain: Mapping[str, bytes], request: Request
) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    language = language_of(request)
    content = (plain if "plain" in request.query_params else pages)[language]
    headers = {
        **headers_with(make_etag(content), vary="Accept-Language"),
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": language,
        "Content-Security-Policy": PAGE_POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return fresh_response(request, headers) or Response(content, headers=headers)
