"""From a wrong row of a table to the finding that names its cell, end to end."""

import csv
import re
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from coopgraph.findings import Finding, format_finding
from coopgraph.graph import build_graph
from coopgraph.identifiers import BASE, record_iri
from coopgraph.shipped import shipped_folder
from coopgraph.tables.column_map import TABLES
from coopgraph.validate import validate_graph
from coopgraph.vocabulary import PREFIXES, SKOS

DUNE = Path(__file__).parents[1] / "fixtures" / "dune"
MISSION = "mission-hiver-2014-visite"
# an IRI, a prefixed name or the name of a shape: nothing that a curator has ever written
INTERNAL = re.compile(
    "|".join([re.escape(BASE), *map(re.escape, PREFIXES.values()), r"\w:\w|Shape"])
)


@pytest.fixture
def dune(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DUNE, tmp_path / "dune"))


def change(folder: Path, table: str, identifier: str, **cells: str) -> None:
    """Write other cells into a row; a row that is not there yet is added."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    if identifier not in {row["id"] for row in rows}:
        rows.append(dict.fromkeys(TABLES[table].header, "") | {"id": identifier})
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, TABLES[table].header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | cells if row["id"] == identifier else row for row in rows)


def without_citations_of(folder: Path, record: str) -> None:
    path = folder / "citations.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line.split(",")[1] != record]
    assert len(kept) < len(lines)
    path.write_text("".join(kept), encoding="utf-8")


def findings_of(folder: Path) -> list[Finding]:
    (folder / "ids.lock").unlink(missing_ok=True)  # rows are added and moved here at will
    built = build_graph(folder)
    return validate_graph(built.store, index=built.index)


def texts_of(finding: Finding) -> tuple[str, ...]:
    words = (finding.text_fr, finding.text_en, finding.remedy_fr, finding.remedy_en)
    return (*words, finding.value, finding.record)


@pytest.mark.parametrize("folder", [DUNE, shipped_folder("data")], ids=["fixture", "shipped"])
@pytest.mark.no_cover  # planted faults cover more; the whole corpus takes thrice as long traced
def test_clean_tables_have_nothing_to_tell(folder: Path) -> None:
    built = build_graph(folder)
    found = validate_graph(built.store, index=built.index)
    assert [format_finding(finding, "en") for finding in found] == []


@pytest.mark.parametrize(
    ("table", "identifier", "cells", "place"),
    [
        # shapes
        ("awards", "mission-hiver-2014.award.1", {"activity": ""}, "awards.csv:2:recipient: E496"),
        ("awards", "projet-sable.award.1", {"currency": ""}, "awards.csv:3:currency: E495"),
        ("agreements", "avenants-dune", {"batch": ""}, "agreements.csv:4:batch: W402"),
        (
            *("places", "port-dune", {"coordinates_source": ""}),
            "places.csv:4:coordinates_source: W401",
        ),
        ("places", "port-dune", {"longitude": ""}, "places.csv:4:longitude: E423"),
        (
            *("agreements", "accord-dune-2012", {"status_as_of": ""}),
            "agreements.csv:2:status_as_of: E408",
        ),
        # gates
        (
            "parties",
            "accord-dune-2012.party.1",
            {"actor": "leo-modele"},
            "parties.csv:2:actor: E513",
        ),
        ("missions", "session-dune-2", {"inferred": "funded_by"}, "missions.csv:6:funded_by: E511"),
        (
            *("missions", "session-dune-2", {"status_as_of": "2015-01-01"}),
            "missions.csv:6:status_as_of: E514",
        ),
        ("missions", MISSION, {"when": "2019"}, "missions.csv:4:part_of: W506"),
    ],
)
def test_a_planted_fault_is_told_of_its_cell(
    dune: Path, table: str, identifier: str, cells: dict[str, str], place: str
) -> None:
    change(dune, table, identifier, **cells)
    found = findings_of(dune)
    for language in ("fr", "en"):
        told = [format_finding(finding, language) for finding in found]
        assert [line for line in told if line.startswith(place)], told
    assert {finding.record for finding in found} >= {identifier}
    for finding in found:
        assert finding.text_fr != finding.text_en
        assert finding.remedy_fr != finding.remedy_en
        for text in texts_of(finding):
            assert not INTERNAL.search(text)


def test_words_cell_and_value_in_both_languages(dune: Path) -> None:
    change(dune, "parties", "accord-dune-2012.party.1", actor="leo-modele")
    (finding,) = [one for one in findings_of(dune) if one.code == "E513"]
    assert format_finding(finding, "en") == (
        "parties.csv:2:actor: E513 person taken for a party to an agreement “leo-modele” — "
        "name the body, and put the person in signatories.csv (cell C2)"
    )
    assert format_finding(finding, "fr").replace("\N{NO-BREAK SPACE}", " ") == (
        "parties.csv:2:actor: E513 personne prise pour une partie à un accord « leo-modele » — "
        "nommer l’organisme, et mettre la personne dans signatories.csv (cellule C2)"
    )


def test_a_record_without_a_source_is_told_as_a_row(dune: Path) -> None:
    without_citations_of(dune, "stages-dune-2017")
    (finding,) = [one for one in findings_of(dune) if one.code == "E501"]
    assert (finding.file, finding.line, finding.column) == ("missions.csv", 8, "")
    assert (finding.cell, finding.record) == ("", "stages-dune-2017")


def test_a_circle_of_wholes_is_told_of_every_part(dune: Path) -> None:
    change(dune, "missions", "mission-hiver-2014", part_of=MISSION)
    circle = [finding for finding in findings_of(dune) if finding.code == "E508"]
    assert {(finding.line, finding.column) for finding in circle} == {
        (2, "part_of"),
        (4, "part_of"),
    }


def test_a_row_that_follows_a_cell_of_several_lines_keeps_its_line(dune: Path) -> None:
    change(dune, "missions", "mission-hiver-2014", note_fr="une\ndeux\ntrois")
    change(dune, "missions", MISSION, when="2019")
    (finding,) = [one for one in findings_of(dune) if one.code == "W506"]
    assert finding.line == 6


def test_findings_are_in_the_order_of_the_files(dune: Path) -> None:
    change(dune, "places", "port-dune", coordinates_source="")
    change(dune, "missions", MISSION, when="2019")
    change(dune, "agreements", "avenants-dune", batch="")
    files = [finding.file for finding in findings_of(dune)]
    assert files == sorted(files)
    assert {"agreements.csv", "missions.csv", "places.csv"} <= set(files)


@pytest.fixture
def store() -> Store:
    return build_graph(DUNE).store


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_cell_of_the_missing_language_is_told(store: Store, language: str) -> None:
    mission = NamedNode(record_iri("mission", MISSION))
    for quad in list(store.quads_for_pattern(mission, SKOS.prefLabel, None)):
        if getattr(quad.object, "language", "") == language:
            store.remove(quad)
    (finding,) = validate_graph(store)
    assert (finding.column, finding.code) == (f"title_{language}", "E401")


def test_without_an_index_table_and_record_are_told(store: Store) -> None:
    mission = NamedNode(record_iri("mission", MISSION))
    for quad in list(store.quads_for_pattern(mission, SKOS.prefLabel, None)):
        store.remove(quad)
    (finding,) = validate_graph(store)
    assert (finding.file, finding.line, finding.cell) == ("missions.csv", 0, "")
    assert finding.record == MISSION


def test_progress_is_told(store: Store) -> None:
    told: list[str] = []
    validate_graph(store, progress=lambda what, _place, _of: told.append(what))
    assert set(told) == {"SPARQL", "SHACL"}
