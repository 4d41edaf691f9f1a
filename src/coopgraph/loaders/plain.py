"""Loaders of tables in which nothing is special: the column map says it all, or nearly all.

A link table ties two records through a node of its own, which has dates, sources and roles. So
that a simple question needs no detour through that node, `load_link` also ties them directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.read import Row

__all__ = ["Load", "load_link", "load_plain"]

Load = Callable[[Iterable[Row], LoadContext], Iterator[Quad]]


def load_plain(table: str) -> Load:
    """Return the loader of a table that needs only the column map."""

    def load(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
        plan = NodePlan(table, context)
        for row in rows:
            yield from plan.quads(plan.subject(row), row)

    return load


def load_link(table: str, subject: str, predicate: NamedNode, object_: str) -> Load:
    """Return the loader of a link table that also ties two of its columns directly."""

    def load(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
        plan = NodePlan(table, context)
        for row in rows:
            yield from plan.quads(plan.subject(row), row)
            yield Quad(context.iri(row[subject]), predicate, context.iri(row[object_]))

    return load
