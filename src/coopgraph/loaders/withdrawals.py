"""Withdrawals: rows that were wrong. Their ids keep an address that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from coopgraph.identifiers import record_iri
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import TRUE, NodePlan
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import Row
from coopgraph.vocabulary import expand

__all__ = ["load_withdrawals"]

_DEPRECATED = expand("owl:deprecated")


def load_withdrawals(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the withdrawn records, at the address that each had in its own table."""
    plan = NodePlan("withdrawals", context)
    for row in rows:
        subject = NamedNode(record_iri(TABLES[row["table"]].segment, row["id"]))
        yield from plan.quads(subject, row)
        yield Quad(subject, _DEPRECATED, TRUE)
