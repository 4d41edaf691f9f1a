"""A workbook (.xlsx): one sheet, headings that stay, numbers as numbers, all else as text.

No cell is a formula: a text that begins as one is stored as a text and marked as such, so that it
stays one when somebody edits the cell. The file holds no clock: the same answer gives the same
bytes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, BinaryIO, Final

from coopgraph.errors import UnknownFormat
from coopgraph.queries.formats.form import as_rows
from coopgraph.queries.formats.libraries import needing
from coopgraph.queries.formats.remarks import remarks
from coopgraph.queries.formats.sheet_cells import begins_formula, sheet_headings, sheet_value
from coopgraph.queries.result import Answered, Result

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

__all__ = ["write_xlsx"]

_MOST_ROWS: Final = 1_048_575  # and the headings
_MOST_COLUMNS: Final = 16_384
_LONGEST: Final = 32_767  # characters of a cell


def write_xlsx(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows as a workbook with headings in words; the width changes nothing.

    A text of more than 32,767 characters, the most that a cell can hold, ends in “ […]”. Remarks
    (such as that the answer was cut short) stand on a second sheet.

    Raises:
        UnknownFormat: the answer is not rows, or a sheet cannot hold as many.
        UsageError: openpyxl is not installed.
    """
    result = as_rows(answered, "xlsx")
    _refuse_too_many(result)
    with needing("openpyxl"):
        from openpyxl import Workbook
    from coopgraph.intake.sheets.steady import save_steadily

    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet("réponse" if language == "fr" else "answer")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, words) for words in sheet_headings(result, language)])
    for row in result.rows:
        sheet.append([_cell(sheet, sheet_value(term, language)) for term in row])
    if said := remarks(answered, language=language):
        notes: WriteOnlyWorksheet = book.create_sheet(
            "remarques" if language == "fr" else "remarks"
        )
        for remark in said:
            notes.append([_cell(notes, remark)])
    save_steadily(book, stream)


def _refuse_too_many(result: Result) -> None:
    if len(result.rows) > _MOST_ROWS or len(result.variables) > _MOST_COLUMNS:
        raise UnknownFormat(
            "A sheet holds 1,048,575 rows and 16,384 columns at most; choose: csv, parquet.",
            "Une feuille contient au plus 1 048 575 lignes et 16 384 colonnes ; choisir : csv,"
            " parquet.",
        )


def _cell(sheet: WriteOnlyWorksheet, value: str | Decimal) -> Cell | Decimal | None:
    if isinstance(value, Decimal):
        return value
    if not value:
        return None
    from openpyxl.cell import WriteOnlyCell

    text = value if len(value) <= _LONGEST else value[: _LONGEST - 4] + " […]"
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.quotePrefix = begins_formula(text)
    return cell
