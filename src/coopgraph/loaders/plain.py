"""Loaders of tables in which nothing is special: the column map says it all, or nearly all.

A link table ties two records through a node of its own, which has dates, sources and roles. So
that a simple question needs no detour through that node, `load_link` also ties them directly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.batches import Columns

__all__ = ["load_link", "load_plain"]


def load_plain(table: str) -> Loader:
    """Return the loader of a table that needs only the column map."""

    @Loader
    def load(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
        plan = NodePlan(table, context)
        for columns in batches:
            yield from plan.lines(plan.subjects(columns), columns)

    return load


def load_link(table: str, subject: str, predicate: NamedNode, object_: str) -> Loader:
    """Return the loader of a link table that also ties two of its columns directly."""

    @Loader
    def load(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
        plan = NodePlan(table, context)
        for columns in batches:
            yield from plan.lines(plan.subjects(columns), columns)
            subjects = map(context.iri, columns[subject])
            yield statements(subjects, predicate, map(context.iri, columns[object_]))

    return load
