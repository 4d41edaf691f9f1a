"""``/store``: the reading half of the SPARQL 1.1 Graph Store Protocol (W3C, 2013).

``?default`` is the graph of facts, ``?graph=IRI`` a named one. The other half would change the
graph: PUT, POST, DELETE and PATCH are answered with 405.
"""

from __future__ import annotations

from functools import partial
from threading import Event

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.serve.answers import choose_form
from coopgraph.serve.barriers import preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.media import GRAPH_FORMATS, GRAPH_OFFERS, content_type
from coopgraph.serve.operations import read_pairs
from coopgraph.serve.problems import Problem
from coopgraph.serve.service import READ, Service
from coopgraph.vocabulary import PREFIXES

__all__ = ["graph_store_routes"]

_OFFERS = tuple(offer for offer in GRAPH_OFFERS if offer.name != "trig")


def graph_store_routes(service: Service) -> list[Route]:
    """Return the route of the graph store."""
    return [Route("/store", partial(_graph, service), methods=READ)]


async def _graph(service: Service, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    pairs = read_pairs(request.scope["query_string"])
    name = _graph_name(service, pairs)
    asked = next((value for key, value in pairs if key == "format"), "")
    offer, media_type = choose_form(request, _OFFERS, asked)
    etag = make_etag(service.content_hash, str(name), media_type)
    headers = {**headers_with(etag), "Content-Type": content_type(media_type)}
    if fresh := fresh_response(request, headers):
        return fresh
    form: RdfFormat = GRAPH_FORMATS[offer.name]

    def work(_: Event) -> bytes:
        return service.store.dump(format=form, from_graph=name, prefixes=PREFIXES) or b""

    return Response(await service.engine.do(work, request=request), headers=headers)


def _graph_name(service: Service, pairs: list[tuple[str, str]]) -> NamedNode | DefaultGraph:
    asked = [(key, value) for key, value in pairs if key in ("default", "graph")]
    if len(asked) != 1 or (asked[0][0] == "default" and asked[0][1]):
        raise Problem(
            400,
            "wrong-request",
            "Name one graph: ?default or ?graph=IRI.",
            "Nommer un graphe : ?default ou ?graph=IRI.",
        )
    if asked[0][0] == "default":
        return DefaultGraph()
    if asked[0][1] not in service.graphs:
        raise Problem(
            404, "unknown-graph", "There is no such graph.", "Il n’y a pas de tel graphe."
        )
    return NamedNode(asked[0][1])
