"""How an answer travels from the child process: one line of JSON, then the answer itself.

The answer is SPARQL Results JSON for rows and N-Triples for triples, so the parent reads it with
the parser of the engine and runs nothing that a child sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from typing import BinaryIO, TypeVar

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from coopgraph.errors import StoreError
from coopgraph.queries.formats.results_json import write_json
from coopgraph.queries.guard import CheckedText
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict, make_result
from coopgraph.queries.syntax import engine_error
from coopgraph.remote import RemoteEndpoint

__all__ = ["read_answer", "remote_answer", "write_answer"]

_Item = TypeVar("_Item")


def write_answer(store: Store, checked: CheckedText, limits: Limits, stream: BinaryIO) -> None:
    """Run the text on the store and write what it answers, errors included."""
    try:
        found = store.query(checked.text, use_default_graph_as_union=not checked.names_graphs)
        _write_found(found, limits, stream)
    except SyntaxError as problem:
        place = _place(checked.text)
        _write_head(stream, form="syntax", message=str(problem), place=place)
    except (OSError, RuntimeError) as problem:
        _write_head(stream, form="store", message=str(problem))


def _place(text: str) -> tuple[int, int] | None:
    """Return where the part that does not parse begins; None if only the engine minds.

    The engine names the furthest place that any of its readings reached, often far behind the
    mistake; rdflib's parser names the place where the last thing that it understood ends.
    """
    # heavy, and only wanted when something is wrong
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseBaseException as problem:
        return problem.lineno, problem.col
    except Exception:
        return None
    return None


def _write_found(
    found: QuerySolutions | QueryTriples | QueryBoolean, limits: Limits, stream: BinaryIO
) -> None:
    answered: Answered
    if isinstance(found, QueryBoolean):
        _write_head(stream, form="ask", value=bool(found))
    elif isinstance(found, QuerySolutions):
        variables = tuple(variable.value for variable in found.variables)
        rows, truncated = _capped((tuple(row) for row in found), limits.rows)
        _write_head(stream, form="select", truncated=truncated)
        answered = Result(variables, rows, {})
        write_json(answered, stream)
    else:
        triples, truncated = _capped(iter(found), limits.rows)
        _write_head(stream, form="construct", truncated=truncated)
        serialize(triples, stream, RdfFormat.N_TRIPLES)


def _capped(items: Iterator[_Item], most: int) -> tuple[list[_Item], bool]:
    kept = list(islice(items, most))
    return kept, next(items, None) is not None


def _write_head(stream: BinaryIO, **head: object) -> None:
    stream.write(json.dumps(head).encode() + b"\n")


def read_answer(text: str, data: bytes) -> Answered:
    """Return the answer that a child wrote for a text.

    Raises:
        QuerySyntaxError: the text does not parse.
        StoreError: the store could not be read.
    """
    line, _, body = data.partition(b"\n")
    head = json.loads(line)
    form = head["form"]
    if form == "syntax":
        raise engine_error(text, head["message"], head["place"])
    if form == "store":
        raise StoreError(
            f"The query could not be answered: {head['message']}.",
            f"La requête n’a pas pu aboutir : {head['message']}.",
        )
    if form == "ask":
        return Verdict(head["value"])
    if form == "construct":
        triples = (quad.triple for quad in parse(body, RdfFormat.N_TRIPLES))
        return GraphResult(_sorted(triples), head["truncated"])
    return _rows(parse_query_results(BytesIO(body), QueryResultsFormat.JSON), head["truncated"])


def _rows(found: object, truncated: bool) -> Result:
    if not isinstance(found, QuerySolutions):
        raise TypeError(found)
    variables = tuple(variable.value for variable in found.variables)
    return make_result(variables, [tuple(row) for row in found], truncated=truncated)


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return the triples in a stated order, without repeats."""
    return tuple(sorted(set(triples), key=str))


def remote_answer(endpoint: RemoteEndpoint, checked: CheckedText, limits: Limits) -> Answered:
    """Ask a remote endpoint; its own time limit holds, rows are capped here.

    Raises:
        QuerySyntaxError: the endpoint says that the text is wrong.
        QueryTimeout: no answer in time.
        StoreError: the endpoint cannot be reached or read.
    """
    if checked.form in ("CONSTRUCT", "DESCRIBE"):
        triples, truncated = _capped(endpoint.triples(checked.text), limits.rows)
        return GraphResult(_sorted(triples), truncated)
    found = endpoint.rows(checked.text)
    if isinstance(found, QueryBoolean):
        return Verdict(bool(found))
    rows, truncated = _capped((tuple(row) for row in found), limits.rows)
    return make_result(tuple(v.value for v in found.variables), rows, truncated=truncated)
