"""Ask a graph: a named question of the catalogue, or a reader's own SPARQL.

>>> from pyoxigraph import Store
>>> from coopgraph.queries.catalogue import find_question
>>> run_question(Store(), find_question("announced-without-trace"), {}, language="en").rows
[]

A named question is ours: it runs at once, with its values bound as terms. A reader's text is a
stranger's: `coopgraph.queries.guard` reads it first, and a child process runs it within
`coopgraph.queries.limits`. Nothing here writes anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from coopgraph.queries.catalogue import Question
from coopgraph.queries.child import run_guarded
from coopgraph.queries.guard import check_text
from coopgraph.queries.limits import Limits
from coopgraph.queries.parameters import bind_parameters
from coopgraph.queries.result import Answered, Result, make_result
from coopgraph.sparql import Queryable, select

if TYPE_CHECKING:
    from coopgraph.queries.bearers import Bearers
    from coopgraph.queries.pool import QueryPool

__all__ = ["run_question", "run_text"]


def run_question(
    graph: Queryable,
    question: Question,
    parameters: Mapping[str, str],
    *,
    language: str,
    bearers: Bearers | None = None,
) -> Result:
    """Ask a named question; labels come in `language` (``"fr"`` or ``"en"``).

    `bearers` are the names of the graph, for a caller that asks many times.

    Raises:
        UsageError: a parameter is unknown, missing or cannot be read.
        StoreError: the store cannot be read.
    """
    bound = bind_parameters(question, parameters, graph, language=language, bearers=bearers)
    answer = select(graph, question.sparql, bind=bound)
    header = question.header
    return make_result(answer.variables, answer.rows, header.columns, note=header.note)


def run_text(
    graph: Queryable,
    sparql: str,
    *,
    folder: Path | None = None,
    limits: Limits | None = None,
    allow: Collection[str] = (),
    pool: QueryPool | None = None,
) -> Answered:
    """Run a reader's own SPARQL, read-only and within limits.

    `folder` is where the store lives if it lives on disk: the child process opens it there, for
    reading. `allow` names what is refused otherwise: ``"service"``, ``"from"``,
    ``"unknown-terms"``. With a `pool`, one of its warm processes runs the query on the pool's
    graph, and `graph` and `folder` are not asked; without, a child process of its own does.

    Raises:
        QueryBusy: no process of the pool was free in time.
        QuerySyntaxError: the text does not parse; line and column.
        QueryRefused: it asks for what is switched off, is too large or too deep, or names a term
            that the ontology does not have.
        QueryTimeout: it was stopped at a limit.
        StoreError: the store cannot be read.
    """
    if pool is not None:
        return pool.run(sparql, allow=allow, limits=limits)
    checked = check_text(sparql, allow=allow)
    return run_guarded(graph, checked, folder=folder, limits=limits or Limits())
