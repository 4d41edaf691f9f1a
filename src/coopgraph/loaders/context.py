"""What every loader needs besides its rows: which table an id belongs to.

A cell names another row by its bare id (``technopole-dune``). The IRI of that row has the name of
its type in it (``id/actor/technopole-dune``), so loaders ask the index of all ids. References to
ids that do not exist were refused before (`coopgraph.tables.check`); they never come this far.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import NamedNode

from coopgraph.identifiers import record_iri
from coopgraph.loaders.open_ends import OpenEnds
from coopgraph.tables.column_map import TABLES
from coopgraph.vocabulary import expand

__all__ = ["LoadContext"]

_PREFIXES: Final = {name: record_iri(table.segment, "") for name, table in TABLES.items()}


@dataclass(frozen=True, slots=True)
class LoadContext:
    """Which table holds which id, and the open-ended dates that wait for their sources."""

    tables: Mapping[str, str]
    open_ends: OpenEnds = field(default_factory=OpenEnds)

    def iri(self, identifier: str) -> str:
        """Return the IRI of the row that has this id, whatever its table, as N-Triples writes it.

        >>> LoadContext({"dune": "actors"}).iri("dune")
        '<https://w3id.org/coopgraph/id/actor/dune>'
        """
        return f"<{_PREFIXES[self.tables[identifier]]}{identifier}>"

    def property_of(self, record: str, column: str) -> NamedNode | None:
        """Return the property that a column of the record's table becomes, if it has one."""
        curie = TABLES[self.tables[record]].column(column).property
        return expand(curie.removeprefix("^")) if curie else None
