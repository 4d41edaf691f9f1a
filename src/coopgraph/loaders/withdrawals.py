"""Withdrawals: rows that were wrong. Their ids keep an address that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from coopgraph.identifiers import record_iri
from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import TRUE, NodePlan
from coopgraph.tables.batches import Columns
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import expand

__all__ = ["load_withdrawals"]

_DEPRECATED = expand("owl:deprecated")


@Loader
def load_withdrawals(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the withdrawn records, at the address that each had in its own table."""
    plan = NodePlan("withdrawals", context)
    for columns in batches:
        withdrawn = zip(columns["table"], columns["id"], strict=True)
        subjects = [f"<{record_iri(TABLES[table].segment, name)}>" for table, name in withdrawn]
        yield from plan.lines(subjects, columns)
        yield statements(subjects, _DEPRECATED, repeat(TRUE))
