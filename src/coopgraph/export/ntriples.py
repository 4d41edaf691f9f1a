"""N-Triples (RDF 1.1): the published facts, one triple a line.

The lines are sorted byte by byte, so `diff` and `comm` compare two releases.
"""

from __future__ import annotations

from typing import IO

from pyoxigraph import RdfFormat, serialize

from coopgraph.export.files import Digest, Exporter
from coopgraph.export.quads import Graph, published_triples
from coopgraph.vocabulary import PREFIXES

__all__ = ["EXPORTER", "write"]


def write(graph: Graph, stream: IO[bytes]) -> Digest:
    """Write the graph on a binary stream; return the digest of what was written."""
    digest = Digest()
    serialize(
        digest.over(published_triples(graph)), stream, format=RdfFormat.N_TRIPLES, prefixes=PREFIXES
    )
    return digest


EXPORTER = Exporter(
    name="ntriples",
    write=write,
    format=RdfFormat.N_TRIPLES,
    rdflib_name="nt",
    extension="nt",
    media_type="application/n-triples",
    title_fr="N-Triples : les faits publiés, un triplet par ligne",
    title_en="N-Triples: the published facts, one triple a line",
)
