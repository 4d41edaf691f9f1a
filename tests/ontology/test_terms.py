"""Column map, vocabulary, ontology, shapes, context and queries name the same terms."""

from __future__ import annotations

import json
import re

import pytest
from rdflib import OWL, RDF, SH, Graph, URIRef
from rdflib.term import Node

from coopgraph.identifiers import NAMESPACE, iri_pattern, scheme_iri
from coopgraph.shipped import shipped_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.vocabulary import CLASSES, PREFIXES, PROPERTIES, expand, read_schemes

ONTOLOGY = shipped_folder("ontology")
SHAPES_NAMESPACE = "https://w3id.org/coopgraph/shapes#"
CODE = URIRef(SHAPES_NAMESPACE + "code")
ONTOLOGY_GRAPH = Graph().parse(ONTOLOGY / "coopgraph.ttl")
SHAPES = Graph().parse(ONTOLOGY / "shapes" / "data.ttl")
KINDS = Graph().parse(ONTOLOGY / "kinds.ttl")
CONTEXT = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
NODE_TABLES = [table for table in TABLES.values() if table.class_]
CELLS = [
    pytest.param(table, column, id=f"{table.name}.{column.name}")
    for table in NODE_TABLES
    for column in table.columns
    if column.property and not column.property.startswith("^")
]
# properties that no column has: computed by the loaders, shortcuts, derived, or said of terms
NOT_IN_COLUMNS = {
    *("inferred", "untranslated", "openEnd", "dateMark", "dateQualifier"),
    *("earliestBegin", "latestBegin", "earliestEnd", "latestEnd"),
    *("hasParty", "operatedBy", "benefits", "ledTo", "followedBy", "realises", "postponedFrom"),
    "concernsRecord",
    *("tookPartIn", "cooperatedWith", "derived", "counterExample"),
}


def declared(*sorts: URIRef) -> set[str]:
    return {
        str(subject).removeprefix(NAMESPACE)
        for sort in sorts
        for subject in ONTOLOGY_GRAPH.subjects(RDF.type, sort)
    }


def property_shapes(table: Table, property_: str) -> list[Node]:
    node_shape = URIRef(SHAPES_NAMESPACE + table.class_.partition(":")[2])
    path = URIRef(expand(property_).value)
    return [
        shape
        for shape in SHAPES.objects(node_shape, SH.property)
        if SHAPES.value(shape, SH.path) == path
    ]


def test_vocabulary_equals_ontology() -> None:
    assert declared(OWL.Class) == set(CLASSES)
    properties = declared(OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    assert properties == set(PROPERTIES)


def test_every_term_is_in_the_column_map_or_known_not_to_be() -> None:
    named = {
        column.property.removeprefix("coop:")
        for table in TABLES.values()
        for column in table.columns
        if column.property.startswith("coop:")
    }
    assert named | NOT_IN_COLUMNS == set(PROPERTIES)
    assert not named & NOT_IN_COLUMNS
    classes = {table.class_.removeprefix("coop:") for table in NODE_TABLES}
    general = {"Record", "Link", "Activity", "Person", "Organisation", "skos:Concept"}
    assert classes | general == {*CLASSES, "skos:Concept"}


def test_context_names_every_term() -> None:
    for name in CLASSES + PROPERTIES:
        entry = CONTEXT[name]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"coop:{name}"
    for name in declared(OWL.ObjectProperty):
        assert CONTEXT[name]["@type"] == "@id", name
    for prefix in ("coop", "dct", "edtf", "owl", "prov", "rdfs", "skos", "xsd"):
        assert CONTEXT[prefix] == PREFIXES[prefix]


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_shape_says_of_a_cell_what_the_column_map_says(table: Table, column: Column) -> None:
    (shape,) = property_shapes(table, column.property)
    least = SHAPES.value(shape, SH.minCount)
    same = [other for other in table.columns if other.property == column.property]
    labels = column.property in ("skos:prefLabel", "coop:measure")  # in one language or both
    required = labels or any(other.required for other in same)
    assert (least is not None) == required
    pattern = str(SHAPES.value(shape, SH.pattern) or "")
    if column.kind == "concept":
        assert pattern == f"^{scheme_iri(column.scheme)}/"
    if column.kind == "edtf":
        assert str(SHAPES.value(shape, SH.datatype)) == expand("edtf:EDTF").value
    if column.kind == "label":
        assert SHAPES.value(shape, SH.uniqueLang) is not None


@pytest.mark.parametrize("table", NODE_TABLES, ids=lambda table: table.name)
def test_node_shape_targets_the_class_and_checks_the_iri(table: Table) -> None:
    shape = URIRef(SHAPES_NAMESPACE + table.class_.partition(":")[2])
    assert SHAPES.value(shape, SH.targetClass) == URIRef(expand(table.class_).value)
    if table.name not in ("themes", "withdrawals"):
        assert str(SHAPES.value(shape, SH.pattern)) == iri_pattern(table.segment)


def test_every_shape_with_a_message_has_a_code_and_both_languages() -> None:
    for shape in set(SHAPES.subjects(SH.message)):
        languages = sorted(
            str(getattr(message, "language", "")) for message in SHAPES.objects(shape, SH.message)
        )
        assert languages == ["en", "fr"], shape
        codes = [str(code) for code in SHAPES.objects(shape, CODE)]
        assert len(codes) == 1, shape
        assert re.fullmatch(r"[EW]4\d\d", codes[0])
        warns = SHAPES.value(shape, SH.severity) == SH.Warning
        assert warns == codes[0].startswith("W"), shape
        for message in SHAPES.objects(shape, SH.message):
            assert " — " in str(message)
            assert not re.search(r"https?://w3id|coop:|sh:|shape", str(message))
    for shape in set(SHAPES.subjects(RDF.type, SH.PropertyShape)):
        assert (shape, SH.message, None) in SHAPES


def test_schemes_are_those_of_the_column_map() -> None:
    named = {c.scheme for t in TABLES.values() for c in t.columns if c.kind == "concept"}
    assert set(read_schemes()) == named | {"date-mark", "date-qualifier", "theme"}
    assert all(read_schemes()[scheme] for scheme in named)


@pytest.mark.parametrize(
    "file",
    sorted(path.relative_to(ONTOLOGY).as_posix() for path in ONTOLOGY.rglob("*.rq")),
)
def test_queries_use_declared_terms_and_concepts_only(file: str) -> None:
    text = (ONTOLOGY / file).read_text(encoding="utf-8")
    for name in re.findall(r"\bcoop:([A-Za-z]+)", text):
        assert name in CLASSES + PROPERTIES, name
    schemes = read_schemes()
    for prefix, concept in re.findall(r"(?<![\w:-])([a-z-]+):([a-z-]+)", text):
        if prefix in schemes:
            assert concept in schemes[prefix], concept


def test_shapes_use_declared_terms_only() -> None:
    for triple in SHAPES:
        for term in triple:
            if isinstance(term, URIRef) and term.startswith(NAMESPACE):
                assert term.removeprefix(NAMESPACE) in CLASSES + PROPERTIES, term


def test_every_concept_stands_in_one_scheme() -> None:
    assert len(set(KINDS.subjects(RDF.type))) == sum(map(len, read_schemes().values())) + len(
        read_schemes()
    )
