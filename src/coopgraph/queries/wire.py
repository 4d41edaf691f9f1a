"""How an answer travels from the child process: one line of JSON, then the answer itself.

The answer is what the engine itself writes fastest: SPARQL Results TSV for rows and N-Triples for
triples, which both keep each term as it is and have one line for each row. So an answer can be cut
at a limit while it is being written, and the parent reads it with the parser of the engine and runs
nothing that a child sent. It reads rows when somebody looks at one (`coopgraph.queries.tsv_rows`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO, Final, NamedTuple, TypeVar

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from coopgraph.errors import QueryRefused, StoreError
from coopgraph.identifiers import BASE
from coopgraph.queries.guard import CheckedText
from coopgraph.queries.limits import Limits
from coopgraph.queries.result import Answered, GraphResult, Result, Verdict, make_result
from coopgraph.queries.syntax import engine_error
from coopgraph.queries.tsv_rows import TsvRows, read_variables
from coopgraph.remote import RemoteEndpoint

__all__ = ["GRAPHS_APART", "WHOLE", "Dataset", "read_answer", "remote_answer", "write_answer"]

_Item = TypeVar("_Item")
_DEFAULT: Final = "default"

GRAPHS_APART: Final = (BASE + "graph/void", BASE + "graph/questions")
"""Graphs that tell of the graph: the VoID description, the question bank in SHACL. Only who names
them (or all graphs, with ``GRAPH ?g``) sees them: they are no facts."""


class Dataset(NamedTuple):
    """The graphs that a query sees, by IRI; ``"default"`` is the facts.

    Neither: all that the text names, and if it names none, everything but `GRAPHS_APART`. As the
    SPARQL protocol has it, who names one kind of graph sees only what is named.
    """

    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()


WHOLE: Final = Dataset()


def write_answer(
    store: Store,
    checked: CheckedText,
    limits: Limits,
    stream: BinaryIO,
    *,
    dataset: Dataset = WHOLE,
) -> None:
    """Run the text on the store and write what it answers, errors included."""
    try:
        unknown = _unknown_graph(store, dataset)
        if unknown is not None:
            _write_head(stream, form="graph", message=unknown)
            return
        _write_found(_found(store, checked, dataset), limits, stream)
    except SyntaxError as problem:
        place = _place(checked.text)
        _write_head(stream, form="syntax", message=str(problem), place=place)
    except (OSError, RuntimeError) as problem:
        _write_head(stream, form="store", message=str(problem))


def _unknown_graph(store: Store, dataset: Dataset) -> str | None:
    """Return the first name of a graph that the store does not have."""
    for name in (*dataset.default_graphs, *dataset.named_graphs):
        if name == _DEFAULT and name not in dataset.named_graphs:
            continue
        try:
            if store.contains_named_graph(NamedNode(name)):
                continue
        except ValueError:  # no IRI at all
            pass
        return name
    return None


def _found(
    store: Store, checked: CheckedText, dataset: Dataset
) -> QuerySolutions | QueryTriples | QueryBoolean:
    if dataset == WHOLE:
        apart = [name for name in GRAPHS_APART if store.contains_named_graph(NamedNode(name))]
        if checked.names_graphs or not apart:
            return store.query(checked.text, use_default_graph_as_union=not checked.names_graphs)
        names = (name for name in store.named_graphs() if name.value not in apart)
        return store.query(checked.text, default_graph=[DefaultGraph(), *names])
    return store.query(
        checked.text,
        default_graph=[
            DefaultGraph() if name == _DEFAULT else NamedNode(name)
            for name in dict.fromkeys(dataset.default_graphs)
        ],
        named_graphs=[NamedNode(name) for name in dict.fromkeys(dataset.named_graphs)],
    )


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
    if isinstance(found, QueryBoolean):
        _write_head(stream, form="ask", value=bool(found))
        return
    is_rows = isinstance(found, QuerySolutions)
    lines = _Lines(limits.rows + is_rows, limits.most_bytes)  # the first line names the columns
    with suppress(_Full):
        if isinstance(found, QuerySolutions):
            found.serialize(lines, QueryResultsFormat.TSV)
        else:
            found.serialize(lines, RdfFormat.N_TRIPLES)
    body, truncated = lines.kept()
    _write_head(stream, form="select" if is_rows else "construct", truncated=truncated)
    stream.write(body)


class _Full(Exception):
    """As many lines or bytes as may be are there."""


class _Lines(BytesIO):
    """Keeps what is written, and stops the writer at a number of lines or bytes."""

    def __init__(self, most_lines: int, most_bytes: int) -> None:
        super().__init__()
        self._most_lines, self._most_bytes = most_lines, most_bytes
        self._lines = 0

    # Any: what the base class takes, in the words of its own annotation
    def write(self, data: Any, /) -> int:
        """Keep the data.

        Raises:
            _Full: there is more than may be.
        """
        written = super().write(data)
        self._lines += bytes(data).count(b"\n")
        if self._is_full():
            raise _Full
        return written

    def _is_full(self) -> bool:
        return self._lines > self._most_lines or self.tell() > self._most_bytes

    def kept(self) -> tuple[bytes, bool]:
        """Return the whole lines within the limits, and whether there was more."""
        data = self.getvalue()
        if not self._is_full():
            return data, False
        end = data.rfind(b"\n", 0, max(self._most_bytes, data.find(b"\n") + 1)) + 1
        for _ in range(data.count(b"\n", 0, end) - self._most_lines):
            end = data.rfind(b"\n", 0, end - 1) + 1
        return data[:end], True


def _write_head(stream: BinaryIO, **head: object) -> None:
    stream.write(json.dumps(head).encode() + b"\n")


def read_answer(text: str, data: bytes) -> Answered:
    """Return the answer that a child wrote for a text.

    Raises:
        QuerySyntaxError: the text does not parse.
        QueryRefused: a graph was named that the store does not have.
        StoreError: the store could not be read.
    """
    line, _, body = data.partition(b"\n")
    head = json.loads(line)
    form = head["form"]
    if form == "syntax":
        raise engine_error(text, head["message"], head["place"])
    if form == "graph":
        raise QueryRefused(
            f"The store has no graph “{head['message']}”: leave it out, or name one of its own.",
            f"L’entrepôt n’a pas de graphe « {head['message']} » : l’enlever, ou nommer un des"
            " siens.",
        )
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
    variables = read_variables(body)
    return Result(variables, TsvRows(body, variables), {}, head["truncated"])


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    """Return the triples in a stated order, without repeats."""
    return tuple(sorted(set(triples), key=str))


def _capped(items: Iterator[_Item], most: int) -> tuple[list[_Item], bool]:
    kept = list(islice(items, most))
    return kept, next(items, None) is not None


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
