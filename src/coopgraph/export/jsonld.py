"""JSON-LD (1.1): the published facts for people who think in JSON.

The context is in the file: a reader needs no network.
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
        digest.over(published_triples(graph)), stream, format=RdfFormat.JSON_LD, prefixes=PREFIXES
    )
    return digest


EXPORTER = Exporter(
    name="jsonld",
    write=write,
    format=RdfFormat.JSON_LD,
    rdflib_name="json-ld",
    extension="jsonld",
    media_type="application/ld+json",
    title_fr="JSON-LD : les faits publiés, pour le web",
    title_en="JSON-LD: the published facts, for the web",
)
