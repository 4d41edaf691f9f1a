"""Does the graph keep the rules? SHACL shapes and SPARQL gates, told of the rows of the tables.

::

    ontology/gates/data/*.rq    → gates.py  ┐
    ontology/shapes/data.ttl    → shapes.py ┴→ Fault → places.py → Finding (file:line:column)

>>> from pyoxigraph import Store
>>> validate_graph(Store())
[]

What can be seen in one cell (a date, a number, an id that does not exist) is not looked at again:
`coopgraph.tables.check` has refused it before there is a graph.
"""

from __future__ import annotations

from pyoxigraph import Store

from coopgraph.findings import Finding, sort_findings
from coopgraph.progress import Progress
from coopgraph.tables.index import RecordIndex

__all__ = ["validate_graph"]


def validate_graph(
    store: Store,
    *,
    index: RecordIndex | None = None,
    progress: Progress | None = None,
) -> list[Finding]:
    """Return what is wrong in the facts of the store, in the order of files and lines.

    `index` tells the line of each record (`coopgraph.tables.index.index_records` of the folder
    that the store was built from); without it, findings name the table and the record only.
    `progress` is called with what is being done and how far it is.

    Raises:
        CoopgraphError: a shape or a gate is itself wrong.
    """
    # not at the top: importing a part of this package need not load rdflib and pyshacl
    from coopgraph.validate.gates import validate_gates
    from coopgraph.validate.places import Places
    from coopgraph.validate.shapes import validate_shapes

    faults = validate_gates(store, progress=progress)
    if progress is not None:
        progress("SHACL", 1, 1)
    faults += validate_shapes(store)
    places = Places(index, store)
    # a record of two classes can break one rule twice
    return sort_findings(dict.fromkeys(map(places.finding, faults)))
