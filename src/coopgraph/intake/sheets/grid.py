"""The rows of one sheet or one CSV file, as rows of the table that it means.

A sheet may bring its own order of columns, labels in place of names, rows that explain (their first
filled cell begins with ``#`` and a space), and empty rows: they do not count.

>>> from coopgraph.intake.sheets.workbook import Sheet
>>> rows = [["Accord", "Acteur"], ["# aide", ""], ["accord-dune", "port-dune"], ["", ""]]
>>> taken = take_sheet(Sheet("Parties", rows, (), {}), "book.xlsx", report=print)
>>> taken[0].table, taken[0].cells, taken[0].line
('parties', {'agreement': 'accord-dune', 'actor': 'port-dune'}, 3)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, NamedTuple

from coopgraph.findings import Finding
from coopgraph.intake.sheets.cells import Value, read_cell
from coopgraph.intake.sheets.codes import Place, Report, sheet_finding
from coopgraph.intake.sheets.headings import (
    CITED,
    HOUSEKEEPING,
    find_column,
    find_table,
    has_cited_columns,
    is_made_by_template,
    near_columns,
    near_tables,
)
from coopgraph.intake.sheets.marks import Mark
from coopgraph.intake.sheets.workbook import Sheet
from coopgraph.tables.check import check_files
from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.tables.header import cell_address
from coopgraph.tables.read import read_rows

__all__ = ["TakenRow", "take_folder", "take_sheet"]

_FIRST_ROWS: Final = 10  # a heading stands among these, below a title at most
_HARMLESS: Final = "E114"  # a CSV file of somebody else need not have all columns


@dataclass(slots=True)
class TakenRow:
    """One row: its table, its cells that are not empty, its place.

    `cited` holds the source and locator that the row names on its own line, `places` the addresses
    of its cells by column, that of the row under the empty name.
    """

    table: str
    cells: dict[str, str]
    file: str
    line: int
    sheet: str = ""
    cited: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def place(self, column: str = "") -> Place:
        """Return where the row stands."""
        cell = self.places.get(column) or self.places.get("", "")
        return Place(self.file, self.line, column, cell, self.cells.get("id", ""))


class _Heading(NamedTuple):
    """The row of a sheet that names columns, and position → column."""

    row: int
    columns: Mapping[int, Column]


def take_sheet(sheet: Sheet, file: str, *, report: Report) -> list[TakenRow]:
    """Return the rows of a sheet; report what is wrong with it."""
    table = find_table(sheet.name)
    if is_made_by_template(sheet.name) or not _has_values(sheet):
        return []
    if table is None:
        place = Place(file, 0, cell=sheet.name)
        report(sheet_finding("E116", place, value=sheet.name, near=near_tables(sheet.name)))
        return []
    if table.name in HOUSEKEEPING:
        if len(list(_filled_rows(sheet, -1))) > 1:  # more than a heading
            report(sheet_finding("W910", Place(file, 0, cell=sheet.name), value=sheet.name))
        return []
    heading = _find_heading(sheet, table, file, report)
    if heading is None:
        return []
    filled = list(_filled_rows(sheet, heading.row))
    _tell_of_merged(sheet, heading.row, file, report)
    taken = [_take_row(sheet, table, heading, row, file, report) for row in filled]
    return [row for row in taken if row.cells or row.cited]


def take_folder(folder: Path, *, report: Report) -> list[TakenRow]:
    """Return the rows of a folder of CSV files in the shape of ``data/``; report what is wrong."""
    for finding in check_files(folder):
        report(finding)
    taken: list[TakenRow] = []
    for table in TABLES.values():
        path = folder / f"{table.name}.csv"
        if not path.is_file():
            continue
        if table.name in HOUSEKEEPING:
            if any(True for _ in read_rows(path, table, report=lambda _: None)):
                report(sheet_finding("W910", Place(path.name), value=path.name))
            continue
        taken += _take_file(path, table, report)
    return taken


def _take_file(path: Path, table: Table, report: Report) -> Iterator[TakenRow]:
    """Yield the rows of one CSV file."""
    missing: set[str] = set()

    def tell(finding: Finding) -> None:
        if finding.code == "W103":
            report(sheet_finding("W940", Place(path.name, finding.line)))
        elif finding.code != _HARMLESS:
            report(finding)
        else:
            missing.add(finding.column)

    own = table.columns
    cited = [COLUMNS[name] for name in CITED if has_cited_columns(table)]
    more = tuple(column for column in cited if column.name not in table.header)
    wider = replace(table, columns=(*own, *more))
    for row in read_rows(path, wider, report=tell, encoding="cp1252"):
        places = {name: row.address(name) for name in wider.header if name not in missing}
        places[""] = f"A{row.number}"
        taken = TakenRow(table.name, {}, path.name, row.line, places=places)
        for column in wider.columns:
            if row[column.name]:
                cell = row.address(column.name)
                place = Place(path.name, row.line, column.name, cell, row["id"])
                _put(taken, column, row[column.name], place, report)
        if taken.cells or taken.cited:
            yield taken


def _has_values(sheet: Sheet) -> bool:
    return any(_is_filled(value) for row in sheet.rows for value in row) or any(
        mark.kind == "error" for mark in sheet.marks.values()
    )


def _is_filled(value: Value) -> bool:
    return not isinstance(value, str) or bool(value.strip())


def _find_heading(sheet: Sheet, table: Table, file: str, report: Report) -> _Heading | None:
    """Return the first row that names columns; report headings that name none."""
    for number, row in enumerate(sheet.rows[:_FIRST_ROWS]):
        texts = [str(value).strip() for value in row]
        found = [find_column(table, text) for text in texts]
        names = sum(1 for name in found if name)
        if names > 1 or (names == 1 and sum(map(bool, texts)) == 1):
            return _Heading(number, _columns(sheet, table, (number, texts, found), file, report))
    report(sheet_finding("E911", Place(file, 1, cell=f"{sheet.name}!A1"), {"table": table.name}))
    return None


def _columns(
    sheet: Sheet,
    table: Table,
    heading: tuple[int, list[str], list[str]],
    file: str,
    report: Report,
) -> dict[int, Column]:
    number, texts, found = heading
    columns: dict[int, Column] = {}
    for position, (text, name) in enumerate(zip(texts, found, strict=True)):
        cell = f"{sheet.name}!{cell_address(position, number + 1)}"
        place = Place(file, number + 1, text, cell)
        if not name and (text or _has_below(sheet, number, position)):
            report(sheet_finding("E113", place, value=text, near=near_columns(table, text)))
        elif name in (column.name for column in columns.values()):
            report(sheet_finding("E112", place, value=text))
        elif name:
            own = name in table.header
            columns[position] = table.column(name) if own else COLUMNS[name]
    names = {column.name for column in columns.values()}
    place = Place(file, number + 1, cell=f"{sheet.name}!A{number + 1}")
    _tell_of_missing(table, names, place, report)
    return columns


def _has_below(sheet: Sheet, number: int, position: int) -> bool:
    return any(_is_filled(row[position]) for row in sheet.rows[number + 1 :] if not _explains(row))


def _tell_of_missing(table: Table, found: set[str], place: Place, report: Report) -> None:
    for column in table.columns:
        if column.required and column.name not in found | {"id"}:
            report(sheet_finding("W919", place._replace(column=column.name)))


def _filled_rows(sheet: Sheet, heading: int) -> Iterator[int]:
    """Yield the positions of the rows below the heading that hold something to read."""
    errors = {row for (row, _), mark in sheet.marks.items() if mark.kind in ("error", "formula")}
    for number in range(heading + 1, len(sheet.rows)):
        row = sheet.rows[number]
        if (any(map(_is_filled, row)) or number in errors) and not _explains(row):
            yield number


def _explains(row: list[Value]) -> bool:
    first = next((value for value in row if _is_filled(value)), "")
    return isinstance(first, str) and first.lstrip().startswith("# ")


def _take_row(
    sheet: Sheet, table: Table, heading: _Heading, number: int, file: str, report: Report
) -> TakenRow:
    places = {
        column.name: f"{sheet.name}!{cell_address(position, number + 1)}"
        for position, column in heading.columns.items()
    }
    places[""] = f"{sheet.name}!A{number + 1}"
    taken = TakenRow(table.name, {}, file, number + 1, sheet.name, places=places)
    ids = [position for position, column in heading.columns.items() if column.name == "id"]
    identifier = str(sheet.rows[number][ids[0]]) if ids else ""
    for position, column in heading.columns.items():
        value = sheet.rows[number][position]
        mark = sheet.marks.get((number, position))
        place = Place(file, number + 1, column.name, places[column.name], identifier)
        if _has_no_value(value, mark):
            report(sheet_finding("E912", place, value=mark.text if mark else ""))
        elif _is_filled(value):
            _put(taken, column, value, place, report, mark)
    return taken


def _has_no_value(value: Value, mark: Mark | None) -> bool:
    """Tell whether a cell is an error, or a formula whose result is none."""
    return mark is not None and (mark.kind == "error" or (mark.kind == "formula" and value == ""))


def _put(
    taken: TakenRow,
    column: Column,
    value: Value,
    place: Place,
    report: Report,
    mark: Mark | None = None,
) -> None:
    """Read a cell into its row; “planned” goes to the status where there is room for it."""
    shown_as = mark.text if mark is not None and mark.kind == "date" else None
    text, status = read_cell(value, column, place, report=report, shown_as=shown_as)
    table = TABLES[taken.table]
    if column.name in CITED and has_cited_columns(table) and column.name not in table.header:
        taken.cited |= {column.name: text} if text else {}
    elif text:
        taken.cells[column.name] = text
    if status and "status" in table.header:
        taken.cells.setdefault("status", status)


def _tell_of_merged(sheet: Sheet, heading: int, file: str, report: Report) -> None:
    for (top, left), (bottom, right) in sheet.merged:
        if bottom > heading and not _explains(sheet.rows[top] if top < len(sheet.rows) else []):
            area = f"{cell_address(left, top + 1)}:{cell_address(right, bottom + 1)}"
            place = Place(file, top + 1, cell=f"{sheet.name}!{cell_address(left, top + 1)}")
            report(sheet_finding("W917", place, {"range": area}))
