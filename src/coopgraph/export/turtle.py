"""Turtle (RDF 1.1): the published facts in one readable file.

The default graph alone: facts, citations, claims, the kinds and the ontology. Grouped by subject,
sorted, with our prefixes; it has no blank node.
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
        digest.over(published_triples(graph)), stream, format=RdfFormat.TURTLE, prefixes=PREFIXES
    )
    return digest


EXPORTER = Exporter(
    name="turtle",
    write=write,
    format=RdfFormat.TURTLE,
    rdflib_name="turtle",
    extension="ttl",
    media_type="text/turtle",
    title_fr="Turtle : les faits publiés, une notation lisible",
    title_en="Turtle: the published facts, a readable notation",
)
