"""N-Quads (RDF 1.1): facts, derived ties, and a named graph for each citation.

The same quads as TriG, one a line, for bulk loading into any quad store.
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
    serialize(digest.over(all_quads(graph)), stream, format=RdfFormat.N_QUADS, prefixes=PREFIXES)
    return digest


EXPORTER = Exporter(
    name="nquads",
    write=write,
    format=RdfFormat.N_QUADS,
    rdflib_name="nquads",
    extension="nq",
    media_type="application/n-quads",
    title_fr="N-Quads : avec les liens dérivés et un graphe par renvoi",
    title_en="N-Quads: with derived ties and a graph for each citation",
)
