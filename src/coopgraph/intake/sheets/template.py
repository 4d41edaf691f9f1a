"""The workbook that a curator fills in and the intake reads: what ``coopgraph template`` writes.

One sheet a table, its columns named as in the table, two rows of help (French, English) that the
reader leaves out, choices where a cell has few, everything formatted as text so that the
spreadsheet changes nothing. The same call gives the same bytes.

>>> import io
>>> stream = io.BytesIO()
>>> write_template(stream, tables=["venues"])
>>> stream.getvalue()[:2]
b'PK'
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from coopgraph.errors import DataError, MissingExtra, UsageError
from coopgraph.intake.sheets.choices import Choices, add_choices, write_lists
from coopgraph.intake.sheets.guide import help_text, is_needed, write_guide
from coopgraph.intake.sheets.headings import (
    CITED,
    GUIDE_SHEET,
    HOUSEKEEPING,
    LISTS_SHEET,
    has_cited_columns,
)
from coopgraph.intake.sheets.steady import save_steadily
from coopgraph.tables.column_map import COLUMNS, TABLES
from coopgraph.tables.columns import Column, Table
from coopgraph.tables.nearest import did_you_mean, nearest_names

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["FIRST_ROW", "template_columns", "template_tables", "write_template"]

FIRST_ROW: Final = 4
"""The first row to fill, below the heading and the two rows of help."""

_EVERYDAY: Final = (
    *("sources", "citations", "places", "actors", "agreements", "parties", "missions", "projects"),
    *("participations", "venues", "programmes", "outcomes"),
)
_WIDTHS: Final[Mapping[str, int]] = {
    **{"id": 30, "ref": 30, "concept": 24, "text": 34, "label": 40, "edtf": 18, "day": 15},
    **{"integer": 12, "decimal": 14, "boolean": 14, "currency": 12, "url": 40, "language": 13},
    **{"column": 20, "columns": 26, "table": 18},
}
_WIDEST: Final = 56  # a screen shows no more beside the next column
_LONGEST: Final = 32_767  # characters in a cell of Excel
_HEIGHT: Final = 15.0  # points of one line of help
_BLUE, _PALE, _GREY, _AMBER = "1F3B57", "EEF2F6", "8A94A0", "8A4B00"


def template_tables(names: Collection[str] = ()) -> list[Table]:
    """Return the tables of a template: the named ones or all, the everyday ones first.

    Raises:
        UsageError: there is no such table, or coopgraph keeps it itself.
    """
    offered = [name for name in TABLES if name not in HOUSEKEEPING]
    for name in names:
        if name not in offered:
            near = nearest_names(name, offered)
            raise UsageError(
                f"There is no sheet for “{name}”: {did_you_mean(near, 'en') or ', '.join(offered)}",
                f"Aucune feuille pour « {name} » : "
                f"{did_you_mean(near, 'fr') or ', '.join(offered)}",
            )
    rest = [name for name in offered if name not in _EVERYDAY]
    everyday = [name for name in offered if name in _EVERYDAY]
    return [TABLES[name] for name in (*everyday, *rest) if not names or name in names]


def template_columns(table: Table) -> list[Column]:
    """Return the columns of a sheet: those of the table, and the source on the same line.

    >>> [column.name for column in template_columns(TABLES["venues"])][:5]
    ['id', 'activity', 'place', 'source', 'locator']
    """
    columns = list(table.columns)
    if has_cited_columns(table):
        before_notes = table.header.index("note_fr")
        cited = [COLUMNS[name].with_(required=False) for name in CITED]
        columns[before_notes:before_notes] = cited
    return columns


def write_template(
    stream: BinaryIO,
    *,
    tables: Collection[str] = (),
    rows: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
) -> None:
    """Write the workbook to a stream; `rows` fills in what tables hold already.

    Raises:
        UsageError: there is no such table.
        MissingExtra: the libraries for workbooks are not installed.
        DataError: a cell is longer than a cell of a workbook can be.
    """
    chosen = template_tables(tables)
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtra("Workbooks", "Les classeurs", extra="intake") from error
    book = Workbook()
    guide = book.active
    assert guide is not None  # noqa: S101 — a new workbook has one sheet
    guide.title = GUIDE_SHEET
    write_guide(book[GUIDE_SHEET], chosen)
    sheets = {table.name: book.create_sheet(table.name) for table in chosen}
    choices = write_lists(book.create_sheet(LISTS_SHEET), chosen)
    for table in chosen:
        _write_sheet(sheets[table.name], table, (rows or {}).get(table.name, ()), choices)
    for sheet in book.worksheets:
        _print_wide(sheet)
    save_steadily(book, stream)


def _print_wide(sheet: Worksheet) -> None:
    """Make a sheet as wide as the paper when it is printed."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _write_sheet(
    sheet: Worksheet, table: Table, rows: Sequence[Mapping[str, str]], choices: Choices
) -> None:
    columns = template_columns(table)
    sheet.sheet_properties.tabColor = _BLUE if table.name in _EVERYDAY else _GREY
    for position, column in enumerate(columns, 1):
        longest = max((len(row.get(column.name, "")) for row in rows), default=0)
        letter = _format_column(sheet, position, column, longest)
        add_choices(sheet, table, column, letter, choices, first_row=FIRST_ROW)
    _write_head(sheet, table, columns)
    for number, row in enumerate(rows, FIRST_ROW):
        cells = (
            row.get(column.name, "") if column.name in table.header else "" for column in columns
        )
        _write_row(sheet, table, number, cells)
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.sheet_view.zoomScale = 90


def _format_column(sheet: Worksheet, position: int, column: Column, longest: int) -> str:
    """Format a whole column as text and give it a width; return its letter."""
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(position)
    dimension = sheet.column_dimensions[letter]
    dimension.width = max(_WIDTHS[column.kind], len(column.name) + 4)
    if column.kind in ("id", "ref"):  # an id that is cut looks like another one
        dimension.width = max(dimension.width, min(longest + 2, _WIDEST))
    dimension.number_format = "@"
    return letter


def _write_head(sheet: Worksheet, table: Table, columns: Sequence[Column]) -> None:
    """Write names and help; columns that every row needs are amber."""
    from openpyxl.styles import Alignment, Font, PatternFill

    lines = 2
    for position, column in enumerate(columns, 1):
        needed = is_needed(table, column)
        head = sheet.cell(1, position, column.name)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", start_color=_AMBER if needed else _BLUE)
        head.number_format = "@"
        for row, language in ((2, "fr"), (3, "en")):
            text = help_text(table, column, language, first=position == 1)
            help_cell = sheet.cell(row, position, text)
            help_cell.alignment = Alignment(wrap_text=True, vertical="top")
            help_cell.font = Font(italic=True, size=9, color="33404D")
            help_cell.fill = PatternFill("solid", start_color=_PALE)
            help_cell.number_format = "@"
            width = sheet.column_dimensions[head.column_letter].width
            lines = max(lines, -(-len(text) * 11 // int(width * 10)))
    for row in (2, 3):
        sheet.row_dimensions[row].height = _HEIGHT * lines * 0.85


def _write_row(sheet: Worksheet, table: Table, number: int, cells: Iterable[str]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for position, text in enumerate(cells, 1):
        if len(text) > _LONGEST:
            raise DataError(
                f"A cell of {table.name} is too long for a workbook: {text[:60]}…",
                f"Une cellule de {table.name} est trop longue pour un classeur : {text[:60]}…",
            )
        if text:
            cell = sheet.cell(number, position)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
            cell.data_type = "s"  # a text that begins with “=” is no formula
            cell.number_format = "@"
