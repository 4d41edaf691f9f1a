"""Workbooks as people fill them in: what is read, what is told, with its sheet and cell."""

import datetime
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coopgraph.errors import DataError
from coopgraph.findings import Finding
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.sheets import read_sheets
from coopgraph.intake.sheets.cells import Value
from coopgraph.intake.sheets.marks import Mark, errors_in

Cell = Value | None | tuple[datetime.date, str]


def make_book(path: Path, **sheets: list[list[Cell]]) -> Path:
    book = openpyxl.Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for number, row in enumerate(rows, 1):
            for position, value in enumerate(row, 1):
                cell = sheet.cell(number, position)
                if isinstance(value, tuple):
                    cell.value, cell.number_format = value
                else:
                    cell.value = value
    book.save(path)
    return path


def read(path: Path) -> tuple[list[IncomingRecord], list[Finding]]:
    told: list[Finding] = []
    return read_sheets(path, report=told.append), told


def one_cell(tmp_path: Path, column: str, value: Cell) -> tuple[str, list[tuple[str, str]]]:
    """Return how a cell of one mission is read, and codes with cells of what was told."""
    rows: list[list[Cell]] = [["id", column], ["visite", value]]
    [record], told = read(make_book(tmp_path / "book.xlsx", missions=rows))
    codes = [(finding.code, finding.cell) for finding in told if finding.code != "W919"]
    return record.root.cells.get(column, ""), codes


@pytest.mark.parametrize(
    ("column", "value", "text", "code"),
    [
        ("number", 12.0, "12", ""),
        ("count", "12 000", "12000", "W916"),
        ("batch", True, "true", ""),
        ("batch", "VRAI", "true", ""),
        ("batch", "non", "false", "W916"),
        ("when", "2018-10", "2018-10", ""),
        ("when", 2018, "2018", ""),
        ("when", "oct. 2018", "2018-10", "W911"),
        ("when", "avril 2010", "2010-04", "W911"),
        ("when", 43374, "43374", "E913"),
        ("when", datetime.date(2010, 4, 17), "2010-04-17", "W912"),
        ("when", (datetime.date(2010, 4, 1), "mmm-yy"), "2010-04", "W913"),
        ("when", (datetime.date(2010, 4, 1), "yyyy-mm-dd"), "2010-04-01", "W912"),
        ("status_as_of", (datetime.date(2010, 4, 1), "mmm-yy"), "2010-04-01", "W912"),
        ("series", datetime.date(2010, 4, 1), "", "E914"),
        ("series", datetime.time(3, 4), "", "E914"),
        ("series", 1234567890123456789, "1234567890123457000", "E915"),
        ("series", "'12", "12", "W915"),
        ("series", "l’\u00a0« aube\u00a0»", "l’\u00a0« aube\u00a0»", ""),
        ("under", "\u00a0accord-dune\u00a0", "accord-dune", ""),
        ("under", "“accord-dune”", "accord-dune", "W915"),
        ("under", "#REF!", "", "E912"),
        ("under", "=A1", "", "E912"),
        ("kind", "Visite de travail", "working-visit", "W916"),
    ],
)
def test_a_cell(tmp_path: Path, column: str, value: Cell, text: str, code: str) -> None:
    read_text, told = one_cell(tmp_path, column, value)
    assert read_text == text
    assert told == ([(code, "missions!B2")] if code else [])


def test_planned_becomes_the_status(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["id", "when"], ["visite", "prévue pour avril 2030"]]
    [record], _ = read(make_book(tmp_path / "book.xlsx", missions=rows))
    assert record.root.cells == {"id": "visite", "when": "2030-04", "status": "planned"}


def test_labels_name_sheets_and_columns(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Les dunes", None, None],
        ["Accord", "ACTEUR", "source"],
        ["# aide", "qui", None],
        [None, None, None],
        ["accord-dune", "port-dune", "gazette"],
    ]
    [record], told = read(make_book(tmp_path / "envoi.xlsx", Parties=rows))
    assert told == []
    assert (record.origin, record.line) == ("envoi", 5)
    assert record.root.cells == {"agreement": "accord-dune", "actor": "port-dune"}
    assert [(row.table, row.cells, row.parent) for row in record.root.children] == [
        ("citations", {"source": "gazette"}, "record")
    ]
    assert record.key == f"parties/{record.digest[:16]}"


def test_what_cannot_be_placed_is_told(tmp_path: Path) -> None:
    path = make_book(
        tmp_path / "book.xlsx",
        Missons=[["id"], ["x"]],
        Feuil2=[],
        venues=[["id", "activity", "place", "plcae", "place"], ["v", "a", "p", "?", "q"]],
        imports=[["id", "origin"], ["i", "o"]],
        themes=[["sable"], ["dune"]],
    )
    records, told = read(path)
    assert [record.key for record in records] == ["venues/v"]
    assert [(finding.code, finding.cell) for finding in told] == [
        ("E116", "Missons"),
        ("E113", "venues!D1"),
        ("E112", "venues!E1"),
        ("W910", "imports"),
        ("E911", "themes!A1"),
    ]
    assert "missions" in told[0].remedy_en
    assert "place" in told[1].remedy_fr


def test_merged_cells_are_told(tmp_path: Path) -> None:
    path = make_book(tmp_path / "book.xlsx", venues=[["activity", "place"], ["a", "p"], ["", "q"]])
    book = openpyxl.load_workbook(path)
    book["venues"].merge_cells("A2:A3")
    book.save(path)
    _, told = read(path)
    assert [(finding.code, finding.cell) for finding in told] == [("W917", "venues!A2")]
    assert "A2:A3" in told[0].text_fr


def ole(text: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100) + text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a workbook"),
        (b"id,kind\n", "not a workbook"),
        (b"PK\x03\x04 torn", "damaged"),
        (ole("Workbook"), "old .xls"),
        (ole("EncryptedPackage"), "password"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    with pytest.raises(DataError, match=reason) as caught:
        read(path)
    assert [finding.code for finding in caught.value.findings] == ["E910"]


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read(tmp_path / "absent.xlsx")


def test_a_cell_in_the_far_corner_is_refused(tmp_path: Path) -> None:
    path = make_book(tmp_path / "book.xlsx", venues=[["activity"]])
    book = openpyxl.load_workbook(path)
    book["venues"]["XFD1048576"] = "x"
    book.save(path)
    with pytest.raises(DataError, match="too large"):
        read(path)


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", bytes(201 * 2**20))
    assert path.stat().st_size < 2**20
    with pytest.raises(DataError, match="too large"):
        read(path)


def test_a_listing_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lie.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(100_000))
    true, false = struct.pack("<I", 100_000), struct.pack("<I", 10)
    path.write_bytes(path.read_bytes().replace(true, false))
    with pytest.raises(DataError, match="damaged"):
        read(path)


def test_an_error_in_an_ods_is_told_at_its_cell() -> None:
    text = (
        '<table:table table:name="a &amp; b">'
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    assert errors_in(text.encode()) == {"a & b": {(3, 2): Mark("error", "#DIV/0!")}}
