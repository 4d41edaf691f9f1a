"""No contradiction in the ontology and its examples: owlrl always, HermiT where Java is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from coopgraph.identifiers import NAMESPACE
from coopgraph.shipped import shipped_folder

FOLDER = shipped_folder("ontology")
EXAMPLES = sorted((FOLDER / "examples" / "good").glob("*.ttl"))
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
DUNE = URIRef("https://w3id.org/coopgraph/id/actor/technopole-dune")
# datatypes that are in the OWL 2 datatype map; dates and EDTF are not
KNOWN = (XSD.boolean, XSD.decimal, XSD.integer, XSD.string, XSD.dateTime, None)


def read_without_dates() -> Graph:
    """Return ontology and examples without dates, labels and the names of properties as values."""
    graph = Graph()
    for file in (FOLDER / "coopgraph.ttl", FOLDER / "kinds.ttl", *EXAMPLES):
        graph.parse(file)
    for triple in list(graph):
        literal = isinstance(triple[2], Literal)
        dated = isinstance(triple[2], Literal) and triple[2].datatype not in KNOWN
        wordy = triple[1] in (RDFS.label, SKOS.prefLabel, SKOS.definition, SKOS.example)
        if dated or (literal and wordy):
            graph.remove(triple)
    return graph


def contradictions(graph: Graph) -> list[str]:
    closed = Graph()
    closed += graph
    DeductiveClosure(OWLRL_Semantics).expand(closed)
    return [str(text) for text in closed.objects(None, ERROR)]


@pytest.mark.no_cover
def test_owlrl_finds_no_contradiction() -> None:
    assert contradictions(read_without_dates()) == []


@pytest.mark.no_cover
def test_owlrl_finds_a_planted_contradiction() -> None:
    graph = Graph().parse(FOLDER / "coopgraph.ttl")
    graph.add((DUNE, RDF.type, URIRef(NAMESPACE + "Actor")))
    graph.add((DUNE, RDF.type, URIRef(NAMESPACE + "Place")))
    assert contradictions(graph)


@pytest.mark.skipif(shutil.which("java") is None, reason="HermiT needs Java")
@pytest.mark.parametrize("planted", [False, True])
def test_hermit_agrees(tmp_path: Path, planted: bool) -> None:
    import owlready2

    graph = read_without_dates()
    if planted:
        graph.add((DUNE, RDF.type, URIRef(NAMESPACE + "Place")))
    for triple in list(graph.triples((None, OWL.versionIRI, None))):
        graph.remove(triple)
    file = tmp_path / "world.nt"
    graph.serialize(file, format="nt", encoding="utf-8")
    world = owlready2.World()
    ontology = world.get_ontology(file.as_uri()).load()
    assert ontology.world is world
    if planted:
        with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
            owlready2.sync_reasoner_hermit(world, debug=0)
        return
    owlready2.sync_reasoner_hermit(world, debug=0)
    assert list(world.inconsistent_classes()) == []
