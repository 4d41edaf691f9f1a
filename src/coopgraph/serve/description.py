"""The service description (SPARQL 1.1 Service Description, W3C 2013): what this endpoint can do.

It names the graphs (also those that describe the graph itself, which a query sees only if it names
them: `coopgraph.serve.described`), the forms of answers, and where the question bank
(``/questions.ttl``) and the description of the dataset (``/void.ttl``) are; it has no blank node.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, Lock
from typing import Final

from pyoxigraph import Literal, NamedNode, Store, Triple
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.export import dcat
from coopgraph.queries.wire import GRAPHS_APART
from coopgraph.serve.answers import choose_form
from coopgraph.serve.barriers import preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.described import describe_dataset
from coopgraph.serve.media import GRAPH_OFFERS, SD, content_type, write_triples
from coopgraph.serve.negotiation import Offer, choose
from coopgraph.serve.service import READ, Service
from coopgraph.vocabulary import DCT, RDF, RDFS, VOID, XSD

__all__ = ["describe", "describing_triples", "description_routes"]

_PAGE: Final = Offer("html", "text/html")
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)
_TITLE: Final = {
    "fr": "Point d’accès SPARQL de coopgraph, en lecture seule",
    "en": "SPARQL endpoint of coopgraph, read-only",
}
_APART: Final = dict(
    zip(
        GRAPHS_APART,
        (
            {"fr": "Description du jeu (VoID)", "en": "Description of the dataset (VoID)"},
            {"fr": "Banque de questions (SHACL)", "en": "Question bank (SHACL)"},
        ),
        strict=True,
    )
)


def description_routes(service: Service) -> list[Route]:
    """Return the routes of the service description and of the description of the dataset."""
    dataset = partial(_dataset, service, _Catalogue(service.store))
    return [
        Route("/", partial(_root, service), methods=READ),
        Route("/void.ttl", dataset, methods=READ),
        Route("/.well-known/void", dataset, methods=READ),
    ]


async def _root(service: Service, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    if _prefers_html(request):
        return _to_editor(request)
    return await describe(service, request)


def _prefers_html(request: Request) -> bool:
    """Tell whether the client likes a page better than every form of the description."""
    accept = ",".join(request.headers.getlist("accept"))
    found = choose(accept or None, (*GRAPH_OFFERS, _PAGE))
    return "format" not in request.query_params and found is not None and found[0] is _PAGE


def _to_editor(request: Request) -> Response:
    language = request.query_params.get("lang")
    query = f"?lang={language}" if language in ("fr", "en") else ""
    # a path alone: a whole address would repeat the Host of the request
    headers = {"Location": f"/query{query}", "Vary": "Accept", "Cache-Control": "public, no-cache"}
    return Response(status_code=303, headers=headers)


async def describe(service: Service, request: Request) -> Response:
    """Return the description in the form that the client likes.

    Raises:
        Problem: it likes none (406).
    """
    # trig is for graphs with names: the description has none
    offers = tuple(offer for offer in GRAPH_OFFERS if offer.name != "trig")
    browser = "text/html" in request.headers.get("accept", "")
    asked = request.query_params.get("format", "turtle" if browser else "")
    offer, media_type = choose_form(request, offers, asked)
    endpoint = service.address(request, "/sparql")
    etag = make_etag(service.content_hash, endpoint, media_type)
    headers = {
        **headers_with(etag),
        "Content-Type": content_type(media_type),
        "Link": '</questions.ttl>; rel="describedby", </void.ttl>; rel="describedby"',
    }
    if fresh := fresh_response(request, headers):
        return fresh
    triples = list(describing_triples(service, endpoint))
    return Response(write_triples(triples, offer.name), headers=headers)


def describing_triples(service: Service, endpoint: str) -> Iterator[Triple]:
    """Yield what is said of the service whose queries go to `endpoint`."""
    base = endpoint.removesuffix("/sparql")
    node = NamedNode(endpoint + "#service")
    dataset, default = NamedNode(endpoint + "#dataset"), NamedNode(endpoint + "#default")

    def sd(name: str) -> NamedNode:
        return NamedNode(SD + name)

    yield Triple(node, RDF.type, sd("Service"))
    yield Triple(node, sd("endpoint"), NamedNode(endpoint))
    for language in ("fr", "en"):
        yield Triple(node, DCT.title, Literal(_TITLE[language], language=language))
    yield Triple(node, sd("supportedLanguage"), sd("SPARQL10Query"))
    yield Triple(node, sd("supportedLanguage"), sd("SPARQL11Query"))
    yield Triple(node, sd("feature"), sd("UnionDefaultGraph"))
    for name in _RESULTS:
        yield Triple(node, sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(node, RDFS.seeAlso, NamedNode(base + "/questions.ttl"))
    yield Triple(node, RDFS.seeAlso, NamedNode(base + "/void.ttl"))
    yield Triple(node, sd("defaultDataset"), dataset)
    yield Triple(dataset, RDF.type, sd("Dataset"))
    yield Triple(dataset, RDFS.seeAlso, dcat.DATASET)
    yield Triple(dataset, sd("defaultGraph"), default)
    yield Triple(default, RDF.type, sd("Graph"))
    count = Literal(str(service.quads), datatype=XSD.integer)
    yield Triple(default, VOID.triples, count)
    for number, name in enumerate(sorted(service.graphs), start=1):
        named = NamedNode(f"{endpoint}#graph-{number}")
        yield Triple(dataset, sd("namedGraph"), named)
        yield Triple(named, RDF.type, sd("NamedGraph"))
        yield Triple(named, sd("name"), NamedNode(name))
        for language, words in _APART.get(name, {}).items():
            yield Triple(named, DCT.title, Literal(words, language=language))


async def _dataset(service: Service, catalogue: _Catalogue, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    headers = {
        **headers_with(make_etag(service.content_hash, "void"), vary="Origin", age=3600),
        "Content-Type": "text/turtle; charset=utf-8",
    }
    if fresh := fresh_response(request, headers):
        return fresh

    content = await service.engine.do(catalogue.content, request=request)
    return Response(content, headers=headers)


class _Catalogue:
    """DCAT and VoID of the store, made once, when they are asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._content = b""

    def content(self, _: Event) -> bytes:
        with self._lock:
            if not self._content:
                self._content = describe_dataset(self._store)
            return self._content
