"""Turtle and N-Triples for the graph that a CONSTRUCT or DESCRIBE answers, in a stated order."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from coopgraph.queries.formats.form import only_triples
from coopgraph.queries.result import Answered
from coopgraph.vocabulary import PREFIXES

__all__ = ["write_ntriples", "write_turtle"]


def write_turtle(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write Turtle with the prefixes that are used; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    triples = only_triples(answered, "turtle").triples
    said = " ".join(str(triple) for triple in triples)
    prefixes = {name: iri for name, iri in sorted(PREFIXES.items()) if f"<{iri}" in said}
    serialize(triples, stream, RdfFormat.TURTLE, prefixes=prefixes)


def write_ntriples(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write N-Triples; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    serialize(only_triples(answered, "ntriples").triples, stream, RdfFormat.N_TRIPLES)
