"""``/query``: the editor where it is built, else (and at ``/query?plain``) a page without script.

The plain page lists the questions with a form each and has a form for SPARQL. The editor is the
script and the style that ``hatch_build.py`` makes of ``frontend/editor`` and puts into the folder
``editor/built``; where that has not been run, the plain page takes its place and says so. Each page
is made once for each language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
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
from coopgraph.vocabulary import PREFIXES

__all__ = ["page_routes", "render_editor", "render_plain"]

_HERE: Final = Path(__file__).resolve().parent
_EDITOR: Final = _HERE / "editor" / "built"
_NEEDED: Final = ("editor.js", "editor.css")
_ROWS: Final = ("csv", "spreadsheet", "xlsx", "json", "xml", "tsv", "markdown", "html", "parquet")
_GRAPH: Final = ("turtle", "ntriples", "jsonld", "rdfxml")
_NAMES: Final = {
    "xlsx": "Excel (XLSX)",
    "markdown": "Markdown",
    "parquet": "Parquet",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF/XML",
}


def page_routes(service: Service, *, editor: Path = _EDITOR) -> list[Route]:
    """Return the routes of the pages and of the files that they fetch."""
    built = all((editor / name).is_file() for name in _NEEDED)
    plain = {name: render_plain(service.catalogue, name, missing=not built) for name in WORDS}
    edition = _edition(editor) if built else ""
    pages = {name: render_editor(name, edition) for name in WORDS} if built else plain
    return [
        Route("/query", partial(_page, pages, plain), methods=READ),
        *asset_routes(read_files(_HERE / "assets", editor)),
    ]


def _edition(editor: Path) -> str:
    """Return what changes when the files of the editor do: browsers keep them for a while."""
    content = b"".join((editor / name).read_bytes() for name in _NEEDED)
    return hashlib.sha256(content).hexdigest()[:12]


def render_editor(language: str, edition: str) -> bytes:
    """Return the page of the editor, whose files are of this edition."""
    words = WORDS[language]
    names = {**_NAMES, "spreadsheet": words["sheet"]}
    offered = [("rows", name) for name in _ROWS] + [("graph", name) for name in _GRAPH]
    formats = [(kind, name, names.get(name, name.upper())) for kind, name in offered]
    template = _environment().get_template("editor.html")
    return template.render(
        lang=language,
        words=words,
        prefixes=PREFIXES,
        formats=formats,
        version=version("coopgraph"),
        edition=edition,
    ).encode()


def render_plain(
    catalogue: Mapping[str, Question], language: str, *, missing: bool = False
) -> bytes:
    """Return the page without script; it says so if it is there for want of the editor."""
    template = _environment().get_template("query.html")
    return template.render(
        lang=language, words=WORDS[language], questions=catalogue.values(), missing=missing
    ).encode()


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


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
