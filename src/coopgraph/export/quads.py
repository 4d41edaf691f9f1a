"""What every format starts from: the quads of the graph, each once, in one order.

Within a graph the order is that of the N-Quads lines, byte by byte, so it depends on nothing but
the facts. Large graphs are sorted outside memory (`coopgraph.canonical`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from coopgraph.canonical import sorted_lines
from coopgraph.identifiers import DERIVED_GRAPH, citation_graph_iri, split_iri
from coopgraph.vocabulary import COOP, DCT, PROV

__all__ = ["Graph", "all_quads", "published_triples", "sorted_triples"]

Graph = Store
"""What an exporter reads: a store in memory or in a folder."""

_BOUNDS = frozenset(
    (
        *(COOP.earliestBegin, COOP.latestBegin, COOP.earliestEnd, COOP.latestEnd),
        *(COOP.openEnd, COOP.dateMark, COOP.dateQualifier),
    )
)
# What the curator or the loader says of a record; no source does.
_OURS = frozenset((PROV.wasDerivedFrom, COOP.inferred, COOP.inferredProperty, COOP.untranslated))


def published_triples(graph: Graph) -> Iterator[Triple]:
    """Yield the triples of the default graph, sorted: the published facts with their citations."""
    return sorted_triples(graph.quads_for_pattern(None, None, None, DefaultGraph()))


def all_quads(graph: Graph) -> Iterator[Quad]:
    """Yield all quads: facts, derived ties, then one graph for each citation, each sorted."""
    for name in (DefaultGraph(), NamedNode(DERIVED_GRAPH)):
        yield from _sorted_quads(graph.quads_for_pattern(None, None, None, name))
    yield from _citation_quads(graph)


def sorted_triples(triples: Iterable[Triple | Quad]) -> Iterator[Triple]:
    """Yield triples in the order of their N-Triples lines, none twice."""
    for quad in _sorted_quads(
        item if isinstance(item, Quad) else Quad(item.subject, item.predicate, item.object)
        for item in triples
    ):
        yield quad.triple


def _sorted_quads(quads: Iterable[Quad]) -> Iterator[Quad]:
    return parse(io.BufferedReader(_Lines(sorted_lines(quads))), format=RdfFormat.N_QUADS)


class _Lines(io.RawIOBase):
    """A binary stream over lines, so that the parser reads them without a file between."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # always called with a memoryview
        piece = self._rest or next(self._lines, b"")
        size = min(len(piece), len(buffer))
        buffer[:size] = piece[:size]
        self._rest = piece[size:]
        return size


def _citation_quads(graph: Graph) -> Iterator[Quad]:
    """Yield what each citation supports: the whole record, or the one property that it names."""
    links = graph.quads_for_pattern(None, PROV.wasDerivedFrom, None, DefaultGraph())
    for citation, record in sorted((str(link.object), str(link.subject)) for link in links):
        iri = NamedNode(citation[1:-1])
        name = NamedNode(citation_graph_iri(split_iri(iri.value)[1]))
        supported = _supported(graph, iri, NamedNode(record[1:-1]))
        yield from sorted(
            (Quad(t.subject, t.predicate, t.object, name) for t in supported), key=str
        )
        yield Quad(name, DCT.source, iri, name)


def _supported(graph: Graph, citation: NamedNode, record: NamedNode) -> Iterator[Triple]:
    """Yield the triples of a record that a citation vouches for."""
    named = graph.quads_for_pattern(citation, COOP.citedProperty, None, DefaultGraph())
    wanted = {quad.object for quad in named}
    if COOP.when in wanted:
        wanted |= _BOUNDS
    for quad in graph.quads_for_pattern(record, None, None, DefaultGraph()):
        if quad.predicate not in _OURS and (not wanted or quad.predicate in wanted):
            yield quad.triple
