"""Citations: which source says what, and where in it.

A record is derived from its citations (``prov:wasDerivedFrom``), a citation names the source. A
citation that is meant for one column says so with ``coop:citedProperty``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.read import Row
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_citations"]

_DERIVED_FROM = expand("prov:wasDerivedFrom")


def load_citations(rows: Iterable[Row], context: LoadContext) -> Iterator[Quad]:
    """Yield the citations, each tied to the record that rests on it."""
    plan = NodePlan("citations", context, leave=("record", "column"))
    for row in rows:
        record, column = row["record"], row["column"]
        subject = plan.subject(row)
        yield from plan.quads(subject, row)
        yield Quad(context.iri(record), _DERIVED_FROM, subject)
        if column and (cited := context.property_of(record, column)):
            yield Quad(subject, COOP.citedProperty, cited)
        context.open_ends.cite(record, row["source"], column)
