"""What leaves the house: one module for each format, each with ``write(graph, stream)``.

`EXPORTERS` lists them; the command line and the docs take their choices from it. The same tables
give the same bytes under any hash seed, locale or time zone. `export_file` writes beside
the target, reads the file back and only then gives it its name.

>>> sorted(EXPORTERS)
['dcat', 'jsonld', 'nquads', 'ntriples', 'trig', 'turtle']
"""

from __future__ import annotations

from pathlib import Path

from coopgraph.export import dcat, jsonld, nquads, ntriples, trig, turtle
from coopgraph.export.files import Exporter, Written, write_checked
from coopgraph.export.quads import Graph

__all__ = ["EXPORTERS", "Exporter", "Written", "export_file"]

EXPORTERS: dict[str, Exporter] = {
    "turtle": turtle.EXPORTER,
    "ntriples": ntriples.EXPORTER,
    "trig": trig.EXPORTER,
    "nquads": nquads.EXPORTER,
    "jsonld": jsonld.EXPORTER,
    "dcat": dcat.EXPORTER,
}


def export_file(graph: Graph, name: str, path: Path) -> Written:
    """Write `graph` in the format `name` to `path`; return what was written.

    Raises:
        KeyError: no such format.
        WriteError: the file could not be written; nothing was left behind.
    """
    return write_checked(graph, EXPORTERS[name], path)
