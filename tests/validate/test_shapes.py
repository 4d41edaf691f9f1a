"""Shapes: what pyshacl reports, read into faults."""

import logging
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from coopgraph.errors import CoopgraphError
from coopgraph.validate.places import Fault
from coopgraph.validate.shapes import validate_shapes
from coopgraph.vocabulary import COOP, RDF, SKOS, XSD

DUNE = NamedNode("https://w3id.org/coopgraph/id/place/port-dune")
PREFIXES = """
@prefix coop: <https://w3id.org/coopgraph/ns#> .
@prefix coop-sh: <https://w3id.org/coopgraph/shapes#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
MESSAGES = 'sh:message "trop"@fr , "too many"@en'


def faults_of(folder: Path, shape: str, *facts: Triple) -> list[Fault]:
    path = folder / "data.ttl"
    path.write_text(f"{PREFIXES}{shape}", encoding="utf-8")
    store = Store()
    store.add(Quad(DUNE, RDF.type, COOP.Place))
    store.extend(Quad(fact.subject, fact.predicate, fact.object) for fact in facts)
    return validate_shapes(store, shapes=path)


def test_texts_code_and_remedies_come_from_the_shape(tmp_path: Path) -> None:
    shape = """coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ; sh:property [
        sh:path coop:latitude ; sh:maxCount 1 ; coop-sh:code "E417" ;
        sh:message "trop — en garder une"@fr , "too many — keep one"@en ] ."""
    latitudes = (Triple(DUNE, COOP.latitude, Literal(text)) for text in ("1", "2"))
    assert faults_of(tmp_path, shape, *latitudes) == [
        Fault(
            code="E417",
            record=DUNE.value,
            text_en="too many",
            text_fr="trop",
            remedy_en="keep one",
            remedy_fr="en garder une",
            properties=(COOP.latitude.value,),
        )
    ]


def test_the_code_of_the_shape_around_counts_and_warnings_have_their_own(tmp_path: Path) -> None:
    inner = f"sh:property [ sh:path coop:latitude ; sh:minCount 1 ; {MESSAGES} ]"
    target = "coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place"
    (inherited,) = faults_of(tmp_path, f'{target} ; coop-sh:code "E420" ; {inner} .')
    (bare,) = faults_of(tmp_path, f"{target} ; {inner} .")
    mild = inner.replace("]", "; sh:severity sh:Warning ]")
    (warned,) = faults_of(tmp_path, f"{target} ; {mild} .")
    assert [inherited.code, bare.code, warned.code] == ["E420", "E499", "W499"]


def test_a_shape_without_words_still_speaks_both_languages(tmp_path: Path) -> None:
    shape = """coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ;
        sh:property [ sh:path coop:latitude ; sh:minCount 1 ] ."""
    (fault,) = faults_of(tmp_path, shape)
    assert fault.text_fr == "cette valeur enfreint une règle des données"
    assert fault.text_en == "this value breaks a rule of the data"


def test_the_language_of_a_wrong_value_is_told(tmp_path: Path) -> None:
    shape = f"""coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ; sh:property [
        sh:path skos:prefLabel ; sh:pattern "^[A-Z]" ; {MESSAGES} ] ."""
    (fault,) = faults_of(
        tmp_path, shape, Triple(DUNE, SKOS.prefLabel, Literal("port", language="fr"))
    )
    assert (fault.value, fault.language) == ("port", "fr")


@pytest.mark.parametrize(
    ("path", "properties"),
    [
        ("( coop:within coop:onSide )", (COOP.within.value,)),
        (
            "[ sh:alternativePath ( coop:within coop:onSide ) ]",
            (COOP.within.value, COOP.onSide.value),
        ),
        ("[ sh:zeroOrOnePath coop:within ]", (COOP.within.value,)),
        ("[ sh:inversePath coop:within ]", ()),
    ],
)
def test_a_path_is_told_by_its_first_step(
    tmp_path: Path, path: str, properties: tuple[str, ...]
) -> None:
    shape = f"""coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ; sh:property [
        sh:path {path} ; sh:minCount 9 ; {MESSAGES} ] ."""
    (fault,) = faults_of(tmp_path, shape)
    assert fault.properties == properties


def test_an_impossible_day_is_a_fault_and_not_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shape = f"""coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ; sh:property [
        sh:path coop:statusAsOf ; sh:datatype xsd:date ; {MESSAGES} ] ."""
    impossible = Literal("2031-02-30", datatype=XSD.date)
    with caplog.at_level(logging.WARNING):
        (fault,) = faults_of(tmp_path, shape, Triple(DUNE, COOP.statusAsOf, impossible))
    assert fault.value == "2031-02-30"
    assert not caplog.records


def test_a_closed_shape_sees_every_property(tmp_path: Path) -> None:
    shape = f"""coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ; sh:closed true ;
        sh:ignoredProperties ( rdfs:label <{RDF.type.value}> ) ; {MESSAGES} ."""
    (fault,) = faults_of(tmp_path, shape, Triple(DUNE, COOP.unit, Literal("x")))
    assert fault.properties == (COOP.unit.value,)


def test_a_subclass_is_validated_with_its_class(tmp_path: Path) -> None:
    shape = f"""coop-sh:R a sh:NodeShape ; sh:targetClass coop:Record ; sh:property [
        sh:path coop:latitude ; sh:minCount 1 ; {MESSAGES} ] ."""
    sub = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    assert faults_of(tmp_path, shape) == []
    assert len(faults_of(tmp_path, shape, Triple(COOP.Place, sub, COOP.Record))) == 1


def test_only_facts_are_validated_not_derived_ties(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    shape = "coop-sh:P a sh:NodeShape ; sh:targetClass coop:Place ; sh:nodeKind sh:Literal ."
    path.write_text(f"{PREFIXES}{shape}", encoding="utf-8")
    derived = NamedNode("https://w3id.org/coopgraph/graph/derived")
    store = Store()
    store.add(Quad(DUNE, RDF.type, COOP.Place, derived))
    assert validate_shapes(store, shapes=path) == []


def test_shapes_that_are_wrong_are_an_error_of_ours(tmp_path: Path) -> None:
    shape = """coop-sh:Place a sh:NodeShape ; sh:targetClass coop:Place ;
        sh:property [ sh:path coop:latitude ; sh:minCount 1 , 2 ] ."""
    with pytest.raises(CoopgraphError, match=r"data\.ttl"):
        faults_of(tmp_path, shape)
