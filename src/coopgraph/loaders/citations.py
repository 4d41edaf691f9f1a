"""Citations: which source says what, and where in it.

A record is derived from its citations (``prov:wasDerivedFrom``), a citation names the source. A
citation that is meant for one column says so with ``coop:citedProperty``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopgraph.loaders.context import LoadContext
from coopgraph.loaders.lines import statement, statements
from coopgraph.loaders.loader import Loader
from coopgraph.loaders.nodes import NodePlan
from coopgraph.tables.batches import Columns
from coopgraph.vocabulary import COOP, expand

__all__ = ["load_citations"]

_DERIVED_FROM = expand("prov:wasDerivedFrom")


@Loader
def load_citations(batches: Iterable[Columns], context: LoadContext) -> Iterator[str]:
    """Yield the citations, each tied to the record that rests on it."""
    plan = NodePlan("citations", context, leave=("record", "column"))
    for columns in batches:
        subjects = plan.subjects(columns)
        yield from plan.lines(subjects, columns)
        records = columns["record"]
        yield statements(map(context.iri, records), _DERIVED_FROM, subjects)
        cited = zip(subjects, records, columns["source"], columns["column"], strict=True)
        for subject, record, source, column in cited:
            context.open_ends.cite(record, source, column)
            if column and (property_ := context.property_of(record, column)):
                yield statement(subject, COOP.citedProperty, property_)
