"""The question bank over HTTP: the list, an answer, the SPARQL of a question with its values in it.

``/questions.json`` lists them, ``/questions.ttl`` has them as SHACL executables;
``/questions/took-part?activity=visit-2031`` answers one;
``/questions/took-part/sparql?activity=visit-2031`` is its text, which runs in any endpoint that
holds the graph. A parameter that is given empty, as a form of a page does, is not given.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from coopgraph.bindings import bound_text
from coopgraph.errors import UnknownQuery
from coopgraph.queries.bearers import Bearers
from coopgraph.queries.catalogue import Question, find_question
from coopgraph.queries.executables import spell_executables
from coopgraph.queries.parameters import bind_parameters
from coopgraph.serve.answers import Ask, answer
from coopgraph.serve.barriers import preflight
from coopgraph.serve.caching import fresh_response, headers_with, make_etag
from coopgraph.serve.negotiation import language_of
from coopgraph.serve.operations import read_pairs
from coopgraph.serve.problems import Problem
from coopgraph.serve.service import READ, Service

__all__ = ["question_routes", "spell_question"]

_OURS: Final = ("lang", "format")
_JSON: Final = "application/json; charset=utf-8"


def question_routes(service: Service) -> list[Route]:
    """Return the routes of the question bank; names are read when one is first given."""
    bearers = Bearers(service.store)
    return [
        Route("/questions.json", partial(_list, service), methods=READ),
        Route("/questions.ttl", partial(_executables, service, {}), methods=READ),
        Route("/questions/{id}", partial(_answer, service, bearers), methods=READ),
        Route("/questions/{id}/sparql", partial(_text, service, bearers), methods=READ),
    ]


async def _list(service: Service, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    questions = [spell_question(question) for question in service.catalogue.values()]
    content = json.dumps(questions, ensure_ascii=False).encode() + b"\n"
    headers = {**headers_with(make_etag(content), vary="Origin"), "Content-Type": _JSON}
    return fresh_response(request, headers) or Response(content, headers=headers)


async def _executables(service: Service, made: dict[str, bytes], request: Request) -> Response:
    """Answer with the bank as executables of SHACL, which other editors can read.

    `made` keeps the text for each address under which the server is called: parsing all the
    examples takes a while.
    """
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    endpoint = service.address(request, "/sparql")
    headers = {
        **headers_with(make_etag(service.content_hash, endpoint), vary="Origin, Host", age=3600),
        "Content-Type": "text/turtle; charset=utf-8",
    }
    if fresh := fresh_response(request, headers):
        return fresh
    if endpoint not in made:
        spelled = partial(spell_executables, service.store, endpoint=endpoint)
        made[endpoint] = (await run_in_threadpool(spelled)).encode()
    return Response(made[endpoint], headers=headers)


def spell_question(question: Question) -> dict[str, object]:
    """Return a question as ``/questions.json`` has it."""
    header = question.header
    parameters = [
        {
            "name": parameter.name,
            "kind": parameter.kind,
            "targets": list(parameter.targets),
            "required": parameter.required,
            "default": parameter.default,
            "example": parameter.example,
            "words": parameter.words._asdict(),
        }
        for parameter in header.parameters
    ]
    return {
        "id": question.id,
        "title": header.title._asdict(),
        "question": header.question._asdict(),
        "keywords": header.keywords._asdict(),
        "note": header.note._asdict(),
        "parameters": parameters,
        "columns": {name: words._asdict() for name, words in header.columns.items()},
        "view": header.view,
        "sparql": question.sparql,
    }


async def _answer(service: Service, bearers: Bearers, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    question, text = await _bound(service, bearers, request)
    header = question.header
    asked = request.query_params.get("format", "")
    ask = Ask(text, format=asked, columns=header.columns, note=header.note)
    return await answer(service, request, ask)


async def _text(service: Service, bearers: Bearers, request: Request) -> Response:
    if request.method == "OPTIONS":
        return preflight(", ".join(READ))
    _, text = await _bound(service, bearers, request)
    headers = headers_with(make_etag(text), vary="Accept-Language")
    media_type = "application/sparql-query; charset=utf-8"
    return fresh_response(request, headers) or Response(
        text, headers=headers, media_type=media_type
    )


async def _bound(service: Service, bearers: Bearers, request: Request) -> tuple[Question, str]:
    """Return the question that the path names and its text with the values of the address."""
    question = _find(service, request.path_params["id"])
    given: dict[str, str] = {}
    for name, value in read_pairs(request.scope["query_string"]):
        if name in given:
            raise Problem(
                400,
                "wrong-parameter",
                "A parameter is given twice.",
                "Un paramètre est donné deux fois.",
            )
        if name not in _OURS and value.strip():
            given[name] = value
    text = await run_in_threadpool(_bind, question, given, bearers, language_of(request))
    return question, text


def _find(service: Service, identifier: str) -> Question:
    if identifier in service.catalogue:
        return service.catalogue[identifier]
    try:
        return find_question(identifier)
    except UnknownQuery as error:
        raise Problem(404, "unknown-question", error.text_en, error.text_fr) from error


def _bind(question: Question, given: dict[str, str], bearers: Bearers, language: str) -> str:
    bound = bind_parameters(question, given, bearers.graph, language=language, bearers=bearers)
    return bound_text(question.sparql, bound)
