"""``/sparql``: the query operation of the SPARQL 1.1 Protocol, and the description without one."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.serve.answers import Ask, answer
from coopgraph.serve.barriers import preflight
from coopgraph.serve.description import describe
from coopgraph.serve.operations import read_operation
from coopgraph.serve.service import READ_OR_POST, Service

__all__ = ["endpoint_routes"]


def endpoint_routes(service: Service) -> list[Route]:
    """Return the routes of the endpoint, with and without a slash at the end."""
    query = partial(_query, service)
    return [Route(path, query, methods=READ_OR_POST) for path in ("/sparql", "/sparql/")]


async def _query(service: Service, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ_OR_POST))
    settings = service.settings
    operation = await read_operation(
        request, seconds=settings.read_seconds, most=settings.most_body
    )
    if operation is None:
        return await describe(service, request)
    ask = Ask(
        operation.text, operation.default_graphs, operation.named_graphs, format=operation.format
    )
    return await answer(service, request, ask)
