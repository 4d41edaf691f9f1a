"""The program that uvicorn runs: all routes, and what lies around them.

::

    app = make_app(service, log=sys.stderr)  # an ASGI application
"""

from __future__ import annotations

import json
from functools import partial
from typing import TextIO

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from coopgraph.errors import CoopgraphError
from coopgraph.serve.access_log import AccessLog
from coopgraph.serve.barriers import Barriers, ResponseHeaders, preflight
from coopgraph.serve.description import description_routes
from coopgraph.serve.endpoint import endpoint_routes
from coopgraph.serve.graph_store import graph_store_routes
from coopgraph.serve.pages import page_routes
from coopgraph.serve.problems import Problem, as_problem, problem_response
from coopgraph.serve.questions import question_routes
from coopgraph.serve.service import READ, Service
from coopgraph.serve.suggestions import suggestion_routes

__all__ = ["make_app"]


def make_app(service: Service, *, log: TextIO) -> ASGIApp:
    """Return the application; `log` gets a line for each answer."""
    routes = [
        Route("/health", partial(_health, service), methods=READ),
        *description_routes(service),
        *endpoint_routes(service),
        *graph_store_routes(service),
        *question_routes(service),
        *suggestion_routes(service),
        *page_routes(service),
    ]
    inner = Starlette(
        routes=routes,
        exception_handlers={
            Problem: _say_problem,
            CoopgraphError: _say_error,
            HTTPException: _say_status,
        },
    )
    inner.router.redirect_slashes = False  # a redirect repeats the Host of the request
    settings = service.settings
    app = ResponseHeaders(Barriers(inner, settings))
    return AccessLog(app, log, behind_proxy=settings.behind_proxy)


async def _health(service: Service, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    state = {
        "status": "ok",
        "content_hash": service.content_hash,
        "quads": service.quads,
        "questions": len(service.catalogue),
        "running": service.engine.running,
        "waiting": service.engine.waiting,
    }
    headers = {"Cache-Control": "no-store"}
    return Response(json.dumps(state) + "\n", headers=headers, media_type="application/json")


async def _say_problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, Problem):
        raise error
    return problem_response(request, error)


async def _say_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, CoopgraphError):
        raise error
    return problem_response(request, as_problem(error))


async def _say_status(request: Request, error: Exception) -> Response:
    """Say what the router has to say: no such path, no such method."""
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 405:
        allow = dict(error.headers or {}).get("Allow", "")
        problem = Problem(
            405,
            "method-not-allowed",
            "The graph is only read here: GET and HEAD, and POST at /sparql.",
            "Ici, on ne fait que lire le graphe : GET et HEAD, et POST à /sparql.",
            allow=allow,
        )
    else:
        problem = Problem(
            error.status_code, "not-found", "There is nothing here.", "Il n’y a rien ici."
        )
    return problem_response(request, problem)
