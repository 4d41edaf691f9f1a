"""The template: deterministic, readable by the intake, filled in with what tables hold."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from coopgraph.errors import UsageError
from coopgraph.findings import Finding
from coopgraph.intake.incoming import IncomingRecord
from coopgraph.intake.sheets import read_sheets
from coopgraph.intake.sheets.headings import HOUSEKEEPING, LISTS_SHEET
from coopgraph.intake.sheets.template import (
    FIRST_ROW,
    template_columns,
    template_tables,
    write_template,
)
from coopgraph.tables.column_map import TABLES
from coopgraph.tables.read import read_rows

DUNE = Path(__file__).parents[2] / "fixtures" / "dune"
Cells = tuple[str, tuple[tuple[str, str], ...]]


def rows_of_dune() -> dict[str, list[dict[str, str]]]:
    found: list[Finding] = []
    rows = {
        table.name: [dict(row) for row in read_rows(path, table, report=found.append)]
        for table in template_tables()
        if (path := DUNE / f"{table.name}.csv").is_file()
    }
    assert found == []
    return rows


def written(tmp_path: Path, **options: object) -> Path:
    path = tmp_path / "book.xlsx"
    with path.open("wb") as stream:
        write_template(stream, **options)  # type: ignore[arg-type]  # passed on as a test gives it
    return path


def cells_of(records: list[IncomingRecord]) -> set[Cells]:
    """Return every row with the reference to the row above put back."""
    found: set[Cells] = set()
    for record in records:
        waiting = [(record.root, "")]
        while waiting:
            row, above = waiting.pop()
            cells = row.cells | ({row.parent: above} if row.parent else {})
            found.add((row.table, tuple(sorted(cells.items()))))
            waiting += [(child, row.cells.get("id", "")) for child in row.children]
    return found


def test_the_same_call_gives_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    for stream in (first, second):
        write_template(stream, rows=rows_of_dune())
    assert first.getvalue() == second.getvalue()
    with zipfile.ZipFile(first) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_an_empty_template_has_no_rows_and_nothing_to_tell(tmp_path: Path) -> None:
    told: list[Finding] = []
    assert read_sheets(written(tmp_path), report=told.append) == []
    assert told == []


def test_the_tables_come_back_as_they_were(tmp_path: Path) -> None:
    rows = rows_of_dune()
    told: list[Finding] = []
    records = read_sheets(written(tmp_path, rows=rows), report=told.append)
    wanted = {
        (table, tuple(sorted((name, cell) for name, cell in row.items() if cell)))
        for table, found in rows.items()
        for row in found
    }
    assert cells_of(records) == wanted
    assert told == []


def test_workbook_and_folder_say_the_same(tmp_path: Path) -> None:
    book = read_sheets(written(tmp_path, rows=rows_of_dune()), report=lambda _: None)
    folder = read_sheets(DUNE, report=lambda _: None)
    assert {record.key: record.digest for record in book} == {
        record.key: record.digest for record in folder
    }


def test_every_sheet_has_its_columns_as_text_with_help_and_choices(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path))
    assert set(TABLES) - HOUSEKEEPING <= set(book.sheetnames)
    for table in template_tables():
        sheet = book[table.name]
        names = [column.name for column in template_columns(table)]
        assert [cell.value for cell in sheet[1]] == names
        assert str(sheet["A2"].value).startswith("# français")
        assert str(sheet["A3"].value).startswith("# English")
        assert sheet.freeze_panes == f"B{FIRST_ROW}"
        letters = [get_column_letter(position) for position in range(1, len(names) + 1)]
        assert {sheet.column_dimensions[letter].number_format for letter in letters} == {"@"}
        assert all(len(rule.formula1 or "") < 256 for rule in sheet.data_validations.dataValidation)


def test_choices_name_the_concepts_of_their_scheme(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, tables=["actors"]))
    position = TABLES["actors"].header.index("side") + 1
    letter = get_column_letter(position)
    [rule] = [
        rule
        for rule in book["actors"].data_validations.dataValidation
        if str(rule.sqref).startswith(letter)
    ]
    area = str(rule.formula1).rpartition("!")[2].replace("$", "")
    offered = [row[0].value for row in book[LISTS_SHEET][area]]
    assert "quebec" in offered
    assert rule.errorStyle == "stop"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    rows = {"themes": [{"id": "somme", "label_fr": "=1+1", "label_en": "'2"}]}
    told: list[Finding] = []
    [record] = read_sheets(written(tmp_path, rows=rows), report=told.append)
    assert record.root.cells["label_fr"] == "=1+1"


def test_a_table_that_is_not_offered_is_refused() -> None:
    with pytest.raises(UsageError, match="did you mean “missions”"):
        template_tables(["mission"])
    with pytest.raises(UsageError):
        template_tables(["imports"])
