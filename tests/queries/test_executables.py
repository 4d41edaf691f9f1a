"""The bank as RDF: read by two parsers, the same bytes, every SPARQL runs."""

from io import BytesIO
from typing import Any

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse
from rdflib.namespace import RDF, RDFS, SH
from tests.queries.conftest import ask_oxigraph

from coopgraph.queries.catalogue import read_catalogue
from coopgraph.queries.executables import describe_questions, question_iri, spell_executables
from coopgraph.sparql import select

ENDPOINT = "https://example.org/sparql"
EXECUTABLE = rdflib.URIRef(SH + "SPARQLExecutable")


@pytest.fixture(scope="module")
def plain() -> rdflib.Graph:
    """The bank without a graph, as another program reads it."""
    return rdflib.Graph().parse(data=spell_executables(endpoint=ENDPOINT), format="turtle")


def test_both_parsers_read_the_same_triples(plain: rdflib.Graph) -> None:
    text = spell_executables(endpoint=ENDPOINT)
    triples = {quad.triple for quad in parse(text, format=RdfFormat.TURTLE)}
    assert len(triples) == len(plain)
    assert not any(isinstance(term, BlankNode) for t in triples for term in (t.subject, t.object))


def test_the_same_bank_gives_the_same_bytes(dune: Any) -> None:
    assert spell_executables(dune.store) == spell_executables(dune.store)
    assert [str(t) for t in describe_questions()] == sorted(str(t) for t in describe_questions())


def test_each_question_is_found_as_editors_look_for_it(plain: rdflib.Graph) -> None:
    found = plain.query(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX schema: <https://schema.org/> "
        "SELECT ?question ?comment { ?question a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; "
        "sh:select ?text ; sh:prefixes/sh:declare [ sh:prefix 'coop' ] ; schema:target ?where ; "
        "schema:keywords ?word ; <http://www.w3.org/2000/01/rdf-schema#comment> ?comment }"
    )
    spoken = {(str(row[0]), row[1].n3()[-2:]) for row in found if isinstance(row, tuple)}
    assert spoken == {
        (question_iri(name), word) for name in read_catalogue() for word in ("fr", "en")
    }


def test_the_parameters_are_the_dollar_names_of_the_text(plain: rdflib.Graph) -> None:
    for name, question in read_catalogue().items():
        node = rdflib.URIRef(question_iri(name))
        text = str(plain.value(node, SH.select))
        assert "#:" not in text
        paths = {
            str(plain.value(p, SH.path)).rpartition("/")[2] for p in plain[node : SH.parameter]
        }
        assert all(f"${path}" in text for path in paths), name
        periods = sum(p.kind == "period" for p in question.header.parameters)
        assert len(paths) == len(question.header.parameters) + periods + ("$lang" in text)


def test_a_parameter_says_what_it_takes(plain: rdflib.Graph) -> None:
    def parameter(question: str, name: str) -> rdflib.URIRef:
        return rdflib.URIRef(f"{question_iri(question)}/parameter/{name}")

    place = parameter("events-at-place", "place")
    assert str(plain.value(place, SH["class"])).endswith("#Place")
    assert plain.value(place, SH.optional).toPython() is False  # type: ignore[union-attr]  # a literal
    mode = plain.value(parameter("office-holders-on", "mode"), SH.defaultValue)
    assert mode == rdflib.Literal("possibly")
    assert str(plain.value(parameter("office-holders-on", "day"), SH.datatype)).endswith("#date")
    assert plain.value(parameter("activities-possibly-during", "during_last"), RDF.type)


def test_the_declared_prefixes_are_those_of_the_text(plain: rdflib.Graph) -> None:
    for node in plain.subjects(RDF.type, EXECUTABLE):
        declared = {
            f"PREFIX {plain.value(d, SH.prefix)}: <{plain.value(d, SH.namespace)}>"
            for d in plain.objects(plain.value(node, SH.prefixes), SH.declare)
        }
        lines = str(plain.value(node, SH.select)).split("\n")
        assert declared == {line for line in lines if line.startswith("PREFIX")}


def test_an_example_runs_as_it_stands_and_gives_the_same_rows(dune: Any) -> None:
    store = Store()
    store.load(BytesIO(spell_executables(dune.store, language="en").encode()), RdfFormat.TURTLE)
    rows = select(
        store,
        "SELECT ?n ?t { ?n <http://www.w3.org/ns/prov#specializationOf> ?q ; "
        "<http://www.w3.org/ns/shacl#select> ?t }",
    ).rows
    texts = {
        node.value: text.value
        for node, text in rows
        if isinstance(node, NamedNode) and isinstance(text, Literal)
    }
    for iri, text in texts.items():
        select(dune.store, text)
        assert "$lang" not in text, iri
    name = "contested"
    answer = select(dune.store, texts[f"{question_iri(name)}/example"])
    assert len(answer.rows) == len(ask_oxigraph(dune, name, {}, "en")[1])
    # no record of the header's examples is in the invented tables
    assert f"{question_iri('took-part')}/example" not in texts


def test_labels_are_in_both_languages(plain: rdflib.Graph) -> None:
    for node in plain.subjects(RDF.type, EXECUTABLE):
        languages = sorted(
            str(o.language) for o in plain[node : RDFS.label] if isinstance(o, rdflib.Literal)
        )
        assert languages == ["en", "fr"]
