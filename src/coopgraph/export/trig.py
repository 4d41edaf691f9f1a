"""TriG (RDF 1.1): facts, derived ties, and a named graph for each citation.

For specialists of provenance: what each citation supports stands in a graph of its own.
"""

from __future__ import annotations

from typing import IO

from pyoxigraph import RdfFormat, serialize

from coopgraph.export.files import Digest, Exporter
from coopgraph.export.quads import Graph, all_quads
from coopgraph.vocabulary import PREFIXES

__all__ = ["EXPORTER", "write"]


def write(graph: Graph, stream: IO[bytes]) -> Digest:
    """Write the graph on a binary stream; return the digest of what was written."""
    digest = Digest()
    serialize(digest.over(all_quads(graph)), stream, format=RdfFormat.TRIG, prefixes=PREFIXES)
    return digest


EXPORTER = Exporter(
    name="trig",
    write=write,
    format=RdfFormat.TRIG,
    rdflib_name="trig",
    extension="trig",
    media_type="application/trig",
    title_fr="TriG : avec les liens dérivés et un graphe par renvoi",
    title_en="TriG: with derived ties and a graph for each citation",
)
