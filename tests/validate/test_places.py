"""From a node and a property of the graph back to a cell of a table."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from coopgraph.identifiers import concept_iri, record_iri
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.index import RecordIndex, index_records
from coopgraph.validate.places import Fault, Places, shown
from coopgraph.vocabulary import COOP, RDF, SKOS, expand

MISSION = record_iri("mission", "mission-dune-2031")


def fault_of(record: str = MISSION, *properties: str, value: str = "", language: str = "") -> Fault:
    return Fault(
        code="E400",
        record=record,
        text_en="wrong",
        text_fr="faux",
        properties=properties,
        value=value,
        language=language,
    )


@pytest.fixture
def index(tmp_path: Path) -> RecordIndex:
    header = ",".join(TABLES["missions"].header)
    rows = f"{header}\nmission-arrakis,visit,Mission\nmission-dune-2031,visit,Mission aux Dunes\n"
    (tmp_path / "missions.csv").write_text(rows, encoding="utf-8")
    return index_records(tmp_path)


@pytest.mark.parametrize(
    ("name", "language", "column"),
    [
        (COOP.when.value, "", "when"),
        (COOP.latestEnd.value, "", "when"),
        (COOP.dateMark.value, "", "when"),
        (SKOS.prefLabel.value, "en", "title_en"),
        (SKOS.prefLabel.value, "fr", "title_fr"),
        (SKOS.note.value, "en", "note_en"),
        (COOP.hasStatus.value, "", "status"),
        (COOP.hasParty.value, "", ""),
        ("https://example.org/elsewhere", "", ""),
    ],
)
def test_a_property_is_told_as_its_column(name: str, language: str, column: str) -> None:
    assert Places().finding(fault_of(MISSION, name, language=language)).column == column


def test_the_first_property_that_has_a_column_counts() -> None:
    properties = (COOP.hasParty.value, COOP.hasStatus.value, COOP.when.value)
    assert Places().finding(fault_of(MISSION, *properties)).column == "status"


def test_the_type_of_an_actor_is_its_kind() -> None:
    actor = record_iri("actor", "technopole-dune")
    assert Places().finding(fault_of(actor, RDF.type.value)).column == "kind"


def test_line_and_cell_come_from_the_index(index: RecordIndex) -> None:
    finding = Places(index).finding(fault_of(MISSION, COOP.when.value))
    assert (finding.file, finding.line, finding.cell) == ("missions.csv", 3, "E3")
    assert finding.record == "mission-dune-2031"


def test_a_fault_of_the_whole_row_has_a_line_and_no_cell(index: RecordIndex) -> None:
    finding = Places(index).finding(fault_of())
    assert (finding.line, finding.column, finding.cell) == (3, "", "")


def test_without_an_index_the_record_is_named() -> None:
    finding = Places().finding(fault_of(MISSION, COOP.when.value))
    assert (finding.file, finding.line, finding.cell) == ("missions.csv", 0, "")
    assert finding.record == "mission-dune-2031"


def test_a_record_that_the_index_lacks_has_no_line(index: RecordIndex) -> None:
    finding = Places(index).finding(fault_of(record_iri("actor", "technopole-dune")))
    assert (finding.file, finding.line) == ("actors.csv", 0)


def test_a_theme_is_a_row_and_a_concept_a_term() -> None:
    places = Places()
    assert places.finding(fault_of(concept_iri("theme", "sable"))).file == "themes.csv"
    assert places.finding(fault_of(concept_iri("side", "quebec"))).file == "kinds.ttl"
    assert places.finding(fault_of(concept_iri("sequence", "led-to"))).file == "kinds.ttl"
    assert places.finding(fault_of(COOP.hasParty.value)).file == "coopgraph.ttl"
    assert places.finding(fault_of("https://example.org/dune")).file == ""


def test_a_blank_node_has_no_place_and_breaks_nothing() -> None:
    finding = Places(store=Store()).finding(fault_of("b0", SKOS.prefLabel.value))
    assert (finding.file, finding.line, finding.column) == ("", 0, "")


def test_of_a_computed_bound_the_written_date_is_shown() -> None:
    date = Literal("2031-08/2030", datatype=expand("edtf:EDTF"))
    store = Store()
    store.add(Quad(NamedNode(MISSION), COOP.when, date))
    fault = fault_of(MISSION, COOP.earliestEnd.value, value="2030-01-01")
    assert Places(store=store).finding(fault).value == "2031-08/2030"
    assert Places().finding(fault).value == "2030-01-01"


@pytest.mark.parametrize(
    ("spoken", "column"),
    [
        (["fr"], "title_en"),
        (["en"], "title_fr"),
        ([], "title_fr"),
        (["fr", "en", "en"], "title_en"),
    ],
)
def test_the_language_that_lacks_or_is_repeated_is_found(spoken: list[str], column: str) -> None:
    store = Store()
    for number, language in enumerate(spoken):
        title = Literal(f"Dune {number}", language=language)
        store.add(Quad(NamedNode(MISSION), SKOS.prefLabel, title))
    assert Places(store=store).finding(fault_of(MISSION, SKOS.prefLabel.value)).column == column


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (MISSION, "mission-dune-2031"),
        (concept_iri("mission-kind", "visit"), "visit"),
        (COOP.statusAsOf.value, "status_as_of"),
        (SKOS.altLabel.value, "altLabel"),
        (COOP.Mission.value, "Mission"),
        ("Mission aux Dunes", "Mission aux Dunes"),
        ("https://example.org/page", "https://example.org/page"),
    ],
)
def test_values_are_shown_without_our_iris(value: str, text: str) -> None:
    assert shown(value) == text


def test_the_record_itself_is_not_repeated_as_a_value() -> None:
    assert Places().finding(fault_of(MISSION, value=MISSION)).value == ""


def test_without_a_remedy_the_column_says_what_is_expected() -> None:
    finding = Places().finding(fault_of(MISSION, COOP.when.value))
    assert finding.remedy_en == "expected: EDTF, as vague as the source"
    assert finding.remedy_fr == "attendu\N{NO-BREAK SPACE}: EDTF, aussi vague que la source"


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.segment])
def test_every_column_with_a_property_is_found_again(name: str) -> None:
    found = TABLES[name]
    node = record_iri(found.segment, "dune")
    for column in found.columns:
        if column.property and not column.property.startswith("^"):
            fault = fault_of(node, expand(column.property).value, language=column.language)
            assert Places().finding(fault).column == column.name
