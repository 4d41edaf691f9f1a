"""What cells are besides their values: errors, formulas, and how a date cell looks.

An .xlsx tells all of it, an .ods is asked for errors only.

>>> cell = b'<table:table-cell calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
>>> errors_in(b'<table:table table:name="missions"><table:table-row>' + cell)
{'missions': {(0, 0): Mark(kind='error', text='#REF!')}}
"""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from openpyxl.cell import ReadOnlyCell

__all__ = ["Mark", "Marks", "errors_in", "errors_of", "marks_of"]


class Mark(NamedTuple):
    """What a cell is besides its value: ``error``, ``formula`` or ``date``, with its text."""

    kind: str
    text: str


Marks = dict[str, dict[tuple[int, int], Mark]]
"""Name of the sheet → row and column from 0 → mark."""

_NAME: Final = re.compile(rb'table:name="([^"]*)"')
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_SHOWN: Final = re.compile(rb"<text:p>([^<]*)")
_COLUMNS: Final = re.compile(rb'number-columns-repeated="([0-9]{1,9})"')
_ROWS: Final = re.compile(rb'number-rows-repeated="([0-9]{1,9})"')


def marks_of(path: Path) -> Marks:
    """Return the cells of an .xlsx that are errors, formulas or dates."""
    import openpyxl
    from openpyxl.cell import ReadOnlyCell

    book = openpyxl.load_workbook(path, read_only=True)
    try:
        found: Marks = {}
        for sheet in book.worksheets:
            own = found.setdefault(sheet.title, {})
            for row in sheet.iter_rows():
                for cell in row:
                    mark = _mark(cell) if isinstance(cell, ReadOnlyCell) else None
                    if mark is not None:
                        own[cell.row - 1, cell.column - 1] = mark
        return found
    finally:
        book.close()


def _mark(cell: ReadOnlyCell) -> Mark | None:
    if cell.data_type == "e":
        return Mark("error", str(cell.value))
    if cell.data_type == "f":
        return Mark("formula", str(cell.value))
    return Mark("date", cell.number_format) if cell.is_date else None


def errors_of(path: Path) -> Marks:
    """Return the cells of an .ods that are errors."""
    with zipfile.ZipFile(path) as archive:
        return errors_in(archive.read("content.xml"))


def errors_in(content: bytes) -> Marks:
    """Return the cells that are errors in the text of an .ods."""
    found: Marks = {}
    if b'value-type="error"' not in content:
        return found
    for sheet in content.split(b"<table:table ")[1:]:
        name = _NAME.search(sheet)
        own = found.setdefault(html.unescape(name[1].decode()) if name else "", {})
        number = 0
        for row in sheet.split(b"<table:table-row")[1:]:
            position = 0
            for cell in _CELL.finditer(row):
                if b'value-type="error"' in cell[1]:
                    shown = _SHOWN.search(row, cell.end())
                    own[number, position] = Mark("error", shown[1].decode() if shown else "")
                position += _repeats(_COLUMNS, cell[1])
            number += _repeats(_ROWS, row.partition(b">")[0])
    return found


def _repeats(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else 1
