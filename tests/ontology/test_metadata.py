"""The ontology describes itself: what catalogues of vocabularies ask for."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, Store
from rdflib import DCTERMS, OWL, XSD, Graph, Literal, URIRef

from coopgraph.identifiers import NAMESPACE, ONTOLOGY
from coopgraph.shipped import shipped_folder

FOLDER = shipped_folder("ontology")
GATE = (FOLDER / "gates" / "ontology" / "metadata-missing.rq").read_text(encoding="utf-8")
REQUIRED = (
    *("title", "description", "license", "creator", "created", "publisher", "issued", "source"),
    "bibliographicCitation",
)


def open_ontology() -> Store:
    store = Store()
    store.load(path=str(FOLDER / "coopgraph.ttl"), format=RdfFormat.TURTLE)
    return store


def missing(store: Store) -> list[str]:
    answer = store.query(GATE)
    assert isinstance(answer, QuerySolutions)
    return [str(row["property"].value) for row in answer]


@pytest.mark.parametrize("name", REQUIRED)
def test_gate_sees_each_missing_property(name: str) -> None:
    store = open_ontology()
    assert missing(store) == []
    predicate = NamedNode(str(DCTERMS) + name)
    for quad in list(store.quads_for_pattern(NamedNode(ONTOLOGY), predicate, None)):
        store.remove(quad)
    assert missing(store) == [predicate.value]


def test_description_is_bilingual_licensed_and_versioned() -> None:
    graph = Graph().parse(FOLDER / "coopgraph.ttl")
    ontology = URIRef(ONTOLOGY)
    for predicate in (DCTERMS.title, DCTERMS.description):
        languages = [getattr(text, "language", "") for text in graph.objects(ontology, predicate)]
        assert sorted(languages) == ["en", "fr"]
    assert "creativecommons.org/licenses/by/4.0" in str(graph.value(ontology, DCTERMS.license))
    version = str(graph.value(ontology, OWL.versionInfo))
    assert str(graph.value(ontology, OWL.versionIRI)).endswith(f"/release/{version}")
    namespace = URIRef("http://purl.org/vocab/vann/preferredNamespaceUri")
    assert str(graph.value(ontology, namespace)) == NAMESPACE


def test_dates_of_the_description_do_not_stop_reasoners() -> None:
    graph = Graph().parse(FOLDER / "coopgraph.ttl")
    typed = [term for term in graph.objects() if isinstance(term, Literal)]
    assert not [literal for literal in typed if literal.datatype == XSD.date]


def test_derived_properties_are_those_of_the_construct_files() -> None:
    graph = Graph().parse(FOLDER / "coopgraph.ttl")
    marked = set(graph.subjects(URIRef(NAMESPACE + "derived")))
    assert marked == {URIRef(NAMESPACE + "tookPartIn"), URIRef(NAMESPACE + "cooperatedWith")}
