"""CSV for spreadsheet programs: it opens by a double click, and nothing in it is run.

It is in UTF-8 with a byte order mark. In French, cells are parted by semicolons and decimals have a
comma, as French programs expect; in English by commas, with a point. A text that a program would
take for a formula gets an apostrophe before it, so this is no exact copy: ``csv`` is.
"""

from __future__ import annotations

from decimal import Decimal
from typing import BinaryIO

from coopgraph.queries.formats.form import as_rows
from coopgraph.queries.formats.sheet_cells import begins_formula, sheet_headings, sheet_value
from coopgraph.queries.result import Answered

__all__ = ["write_spreadsheet"]


def write_spreadsheet(
    answered: Answered, stream: BinaryIO, *, language: str = "en", width: int | None = None
) -> None:
    """Write rows with headings in words; lines end in CR LF; the width changes nothing.

    Raises:
        UnknownFormat: the answer is not rows.
    """
    result = as_rows(answered, "spreadsheet")
    separator, point = (";", ",") if language == "fr" else (",", ".")
    lines = [separator.join(_text(words) for words in sheet_headings(result, language))]
    for row in result.rows:
        cells = (_cell(sheet_value(term, language), point) for term in row)
        lines.append(separator.join(cells))
    stream.write(b"\xef\xbb\xbf")
    for line in lines:
        stream.write(f"{line}\r\n".encode())


def _cell(value: str | Decimal, point: str) -> str:
    if isinstance(value, Decimal):
        text = f"{value:f}".replace(".", point)
        return f'"{text}"' if point == "," else text
    return _text(value)


def _text(text: str) -> str:
    """Return the text in quotation marks: so no program finds another separator in it."""
    if not text:
        return ""
    safe = f"'{text}" if begins_formula(text) else text
    return '"' + safe.replace('"', '""') + '"'
