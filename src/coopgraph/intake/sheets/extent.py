"""How many cells a workbook would take once it is read: the box around its filled cells.

A reader lays every sheet out from its first cell to its last. One cell in the far corner of a sheet
costs seventeen billion empty ones, so it is counted before anything is read.

>>> sheet = b'<row><c r="A1"/><c r="XFD1048576"/></row>'
>>> count_box(sheet)
17179869184
"""

from __future__ import annotations

import re
import zipfile
from typing import Final

__all__ = ["count_box", "count_cells", "count_repeats"]

_ADDRESS: Final = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_CELL: Final = re.compile(rb"<table:(?:covered-)?table-cell\b[^>]*>")
_ROWS: Final = re.compile(rb'table:number-rows-repeated="([0-9]{1,9})"')
_COLUMNS: Final = re.compile(rb'table:number-columns-repeated="([0-9]{1,9})"')


def count_cells(archive: zipfile.ZipFile) -> int:
    """Return the number of cells of all sheets of an .xlsx or .ods together."""
    names = archive.namelist()
    if "content.xml" in names:
        return count_repeats(archive.read("content.xml"))
    sheets = (name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name))
    return sum(count_box(archive.read(name)) for name in sheets)


def count_box(sheet: bytes) -> int:
    """Return the cells from A1 to the last one of a sheet of an .xlsx."""
    width = height = 0
    for letters, number in _ADDRESS.findall(sheet):
        height = max(height, int(number))
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        width = max(width, column)
    return width * height


def count_repeats(content: bytes) -> int:
    """Return the cells of an .ods with all its repetitions of filled rows and cells.

    >>> row = b'<table:table-row table:number-rows-repeated="1000">'
    >>> cell = b'<table:table-cell office:value-type="x" table:number-columns-repeated="9"/>'
    >>> count_repeats(row + cell)
    9000
    """
    total = 0
    for row in content.split(b"<table:table-row")[1:]:
        width = filled = 0
        for cell in _CELL.findall(row):
            repeated = _COLUMNS.search(cell)
            width += int(repeated[1]) if repeated else 1
            if b"office:value-type" in cell:
                filled = width
        again = _ROWS.search(row.partition(b">")[0])
        total += filled * (int(again[1]) if again else 1)
    return total
