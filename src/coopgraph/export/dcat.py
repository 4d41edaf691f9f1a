"""DCAT-AP 3 and VoID: the description of the dataset that a portal harvests.

It names the files that the other exporters write, with their sizes and SHA-256 checksums, counted
from the very same graph; it has no blank node. Who publishes is left to the caller: without a
publisher the description has none. Addresses below the base are proposed, not registered.

Sources: DCAT 3 (W3C, 2024), DCAT-AP 3 (SEMIC), VoID (W3C Interest Group Note, 2011), SPDX.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from typing import IO, cast

from pyoxigraph import DefaultGraph, Literal, NamedNode, RdfFormat, Triple, serialize

from coopgraph.export import jsonld, nquads, ntriples, trig, turtle
from coopgraph.export.files import Digest, Exporter
from coopgraph.export.quads import Graph, sorted_triples
from coopgraph.identifiers import BASE, NAMESPACE, ONTOLOGY
from coopgraph.vocabulary import COOP, DCAT, DCT, FOAF, PREFIXES, RDF, VOID, XSD

__all__ = ["DATASET", "EXPORTER", "write"]

DATASET = NamedNode(BASE + "dataset/coopgraph")
_VERSION = "0.1.0"
_RELEASE = f"{BASE}release/{_VERSION}/"
_EU = "http://publications.europa.eu/resource/authority/"
_SPDX = "http://spdx.org/rdf/terms#"
_MEDIA = "http://www.iana.org/assignments/media-types/"
_FILE_TYPES = {
    "turtle": "RDF_TURTLE",
    "ntriples": "RDF_N_TRIPLES",
    "trig": "RDF_TRIG",
    "nquads": "RDF_N_QUADS",
    "jsonld": "JSON_LD",
}
_DUMPS = (turtle.EXPORTER, ntriples.EXPORTER, trig.EXPORTER, nquads.EXPORTER, jsonld.EXPORTER)
_TITLE = {
    "fr": "coopgraph : graphe de connaissances de la coopération franco-québécoise",
    "en": "coopgraph: a knowledge graph of Franco-Québécois cooperation",
}
_DESCRIPTION = {
    "fr": "Qui a travaillé avec qui entre la France et le Québec, quand, au titre de quel accord, "
    "avec quel argent et quel résultat, et dans quelle source cela est dit.",
    "en": "Who worked with whom between France and Québec, when, under which agreement, with which "
    "money and outcome, and which source says so.",
}


def write(
    graph: Graph,
    stream: IO[bytes],
    *,
    publisher: str | None = None,
    publisher_name: str = "",
    downloads: str = "",
    files: bool = True,
) -> Digest:
    """Write the description as Turtle; `publisher` is the IRI of who publishes the dataset.

    `downloads` is the address of the folder where the files lie, for a harvester to fetch them;
    without it they have the addresses of the release, which do not resolve yet.
    Without `files` no export is made to be measured: a server has none to offer.
    """
    digest = Digest()
    triples = [*_dataset(), *_period(graph), *_counts(graph)]
    triples += _publisher(publisher, publisher_name)
    for exporter in _DUMPS if files else ():
        triples += _distribution(graph, exporter, downloads)
    prefixes = {**PREFIXES, "spdx": _SPDX}
    serialize(
        digest.over(sorted_triples(triples)), stream, format=RdfFormat.TURTLE, prefixes=prefixes
    )
    return digest


def _dataset() -> Iterator[Triple]:
    """Yield what is said of the dataset as a whole."""
    yield Triple(DATASET, RDF.type, DCAT.Dataset)
    yield Triple(DATASET, RDF.type, VOID.Dataset)
    for language in ("fr", "en"):
        yield Triple(DATASET, DCT.title, Literal(_TITLE[language], language=language))
        yield Triple(DATASET, DCT.description, Literal(_DESCRIPTION[language], language=language))
    for predicate, value in (
        (DCT.license, _EU + "licence/CC_BY_4_0"),
        (DCT.accessRights, _EU + "access-right/PUBLIC"),
        (DCT.language, _EU + "language/FRA"),
        (DCT.language, _EU + "language/ENG"),
        (DCT.spatial, _EU + "country/FRA"),
        (DCT.spatial, _EU + "country/CAN"),
        (DCAT.theme, _EU + "data-theme/INTR"),
        (DCT.conformsTo, ONTOLOGY),
        (VOID.vocabulary, NAMESPACE),
    ):
        yield Triple(DATASET, predicate, NamedNode(value))
    for keyword, language in (
        ("coopération décentralisée", "fr"),
        ("relations franco-québécoises", "fr"),
        ("decentralised cooperation", "en"),
        ("France–Québec relations", "en"),
    ):
        yield Triple(DATASET, DCAT.keyword, Literal(keyword, language=language))
    yield Triple(DATASET, DCAT.version, Literal(_VERSION))
    yield Triple(DATASET, DCT.identifier, Literal(DATASET.value))
    yield Triple(DATASET, VOID.uriSpace, Literal(BASE + "id/"))


def _period(graph: Graph) -> Iterator[Triple]:
    """Yield the days between which the dated facts of the graph lie."""
    days = sorted(
        quad.object.value
        for bound in (COOP.earliestBegin, COOP.latestBegin, COOP.earliestEnd, COOP.latestEnd)
        for quad in graph.quads_for_pattern(None, bound, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    )
    if days:
        period = NamedNode(DATASET.value + "/period")
        yield Triple(DATASET, DCT.temporal, period)
        yield Triple(period, RDF.type, DCT.PeriodOfTime)
        yield Triple(period, DCAT.startDate, Literal(days[0], datatype=XSD.date))
        yield Triple(period, DCAT.endDate, Literal(days[-1], datatype=XSD.date))


def _publisher(iri: str | None, name: str) -> Iterator[Triple]:
    """Yield who publishes, if the caller has said so."""
    if iri is None:
        return
    agent = NamedNode(iri)
    yield Triple(DATASET, DCT.publisher, agent)
    yield Triple(agent, RDF.type, FOAF.Agent)
    if name:
        yield Triple(agent, FOAF.name, Literal(name))


def _counts(graph: Graph) -> Iterator[Triple]:
    """Yield the VoID counts of the default graph: triples, subjects, classes, properties."""
    subjects: set[str] = set()
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for quad in graph.quads_for_pattern(None, None, None, DefaultGraph()):
        subjects.add(str(quad.subject))
        properties[quad.predicate.value] += 1
        if quad.predicate == RDF.type and isinstance(quad.object, NamedNode):
            classes[quad.object.value] += 1
    yield Triple(DATASET, VOID.triples, _integer(properties.total()))
    yield Triple(DATASET, VOID.distinctSubjects, _integer(len(subjects)))
    yield Triple(DATASET, VOID.classes, _integer(len(classes)))
    yield Triple(DATASET, VOID.properties, _integer(len(properties)))
    for link, key, count, number in (
        (VOID.classPartition, VOID["class"], VOID.entities, classes),
        (VOID.propertyPartition, VOID.property, VOID.triples, properties),
    ):
        for iri, times in number.items():
            digest = hashlib.sha256(iri.encode()).hexdigest()[:12]
            part = NamedNode(f"{DATASET.value}/partition/{_last_part(iri)}-{digest}")
            yield Triple(DATASET, link, part)
            yield Triple(part, key, NamedNode(iri))
            yield Triple(part, count, _integer(times))
    missions = graph.quads_for_pattern(None, RDF.type, COOP.Mission, DefaultGraph())
    first = min((str(quad.subject)[1:-1] for quad in missions), default="")
    if first:
        yield Triple(DATASET, VOID.exampleResource, NamedNode(first))


def _distribution(graph: Graph, exporter: Exporter, downloads: str) -> Iterator[Triple]:
    """Yield one file of the dataset, with the size and checksum that its exporter gives."""
    sink = _Sink()
    exporter.write(graph, cast("IO[bytes]", sink))
    name = f"coopgraph.{exporter.extension}"
    node, checksum = NamedNode(_RELEASE + name), NamedNode(f"{_RELEASE}{name}#sha256")
    file = NamedNode(f"{downloads.rstrip('/')}/{name}") if downloads else node
    yield Triple(DATASET, DCAT.distribution, node)
    yield Triple(DATASET, VOID.dataDump, file)
    yield Triple(node, RDF.type, DCAT.Distribution)
    yield Triple(node, DCT.title, Literal(exporter.title_fr, language="fr"))
    yield Triple(node, DCT.title, Literal(exporter.title_en, language="en"))
    yield Triple(node, DCT.license, NamedNode(_EU + "licence/CC_BY_4_0"))
    yield Triple(node, DCAT.accessURL, file)
    yield Triple(node, DCAT.downloadURL, file)
    yield Triple(node, DCAT.mediaType, NamedNode(_MEDIA + exporter.media_type))
    yield Triple(node, DCT.format, NamedNode(_EU + "file-type/" + _FILE_TYPES[exporter.name]))
    yield Triple(node, DCAT.byteSize, Literal(str(sink.size), datatype=XSD.nonNegativeInteger))
    yield Triple(node, NamedNode(_SPDX + "checksum"), checksum)
    yield Triple(checksum, RDF.type, NamedNode(_SPDX + "Checksum"))
    algorithm = NamedNode(_SPDX + "checksumAlgorithm_sha256")
    yield Triple(checksum, NamedNode(_SPDX + "algorithm"), algorithm)
    value = Literal(sink.sha256.hexdigest(), datatype=XSD.hexBinary)
    yield Triple(checksum, NamedNode(_SPDX + "checksumValue"), value)


class _Sink(io.RawIOBase):
    """A stream that keeps nothing but the size and the checksum of what it is given."""

    def __init__(self) -> None:
        self.size = 0
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:  # type: ignore[override]  # only bytes are written here
        self.size += len(data)
        self.sha256.update(data)
        return len(data)


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=XSD.integer)


def _last_part(iri: str) -> str:
    return iri.replace("#", "/").rstrip("/").rpartition("/")[2]


EXPORTER = Exporter(
    name="dcat",
    write=write,
    format=RdfFormat.TURTLE,
    rdflib_name="turtle",
    extension="dcat.ttl",
    media_type="text/turtle",
    title_fr="DCAT-AP et VoID : la description du jeu de données pour un portail",
    title_en="DCAT-AP and VoID: the description of the dataset for a portal",
)
