"""Words of people for kinds, states, languages and money, in workbooks and folders of CSV."""

from pathlib import Path

import pytest
from tests.intake.conftest import bytes_of
from tests.intake.sheets.test_sheets import Cell, make_book, one_cell, read

from coopgraph.intake.plan import Plan, make_plan
from coopgraph.intake.report import spell_report
from coopgraph.intake.sheets import read_sheets


def plan_of(path: Path, dune: Path) -> Plan:
    records, told = read(path)
    return make_plan(records, dune, told=told, matcher=lambda *_: [])


@pytest.mark.parametrize(
    ("value", "concept"),
    [
        ("terminé", "completed"),
        ("Terminée", "completed"),
        ("prévu", "planned"),
        ("PREVUE", "planned"),
        ("held", "completed"),
        ("annulé", "cancelled"),
        ("canceled", "cancelled"),
        ("achevee", "completed"),
        ("en  cours", "ongoing"),
        ("peut-être", "peut-être"),
    ],
)
def test_a_status_in_words(tmp_path: Path, value: str, concept: str) -> None:
    assert one_cell(tmp_path, "status", value)[0] == concept


@pytest.mark.parametrize(
    ("value", "tag"), [("Français", "fr"), ("english", "en"), ("Anglais", "en"), ("FR", "fr")]
)
def test_a_language_by_its_name(tmp_path: Path, value: str, tag: str) -> None:
    path = make_book(tmp_path / "book.xlsx", sources=[["id", "language"], ["gazette", value]])
    assert read(path)[0][0].root.cells["language"] == tag


def test_how_a_word_was_read_is_said_in_both_languages(tmp_path: Path) -> None:
    rows = [["activity", "actor", "role", "when"], ["a", "b", "organisateur", "oct. 2018"]]
    _, told = read(make_book(tmp_path / "book.xlsx", participations=list(map(list, rows))))
    said = {finding.code: finding for finding in told}
    assert said["W916"].text_en == "“organisateur” was read as organiser"
    assert said["W916"].text_fr.endswith("a été lu comme organiser")
    book = make_book(tmp_path / "b.xlsx", missions=[["id", "when"], ["a", "oct. 2018"]])
    [date] = [finding for finding in read(book)[1] if finding.code == "W911"]
    assert date.text_en == "“oct. 2018” was read as 2018-10"


def test_refused_findings_name_sheet_and_cell(tmp_path: Path, dune: Path) -> None:
    path = make_book(
        tmp_path / "book.xlsx",
        actors=[
            ["id", "kind", "name_fr", "side", "source", "locator"],
            ["cale", "radeau", "Cale", "", "nulle-part", "§ 1"],
        ],
        missions=[["id", "kind", "title_fr"], ["visite-brume", "working-visit", "Visite"]],
        participations=[["activity", "actor", "role"], ["visite-brume", "personne", "lead"]],
    )
    plan = plan_of(path, dune)
    places = {
        (f.code, f.column): f.cell for e in plan.entries for f in e.findings if e.outcome != "new"
    }
    assert places["E211", "kind"] == "actors!B2"
    assert places["E200", "side"] == "actors!D2"
    assert places["E937", "source"] == "missions!A2"
    assert places["E200", "status"] == "missions!A2"
    assert places["E922", "actor"] == "participations!B2"
    assert all(places.values())


def test_a_folder_takes_sources_on_the_line_and_names_its_files(tmp_path: Path, dune: Path) -> None:
    folder = tmp_path / "envoi"
    folder.mkdir()
    text = "id;kind;name_fr;side;source;locator\ncale;company;Cale d’Été;quebec;gazette-x;§ 1\n"
    (folder / "actors.csv").write_bytes(text.encode("cp1252"))
    lines = "subject,predicate,object,source,locator\ncale,partner-of,nulle-part,gazette-x,§ 2\n"
    (folder / "relations.csv").write_text(lines, encoding="utf-8")
    records, told = read(folder)
    assert records[0].root.cells["name_fr"] == "Cale d’Été"
    assert [row.cells for row in records[0].root.children] == [
        {"source": "gazette-x", "locator": "§ 1"},
        {"predicate": "partner-of", "object": "nulle-part"},
    ]
    assert {finding.code for finding in told} == {"W102", "W940"}
    [foreign] = [finding for finding in told if finding.code == "W940"]
    assert "accents" in foreign.remedy_fr
    plan = make_plan(records, dune, told=told, matcher=lambda *_: [])
    wrong = [f for e in plan.entries for f in e.findings if f.value == "nulle-part"]
    assert [(f.file, f.line, f.cell) for f in wrong] == [("relations.csv", 2, "C2")]


def test_records_refused_while_reading_are_counted(tmp_path: Path, dune: Path) -> None:
    rows = "id,label_fr,label_en\nbrume,Brume,Mist\nbrume,Autre,Other\n"
    folder = tmp_path / "envoi"
    folder.mkdir()
    (folder / "themes.csv").write_text(rows, encoding="utf-8")
    plan = plan_of(folder, dune)
    assert (plan.counts()["themes"]["new"], plan.counts()["themes"]["refused"]) == (1, 1)
    assert not plan.complete


def test_a_file_is_not_changed_by_reading(tmp_path: Path) -> None:
    folder = tmp_path / "envoi"
    folder.mkdir()
    (folder / "themes.csv").write_bytes("id;label_fr\nete;Été\n".encode("cp1252"))
    before = bytes_of(folder)
    read_sheets(folder, report=lambda _: None)
    assert bytes_of(folder) == before


def test_one_id_for_two_things_has_its_command(tmp_path: Path, dune: Path) -> None:
    head: list[Cell] = ["id", "kind", "name_fr", "side", "source", "locator"]
    path = make_book(
        tmp_path / "envoi.xlsx",
        sources=[["id", "title", "language", "kind"], ["gazette-x", "Gazette", "fr", "news"]],
        actors=[head, ["centre-exemple", "consulate", "Zygote", "france", "gazette-x", "§ 1"]],
    )
    text = spell_report(plan_of(path, dune), language="en", decide="coopgraph match envoi.xlsx")
    same = "envoi:actors/centre-exemple actors/centre-exemple"
    assert f"coopgraph match envoi.xlsx --same {same}" in text
    assert "matches.csv" not in text
    assert "skos:" not in text
