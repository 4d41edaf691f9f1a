"""Turtle, TriG, N-Triples and JSON-LD for a graph that a query answers, in a stated order."""

from __future__ import annotations

from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from coopgraph.queries.formats.form import only_triples
from coopgraph.queries.result import Answered
from coopgraph.vocabulary import PREFIXES

__all__ = ["write_jsonld", "write_ntriples", "write_trig", "write_turtle"]


def write_turtle(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write Turtle with the prefixes that are used; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    triples = only_triples(answered, "turtle").triples
    serialize(triples, stream, RdfFormat.TURTLE, prefixes=_prefixes(triples))


def write_trig(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write TriG: all triples in the default graph; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    triples = only_triples(answered, "trig").triples
    serialize(triples, stream, RdfFormat.TRIG, prefixes=_prefixes(triples))


def write_ntriples(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write N-Triples; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    serialize(only_triples(answered, "ntriples").triples, stream, RdfFormat.N_TRIPLES)


def write_jsonld(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write expanded JSON-LD, which needs no context; language and width change nothing.

    Raises:
        UnknownFormat: the answer is no graph.
    """
    serialize(only_triples(answered, "jsonld").triples, stream, RdfFormat.JSON_LD)
    stream.write(b"\n")


def _prefixes(triples: tuple[Triple, ...]) -> dict[str, str]:
    """Return the prefixes that are used."""
    said = " ".join(str(triple) for triple in triples)
    return {name: iri for name, iri in sorted(PREFIXES.items()) if f"<{iri}" in said}
